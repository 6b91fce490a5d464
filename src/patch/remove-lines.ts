import { lineEnd, lineStart, nextLine } from "../diagnostics/index.js";
import { Refusal } from "./refusal.js";
import type { TextChange } from "./text-change.js";

/** Something that has lines of its own: where it begins and ends, without what else may stand on its last line. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const COMMENT_OR_NOTHING = /^(?:[ \t]+(?:#.*)?)?$/;

/**
 * Takes out whole lines, and the comments that are about them: those behind, those directly above that are indented no further,
 * and those directly below that are. Of two blank lines that meet, one goes, and one that would end the text.
 */
export function removeLines(text: string, { start, end }: Stretch): TextChange {
  const from = lineStart(text, start);
  if (!isBlankLine(text.slice(from, start))) throw new Refusal("something else stands on the same line");
  if (!COMMENT_OR_NOTHING.test(text.slice(end, lineEnd(text, end))))
    throw new Refusal("something else stands on the same line");
  const first = firstOfComments(text, from, start - from);
  const next = lastOfComments(text, end, start - from);
  return endAtBreak(text, leaveOneBlankLine(text, first, next), next);
}

/** Where the comments begin that stand directly above a line and are indented no further than a column. */
export function firstOfComments(text: string, line: number, column: number): number {
  let first = line;
  while (first > 0) {
    const above = lineStart(text, first - 1);
    const indent = commentIndent(text, above);
    if (indent === undefined || indent > column) break;
    first = above;
  }
  return first;
}

/** Where the line begins behind what is at an offset, and behind the comments directly below that are indented further than a column. */
export function lastOfComments(text: string, offset: number, column: number): number {
  let next = nextLine(text, offset);
  while (next < text.length) {
    const indent = commentIndent(text, next);
    if (indent === undefined || indent <= column) break;
    next = nextLine(text, next);
  }
  return next;
}

/** How far a line is indented that is a comment; undefined if it is none. */
function commentIndent(text: string, line: number): number | undefined {
  return /^([ \t]*)#/.exec(text.slice(line, lineEnd(text, line)))?.[1]?.length;
}

function leaveOneBlankLine(text: string, first: number, next: number): number {
  if (first === 0) return first;
  const above = lineStart(text, first - 1);
  const isBlankAbove = isBlankLine(text.slice(above, lineEnd(text, above)));
  const isBlankBelow = isBlankLine(text.slice(next, lineEnd(text, next)));
  return isBlankAbove && isBlankBelow ? above : first;
}

/** A text that ends in no line break ends in none afterwards. */
function endAtBreak(text: string, start: number, end: number): TextChange {
  const hasBreak = end < text.length || text.endsWith("\n") || start === 0;
  return { start: hasBreak ? start : lineEnd(text, lineStart(text, start - 1)), end, text: "" };
}

function isBlankLine(line: string): boolean {
  return /^[ \t]*$/.test(line);
}
