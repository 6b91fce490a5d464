import { lineBreak, lineEnd, lineStart, type SourceList, type SourceNode } from "../diagnostics/index.js";
import { Refusal } from "./refusal.js";
import { lastOfComments } from "./remove-lines.js";
import type { TextChange } from "./text-change.js";
import { quotingOf, writeString } from "./write-string.js";

/** Puts a string at the end of a list, written as the last item is. */
export function appendString(text: string, list: SourceList, value: string): TextChange {
  const last = list.items.at(-1);
  if (last?.tied === "alias" || last?.tied === "merge")
    throw new Refusal("the last item is brought in by an alias");
  const hyphen = list.hyphens?.at(-1);
  if (last && hyphen !== undefined) return appendLine(text, last, hyphen, value);
  if (!last) {
    const start = list.range[0] + 1;
    return { start, end: start, text: writeString(value, "double") };
  }
  const [, end] = last.range;
  return { start: end, end, text: `, ${writeLike(text, last, value)}` };
}

function appendLine(text: string, last: SourceNode, hyphen: number, value: string): TextChange {
  const line = lineStart(text, hyphen);
  const indent = text.slice(line, hyphen);
  const end = Math.max(hyphen + 1, last.range[1]);
  if (indent.trim() !== "" || !/^(?:[ \t]+(?:#.*)?)?$/.test(text.slice(end, lineEnd(text, end))))
    throw new Refusal("something else stands on the line of the last item");
  const gap = /^[ \t]+$/.exec(text.slice(hyphen + 1, last.range[0]))?.[0] ?? " ";
  const written = `${indent}-${gap}${writeLike(text, last, value)}`;
  const at = lastOfComments(text, end, hyphen - line);
  const newline = lineBreak(text, line);
  const isOpen = at === text.length && !text.endsWith("\n");
  return { start: at, end: at, text: isOpen ? newline + written : written + newline };
}

function writeLike(text: string, { kind, range: [start, end] }: SourceNode, value: string): string {
  const quoting = kind === "scalar" ? quotingOf(text.slice(start, end)) : undefined;
  return writeString(value, quoting ?? "double");
}
