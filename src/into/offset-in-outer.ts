import { type SourceNode, SourceText } from "../diagnostics/index.js";
import type { DocumentChange } from "./describe-changes.js";

/** What has been changed in texts that stand in a document, by where they stand. */
export interface ChangedTexts {
  readonly changesOf: (path: string) => readonly DocumentChange[] | undefined;
}

/**
 * Where a place of a text stands in the document that the text is in; undefined where it has no line of its own there, as in
 * quotes. `line` and `column` count from 1.
 */
export function offsetInOuter(
  outer: SourceText,
  { kind, range, ...scalar }: SourceNode,
  line: number,
  column: number,
): number | undefined {
  const value = kind === "scalar" && "value" in scalar ? scalar.value : undefined;
  if (typeof value !== "string" || outer.text[range[0]] !== "|") return undefined;
  const number = outer.position(range[0]).line + line;
  const inner = new SourceText("", value).line(line);
  const whole = outer.line(number);
  if (!whole.endsWith(inner)) return undefined;
  return outer.lineStart(number) + whole.length - inner.length + column - 1;
}
