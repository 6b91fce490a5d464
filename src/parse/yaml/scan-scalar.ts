import { type Cursor, isBlank, isBlankOrEnd, isBreak, isBreakOrEnd } from "./cursor.js";
import type { ScalarToken } from "./token.js";

/**
 * A plain value, over as many lines as are indented further than `indent`; between brackets, over any.
 * `endedLine` tells whether a line break follows, so that a key may.
 *
 * Upstream: go.yaml.in/yaml/v2, scannerc.go, yaml_parser_scan_plain_scalar
 */
export function scanPlain(
  cursor: Cursor,
  indent: number,
  inFlow: boolean,
): { token: ScalarToken; endedLine: boolean } {
  const start = cursor.mark;
  let end = start;
  let value = "";
  const fold = new Fold();
  while (!cursor.isDocumentIndicator("---") && !cursor.isDocumentIndicator("...") && cursor.peek() !== "#") {
    while (!isBlankOrEnd(cursor.peek())) {
      const character = cursor.peek();
      if (character === ":" && isBlankOrEnd(cursor.peek(1))) break;
      if (inFlow && ",?[]{}".includes(character)) break;
      value += fold.take() + cursor.read();
      end = cursor.mark;
    }
    if (!isBlank(cursor.peek()) && !isBreak(cursor.peek())) break;
    while (isBlank(cursor.peek()) || isBreak(cursor.peek())) {
      if (fold.hasBreak && cursor.column <= indent && cursor.peek() === "\t")
        cursor.fail("found a tab character that violates indentation");
      fold.add(cursor);
    }
    if (!inFlow && cursor.column <= indent) break;
  }
  return { token: { kind: "scalar", value, style: "plain", start, end }, endedLine: fold.hasBreak };
}

/** Upstream: go.yaml.in/yaml/v2, scannerc.go, yaml_parser_scan_flow_scalar */
export function scanQuoted(cursor: Cursor, quote: "'" | '"'): ScalarToken {
  const start = cursor.mark;
  cursor.skip();
  let value = "";
  while (true) {
    if (cursor.isDocumentIndicator("---") || cursor.isDocumentIndicator("..."))
      cursor.fail("found unexpected document indicator", start);
    if (cursor.peek() === "") cursor.fail("found unexpected end of stream", start);
    const fold = new Fold();
    while (!isBlankOrEnd(cursor.peek()) && !fold.hasBreak) {
      if (quote === "'" && cursor.startsWith("''")) {
        value += quote;
        cursor.skip(2);
      } else if (cursor.peek() === quote) break;
      else if (quote === '"' && cursor.peek() === "\\") {
        if (isBreak(cursor.peek(1))) {
          cursor.skip();
          fold.escapeBreak(cursor);
        } else value += scanEscape(cursor);
      } else value += cursor.read();
    }
    if (cursor.peek() === quote) break;
    while (isBlank(cursor.peek()) || isBreak(cursor.peek())) fold.add(cursor);
    value += fold.take();
  }
  cursor.skip();
  return { kind: "scalar", value, style: quote === "'" ? "single" : "double", start, end: cursor.mark };
}

const ESCAPES: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\u0007",
  b: "\b",
  t: "\t",
  "\t": "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\u001b",
  " ": " ",
  '"': '"',
  "'": "'",
  "\\": "\\",
  N: "\u0085",
  _: "\u00a0",
  L: "\u2028",
  P: "\u2029",
};
const CODE_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function scanEscape(cursor: Cursor): string {
  const place = cursor.mark;
  const letter = cursor.peek(1);
  const plain = ESCAPES[letter];
  const length = CODE_LENGTHS[letter];
  if (plain === undefined && length === undefined) cursor.fail("found unknown escape character", place);
  cursor.skip(2);
  if (plain !== undefined) return plain;
  const digits = cursor.text.slice(cursor.index, cursor.index + (length ?? 0));
  if (!/^[\da-fA-F]+$/.test(digits) || digits.length !== length)
    cursor.fail("did not find expected hexadecimal number", place);
  const code = Number.parseInt(digits, 16);
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff)
    cursor.fail("found invalid Unicode character escape code", place);
  cursor.skip(digits.length);
  return String.fromCodePoint(code);
}

/**
 * A literal or a folded block. `indent` is that of the block it stands in.
 *
 * Upstream: go.yaml.in/yaml/v2, scannerc.go, yaml_parser_scan_block_scalar
 */
export function scanBlockScalar(cursor: Cursor, indent: number): ScalarToken {
  const start = cursor.mark;
  const isLiteral = cursor.read() === "|";
  const { chomping, increment } = scanBlockHeader(cursor);
  let end = cursor.mark;
  if (cursor.peek() !== "") cursor.readBreak();
  const lines = new BlockLines(cursor, indent, increment);
  let value = "";
  let lineBreak = "";
  let empty = lines.skipEmpty();
  let wasIndentedFurther = false;
  while (cursor.column === lines.indent && cursor.peek() !== "") {
    const isIndentedFurther = isBlank(cursor.peek());
    const folds = !isLiteral && lineBreak === "\n" && !wasIndentedFurther && !isIndentedFurther;
    value += folds ? empty || " " : lineBreak + empty;
    wasIndentedFurther = isIndentedFurther;
    while (!isBreakOrEnd(cursor.peek())) value += cursor.read();
    end = cursor.mark;
    lineBreak = cursor.peek() === "" ? "" : cursor.readBreak();
    empty = lines.skipEmpty();
  }
  if (chomping !== "-") value += lineBreak;
  if (chomping === "+") value += empty;
  return { kind: "scalar", value, style: isLiteral ? "literal" : "folded", start, end };
}

/** `-2 # a comment`, up to the end of the line. */
function scanBlockHeader(cursor: Cursor): { chomping: string; increment: number } {
  let chomping = "";
  let increment = 0;
  const scanChomping = (): void => {
    if (cursor.peek() === "+" || cursor.peek() === "-") chomping = cursor.read();
  };
  scanChomping();
  if (/\d/.test(cursor.peek())) {
    if (cursor.peek() === "0") cursor.fail("found an indentation indicator equal to 0");
    increment = Number(cursor.read());
    if (chomping === "") scanChomping();
  }
  cursor.skipBlanks();
  if (cursor.peek() === "#") while (!isBreakOrEnd(cursor.peek())) cursor.read();
  if (!isBreakOrEnd(cursor.peek())) cursor.fail("did not find expected comment or line break");
  return { chomping, increment };
}

/** The indentation of a block's lines, which the first of them sets if the header does not. */
class BlockLines {
  /** 0 until it is known. */
  indent: number;
  readonly #cursor: Cursor;
  readonly #least: number;

  constructor(cursor: Cursor, parent: number, increment: number) {
    this.indent = increment === 0 ? 0 : Math.max(parent, 0) + increment;
    this.#cursor = cursor;
    this.#least = Math.max(parent + 1, 1);
  }

  /**
   * Goes to the text of the next line that has some, and gives the line breaks on the way.
   *
   * Upstream: go.yaml.in/yaml/v2, scannerc.go, yaml_parser_scan_block_scalar_breaks
   */
  skipEmpty(): string {
    const cursor = this.#cursor;
    const isInIndentation = (): boolean => this.indent === 0 || cursor.column < this.indent;
    let breaks = "";
    let deepest = 0;
    while (true) {
      while (isInIndentation() && cursor.peek() === " ") cursor.skip();
      deepest = Math.max(deepest, cursor.column);
      if (isInIndentation() && cursor.peek() === "\t")
        cursor.fail("found a tab character where an indentation space is expected");
      if (!isBreak(cursor.peek())) break;
      breaks += cursor.readBreak();
    }
    if (this.indent === 0) this.indent = Math.max(deepest, this.#least);
    return breaks;
  }
}

/** What blanks and line breaks inside of a value become: one line break a blank, more of them one less. */
class Fold {
  #blanks = "";
  #first = "";
  #others = "";
  hasBreak = false;

  /** Goes past a blank or a line break. */
  add(cursor: Cursor): void {
    if (isBlank(cursor.peek())) {
      const blank = cursor.read();
      if (!this.hasBreak) this.#blanks += blank;
    } else if (this.hasBreak) this.#others += cursor.readBreak();
    else {
      this.#first = cursor.readBreak();
      this.hasBreak = true;
    }
  }

  /** A line break behind a backslash is none. */
  escapeBreak(cursor: Cursor): void {
    cursor.readBreak();
    this.hasBreak = true;
  }

  /** What stands for it in the value; nothing is left. */
  take(): string {
    const { hasBreak } = this;
    const [blanks, first, others] = [this.#blanks, this.#first, this.#others];
    this.#blanks = this.#first = this.#others = "";
    this.hasBreak = false;
    if (!hasBreak) return blanks;
    return first === "\n" ? others || " " : first + others;
  }
}
