import { lineEnd, lineStart, nextLine } from "../diagnostics/index.js";
import { Refusal } from "./refusal.js";
import { firstOfComments, type Stretch } from "./remove-lines.js";
import type { TextChange } from "./text-change.js";

/**
 * Takes some of the entries between two brackets out, and as many commas. Entries on lines of their own go with these lines and
 * with the comments above them.
 */
export function removeBetweenBrackets(
  text: string,
  brackets: Stretch,
  entries: readonly Stretch[],
  removed: ReadonlySet<number>,
): readonly TextChange[] {
  const isFirstOfRun = (index: number): boolean => removed.has(index) && !removed.has(index - 1);
  return [...entries.keys()].filter(isFirstOfRun).flatMap((index) => {
    let last = index;
    while (removed.has(last + 1)) last++;
    const [first, final] = [entries[index] ?? brackets, entries[last] ?? brackets];
    const run = { start: first.start, end: final.end };
    const [before, after] = [entries[index - 1], entries[last + 1]];
    return removeOwnLines(text, run, before, after) ?? [removeInline(text, run, before, after)];
  });
}

/** The changes if nothing else stands on the lines but a comma and a comment. */
function removeOwnLines(
  text: string,
  { start, end }: Stretch,
  before: Stretch | undefined,
  after: Stretch | undefined,
): readonly TextChange[] | undefined {
  const line = lineStart(text, start);
  const behind = /^[ \t]*(,?)(?:[ \t]+#.*|[ \t]*)$/.exec(text.slice(end, lineEnd(text, end)));
  if (!behind || text.slice(line, start).trim() !== "") return undefined;
  const lines = { start: firstOfComments(text, line, start - line), end: nextLine(text, end), text: "" };
  if (behind[1] === ",") return [lines];
  if (after || !before) return undefined;
  // The last one, without a comma: the one before it was the last but for its comma.
  const comma = findComma(text, before.end, start);
  return comma === undefined ? undefined : [{ start: comma, end: comma + 1, text: "" }, lines];
}

function removeInline(
  text: string,
  { start, end }: Stretch,
  before: Stretch | undefined,
  after: Stretch | undefined,
): TextChange {
  const gapAfter = after && text.slice(end, after.start);
  const gapBefore = before && text.slice(before.end, start);
  if (after && gapAfter && /^[ \t]*,[ \t]*$/.test(gapAfter)) return { start, end: after.start, text: "" };
  if (before && gapBefore && /^\s*,\s*$/.test(gapBefore)) return { start: before.end, end, text: "" };
  if (after && gapAfter && /^\s*,\s*$/.test(gapAfter)) return { start, end: after.start, text: "" };
  throw new Refusal("a comment stands between it and its neighbors");
}

/** The comma between two entries. */
function findComma(text: string, from: number, to: number): number | undefined {
  const separator = /^(?:\s|#.*)*,/.exec(text.slice(from, to));
  return separator ? from + separator[0].length - 1 : undefined;
}
