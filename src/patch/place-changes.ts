import { lineStart, type PolicySource, type SourceLine } from "../diagnostics/index.js";
import { Refusal } from "./refusal.js";
import type { TextChange } from "./text-change.js";

/** Turns changes of a policy's text into changes of the file that it stands in: whole lines stay whole, and are indented there. */
export function placeChanges(
  file: string,
  { text, lines }: PolicySource,
  changes: readonly TextChange[],
): readonly TextChange[] {
  if (text === file) return changes;
  const places = lines();
  if (!places) throw new Refusal("the policy stands in a string that has no lines of its own");
  const place = (offset: number): PlacedOffset => placeOffset(text, places, offset);
  const deepest = " ".repeat(Math.max(0, ...indents(text, places)));
  const newline = file.includes("\r\n") ? "\r\n" : "\n";
  return changes.map((change) => {
    const [start, end] = [place(change.start), place(change.end)];
    const isWhole = start.isFirst && end.isFirst && /^$|\n$/.test(change.text);
    const indented = change.text
      .split("\n")
      .map((line, index) => (line !== "" && (isWhole || index > 0) ? deepest + line : line))
      .join(newline);
    return isWhole
      ? { start: start.line, end: end.line, text: indented }
      : { start: start.offset, end: end.offset, text: indented };
  });
}

interface PlacedOffset {
  /** Where its line begins, indentation and all. */
  readonly line: number;
  readonly offset: number;
  /** Whether it is the first of its line. */
  readonly isFirst: boolean;
}

function placeOffset(text: string, lines: readonly SourceLine[], offset: number): PlacedOffset {
  const start = lineStart(text, offset);
  const number = text.slice(0, start).split("\n").length - 1;
  const place = lines[number];
  if (!place) throw new Refusal("the policy has a line that the file has not");
  return {
    line: place.start,
    offset: place.start + place.indent + offset - start,
    isFirst: offset === start,
  };
}

/** The indentation of the lines that say something; blank ones may have any. */
function indents(text: string, places: readonly SourceLine[]): readonly number[] {
  const lines = text.split("\n");
  return places.filter((_, index) => lines[index]?.trim()).map(({ indent }) => indent);
}
