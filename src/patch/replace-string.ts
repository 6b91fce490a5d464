import type { FieldPath, SourceNode } from "../diagnostics/index.js";
import { Refusal } from "./refusal.js";
import type { TextChange } from "./text-change.js";
import { quotingOf, writeString } from "./write-string.js";

/** Puts another string in the place of one, quoted as that is. */
export function replaceString(text: string, node: SourceNode, by: string, path: FieldPath): TextChange {
  const [start, end] = node.range;
  const quoting = quotingOf(text.slice(start, end));
  if (node.kind !== "scalar" || typeof node.value !== "string" || start === end)
    throw new Refusal(`${path} is no string`);
  if (!quoting) throw new Refusal(`${path} is a block of lines`);
  return { start, end, text: writeString(by, quoting) };
}
