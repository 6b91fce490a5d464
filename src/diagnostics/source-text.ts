import type { Location } from "./diagnostic.js";
import { displayWidth } from "./display-width.js";

const FRAME_WIDTH = 120;

/** A text with its name, for turning offsets into locations. */
export class SourceText {
  readonly file: string;
  readonly text: string;
  readonly #lineStarts: number[] = [0];

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1))
      this.#lineStarts.push(at + 1);
  }

  /** The place of the characters from `start` up to `end` (offsets in UTF-16 units). */
  locate(start: number, end: number = start + 1): Location {
    const stretch = this.stretch(
      Math.min(start, this.text.length),
      Math.min(Math.max(end, start), this.text.length),
    );
    const { line, column, endLine, endColumn } = stretch;
    const frame = this.#frame({ line, column }, { line: endLine, column: endColumn });
    return { file: this.file, ...stretch, frame };
  }

  /** The lines and columns of a stretch, which may be empty. */
  stretch(start: number, end: number): Omit<Location, "file" | "frame"> {
    const [from, to] = [this.position(start), this.position(end)];
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }

  /** Line and column, from 1, of an offset. */
  position(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#lineStarts[low] ?? 0) + 1 };
  }

  /** The text of a line (from 1) without its line break. */
  line(number: number): string {
    const start = this.#lineStarts[number - 1] ?? this.text.length;
    const end = this.#lineStarts[number] ?? this.text.length + 1;
    return this.text.slice(start, end - 1).replace(/\r$/, "");
  }

  get lineCount(): number {
    return this.#lineStarts.length;
  }

  /** The offset at which a line (from 1) begins. */
  lineStart(number: number): number {
    return this.#lineStarts[number - 1] ?? this.text.length;
  }

  #frame(from: { line: number; column: number }, to: { line: number; column: number }): string {
    const whole = this.line(from.line);
    // A long line (JSON on one line) is shown around the place only.
    const skip = from.column > FRAME_WIDTH - 20 ? from.column - 40 : 0;
    const shown = printable(whole.slice(skip, skip + FRAME_WIDTH));
    const column = from.column - 1 - skip;
    const last = to.line === from.line ? to.column - 1 - skip : shown.length;
    const indent = " ".repeat(displayWidth(shown.slice(0, column)));
    const mark = "^".repeat(Math.max(1, displayWidth(shown.slice(column, last))));
    return `${String(from.line).padStart(5)} | ${shown}\n${" ".repeat(5)} | ${indent}${mark}`;
  }
}

/** Control, format and direction characters and odd line breaks: what must not reach a terminal from somebody's file. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A line as it may be shown, as long as it was. */
export function printable(line: string): string {
  return line.replace(/\t/g, " ").replace(UNPRINTABLE, (character) => "\u00b7".repeat(character.length));
}
