import { YamlProblem } from "../yaml-problem.js";

/** A place in the text; line and column are counted from 0, in characters, as upstream counts them. */
export interface Mark {
  /** In UTF-16 units. */
  readonly index: number;
  readonly line: number;
  readonly column: number;
}

/** Goes through a text by characters and lines. Behind its end every character is the empty string. */
export class Cursor {
  readonly text: string;
  index: number;
  line = 0;
  column = 0;

  constructor(text: string) {
    this.text = text;
    // Upstream: go.yaml.in/yaml/v2, readerc.go, yaml_parser_determine_encoding
    this.index = text.startsWith("\ufeff") ? 1 : 0;
  }

  get mark(): Mark {
    return { index: this.index, line: this.line, column: this.column };
  }

  /** The character here, or so many UTF-16 units further. */
  peek(ahead = 0): string {
    return this.text[this.index + ahead] ?? "";
  }

  startsWith(text: string): boolean {
    return this.text.startsWith(text, this.index);
  }

  /** `---` or `...` on a line of its own, or with a blank behind it. */
  isDocumentIndicator(indicator: "---" | "..."): boolean {
    return this.column === 0 && this.startsWith(indicator) && isBlankOrEnd(this.peek(3));
  }

  /** Whether only blanks stand before it on its line. */
  isFirstOfLine(): boolean {
    let before = this.index - 1;
    while (isBlank(this.text[before] ?? "")) before--;
    return before < 0 || isBreak(this.text[before] ?? "");
  }

  /** Goes past a character, and gives it. */
  read(): string {
    const { text, index } = this;
    const isPair = (text.codePointAt(index) ?? 0) > 0xffff;
    this.index += isPair ? 2 : 1;
    this.column++;
    return text.slice(index, this.index);
  }

  /** Goes past characters of one UTF-16 unit. */
  skip(count = 1): void {
    this.index += count;
    this.column += count;
  }

  skipBlanks(): void {
    while (isBlank(this.peek())) this.skip();
  }

  /** Goes past a line break, and gives what it is in a value: the separators of lines and paragraphs stay what they are. */
  readBreak(): string {
    const character = this.peek();
    this.index += this.startsWith("\r\n") ? 2 : 1;
    this.line++;
    this.column = 0;
    return character === "\u2028" || character === "\u2029" ? character : "\n";
  }

  /** Takes the end of the text for the end of a line. */
  endLine(): void {
    if (this.column === 0) return;
    this.line++;
    this.column = 0;
  }

  /** Stops reading. `from` is where what cannot be read begins, if that is not here. */
  fail(message: string, from?: Mark): never {
    const start = from?.index ?? this.index;
    throw new YamlProblem(message, [start, start + 1]);
  }
}

export function isBlank(character: string): boolean {
  return character === " " || character === "\t";
}

/** Upstream: go.yaml.in/yaml/v2, yamlprivateh.go, is_break */
export function isBreak(character: string): boolean {
  return (
    character === "\n" ||
    character === "\r" ||
    character === "\u0085" ||
    character === "\u2028" ||
    character === "\u2029"
  );
}

export function isBreakOrEnd(character: string): boolean {
  return character === "" || isBreak(character);
}

export function isBlankOrEnd(character: string): boolean {
  return isBlank(character) || isBreakOrEnd(character);
}

/** What names of anchors, tags and directives consist of. */
export function isWordCharacter(character: string): boolean {
  return /^[\w-]$/.test(character);
}
