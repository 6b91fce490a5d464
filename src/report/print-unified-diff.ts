import { diffLines, type LineChange } from "./diff-lines.js";

const CONTEXT = 3;

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
  const [from, to] = [splitLines(before), splitLines(after)];
  const path = file.replace(/^(?:\.\/)+|^\//, "");
  const hunks = joinHunks(diffLines(from, to)).map((changes) => printHunk(changes, from, to));
  return [`--- a/${path}\n`, `+++ b/${path}\n`, ...hunks].join("");
}

/** Lines with their breaks, so that a missing one is a difference. */
function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Changes that are no further apart than their context. */
function joinHunks(changes: readonly LineChange[]): readonly (readonly LineChange[])[] {
  const hunks: LineChange[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1)?.at(-1);
    if (last && change.from[0] - last.from[1] <= 2 * CONTEXT) hunks.at(-1)?.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function printHunk(changes: readonly LineChange[], from: readonly string[], to: readonly string[]): string {
  const [first, last] = [changes[0], changes.at(-1)];
  if (!first || !last) return "";
  const start = Math.max(0, first.from[0] - CONTEXT);
  const end = Math.min(from.length, last.from[1] + CONTEXT);
  const toStart = start + first.to[0] - first.from[0];
  const toEnd = end + last.to[1] - last.from[1];
  const lines: string[] = [`@@ -${range(start, end)} +${range(toStart, toEnd)} @@\n`];
  let at = start;
  for (const change of changes) {
    lines.push(...mark(" ", from.slice(at, change.from[0])));
    lines.push(...mark("-", from.slice(...change.from)), ...mark("+", to.slice(...change.to)));
    at = change.from[1];
  }
  lines.push(...mark(" ", from.slice(at, end)));
  return lines.join("");
}

/** Lines count from 1; an empty stretch is named by the line before it. */
function range(start: number, end: number): string {
  const length = end - start;
  const line = length === 0 ? start : start + 1;
  return length === 1 ? String(line) : `${line},${length}`;
}

function mark(sign: string, lines: readonly string[]): readonly string[] {
  return lines.map((line) => sign + (line.endsWith("\n") ? line : `${line}\n\\ No newline at end of file\n`));
}
