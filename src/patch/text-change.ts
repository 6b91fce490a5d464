/** A stretch of a text, by offsets in UTF-16 units, and what takes its place. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Whether two of them touch the same text; that one ends where the other begins does not matter. */
export function doOverlap(changes: readonly TextChange[]): boolean {
  const sorted = [...changes].sort(byStart);
  return sorted.some(({ start }, index) => start < (sorted[index - 1]?.end ?? 0));
}

/**
 * The text with the changes made, which are in any order and touch no part of it twice.
 *
 * @example
 * applyChanges("level: metadata", [{ start: 7, end: 15, text: "Metadata" }]); // level: Metadata
 */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let changed = "";
  let at = 0;
  for (const { start, end, text: written } of [...changes].sort(byStart)) {
    changed += text.slice(at, start) + written;
    at = end;
  }
  return changed + text.slice(at);
}

function byStart(a: TextChange, b: TextChange): number {
  return a.start - b.start || a.end - b.end;
}
