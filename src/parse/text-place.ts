import type { Location, SourceLine, SourceText } from "../diagnostics/index.js";
import type { Range, ScalarNode } from "./node.js";

/** Turns offsets of the text being read into places of the file that the user has open. */
export type Locate = (range: Range) => Location;

export function locateIn(source: SourceText): Locate {
  return ([start, end]) => source.locate(start, Math.max(end, start + 1));
}

/**
 * Places inside a string of another file. The lines of a literal block are lines of the file, indented; any other string
 * is shown as a whole, since its escapes and folds have no place of their own.
 */
export function locateInScalar(
  scalar: ScalarNode,
  text: SourceText,
  inner: SourceText,
  outer: Locate,
): Locate {
  const whole = outer(scalar.range);
  if (scalar.style !== "block") return () => whole;
  const header = text.position(scalar.range[0]).line;
  return (range) => {
    const from = inner.position(range[0]);
    const to = inner.position(Math.max(range[1], range[0] + 1));
    const indent = blockIndent(text, header + from.line, inner.line(from.line));
    if (indent === undefined) return whole;
    const offset = (line: number, column: number): number =>
      text.lineStart(header + line) + indent + column - 1;
    return outer([offset(from.line, from.column), offset(to.line, to.column)]);
  };
}

/** How far a block's line is indented in the file, if that line is what stands there. */
function blockIndent(text: SourceText, line: number, expected: string): number | undefined {
  const actual = text.line(line);
  return actual.endsWith(expected) ? actual.length - expected.length : undefined;
}

/** The lines of a file. */
export function linesOf(file: SourceText): readonly SourceLine[] {
  return Array.from({ length: file.lineCount }, (_, index) => ({
    start: file.lineStart(index + 1),
    indent: 0,
  }));
}

/** The lines of a literal block in the file, by those of the text that it stands in; undefined if they are not there one by one. */
export function linesOfScalar(
  scalar: ScalarNode,
  text: SourceText,
  inner: SourceText,
  outer: readonly SourceLine[] | undefined,
): readonly SourceLine[] | undefined {
  if (scalar.style !== "block" || !outer) return undefined;
  const header = text.position(scalar.range[0]).line;
  const lines: SourceLine[] = [];
  for (let line = 1; line <= inner.lineCount; line++) {
    const indent = blockIndent(text, header + line, inner.line(line));
    if (indent === undefined) return undefined;
    const place = outer[header + line - 1];
    if (!place) return undefined;
    lines.push({ start: place.start, indent: place.indent + indent });
  }
  return lines;
}
