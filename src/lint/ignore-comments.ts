import type { SourceText } from "../diagnostics/index.js";

/** A word of a comment, by its offsets in the text. */
interface Word {
  readonly text: string;
  readonly range: readonly [start: number, end: number];
}

/** `# gen-audit-ignore CODE[, CODE]: reason`, and what it is about. */
export interface IgnoreComment {
  readonly range: readonly [start: number, end: number];
  readonly codes: readonly Word[];
  /** Empty if none is given: the comment then does not count. */
  readonly reason: string;
  /** The line it is about: its own, or if it stands there alone, the next that says something. */
  readonly about: number | undefined;
  /** Whether it stands on a line of its own. */
  readonly isAlone: boolean;
  /** Whether nothing that says something stands above it. */
  readonly isHead: boolean;
}

const COMMENT = /(?<=^|\s)#+[ \t]*gen-audit-ignore(?![\w-])(?<codes>[^:]*)(?::(?<reason>.*))?$/d;
/** A line that says nothing: blank, a comment, the beginning of a document, or the hyphen of an entry that begins further down. */
const SILENT = /^\s*(?:(?:-|---)?\s*(?:#.*)?|%(?:YAML|TAG)\b.*)$/;

/**
 * The comments of a text that tell lint to leave something. Lines are looked at one by one: the text may be a policy, or
 * hold one.
 */
export function findIgnoreComments(source: SourceText): readonly IgnoreComment[] {
  const count = source.text.split("\n").length;
  const lines = Array.from({ length: count }, (_, index) => source.line(index + 1));
  const first = lines.findIndex((line) => !SILENT.test(line));
  return lines.flatMap((line, index) => {
    const match = COMMENT.exec(line);
    if (!match) return [];
    const start = source.lineStart(index + 1);
    const [from, to] = match.indices?.groups?.["codes"] ?? [0, 0];
    const isAlone = line.trimStart().startsWith("#");
    return {
      range: [start + match.index, start + line.trimEnd().length] as const,
      codes: words(line.slice(from, to), start + from),
      reason: match.groups?.["reason"]?.trim() ?? "",
      about: isAlone ? findNext(lines, index) : index + 1,
      isAlone,
      isHead: isAlone && (first === -1 || index < first),
    };
  });
}

function words(text: string, start: number): readonly Word[] {
  return [...text.matchAll(/[^\s,]+/g)].map(({ 0: word, index }) => ({
    text: word,
    range: [start + index, start + index + word.length],
  }));
}

/** The number of the next line that says something; none if the comment is indented further than the entry that begins there. */
function findNext(lines: readonly string[], comment: number): number | undefined {
  const next = lines.findIndex((line, index) => index > comment && !SILENT.test(line));
  if (next === -1) return undefined;
  const hyphen = lines.slice(comment, next + 1).find((line) => /^\s*-(?:\s|$)/.test(line));
  const isInside = hyphen !== undefined && hyphen.indexOf("-") < (lines[comment] ?? "").indexOf("#");
  return isInside ? undefined : next + 1;
}
