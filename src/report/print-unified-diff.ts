import { structuredPatch } from "diff";

/**
 * What changes in a file, as `git apply` and `patch -p1` take it; empty if nothing does.
 *
 * @example
 * const lines = printUnifiedDiff("policy.yaml", "a\nb\n", "a\nc\n").split("\n");
 * lines.slice(0, 2).join(", "); // --- a/policy.yaml, +++ b/policy.yaml
 * lines.slice(3, 6); // [" a", "-b", "+c"]
 */
export function printUnifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return "";
  const path = file.replace(/^(?:\.\/)+|^\//, "");
  const { hunks } = structuredPatch(path, path, before, after, undefined, undefined, { context: 3 });
  const lines = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines: marked }) => [
    `@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`,
    ...marked,
  ]);
  return [`--- a/${path}`, `+++ b/${path}`, ...lines, ""].join("\n");
}

/** Lines count from 1; an empty stretch is named by the line before it. */
function range(start: number, length: number): string {
  if (length === 0) return `${start - 1},0`;
  return length === 1 ? String(start) : `${start},${length}`;
}
