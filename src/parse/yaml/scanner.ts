import { invariant } from "../../diagnostics/index.js";
import { Cursor, isBlank, isBlankOrEnd, isBreak, isBreakOrEnd, type Mark } from "./cursor.js";
import { scanBlockScalar, scanPlain, scanQuoted } from "./scan-scalar.js";
import { scanDirective, scanTag, scanWord } from "./scan-tag.js";
import type { NameToken, SimpleToken, Token } from "./token.js";

/** A comment, from its `#` to the end of its line. */
export interface Comment {
  readonly text: string;
  readonly mark: Mark;
  /** Whether nothing stands before it on its line. */
  readonly isAlone: boolean;
}

/** Where a key may have begun that a colon has not made one yet. */
interface PossibleKey {
  /** Whether nothing but a key can stand there. */
  readonly required: boolean;
  /** The number of the token that the key begins with. */
  readonly token: number;
  readonly mark: Mark;
}

/** How far its colon may stand behind the beginning of a key. */
const MAX_KEY_LENGTH = 1024;

/**
 * Cuts a text into tokens as YAML 1.1, the way kube-apiserver's own reader does, line by line: what it takes, what it refuses,
 * and where a value ends are the same.
 *
 * Upstream: go.yaml.in/yaml/v2, scannerc.go
 */
export class Scanner {
  readonly comments: Comment[] = [];
  readonly #cursor: Cursor;
  readonly #queue: Token[] = [];
  /** How many tokens have left the queue. */
  #taken = 0;
  /** The column of the innermost block, and those of the blocks around it. */
  #indent = -1;
  readonly #indents: number[] = [];
  /** One for each bracket that is open, and one for the block around them. */
  readonly #keys: (PossibleKey | undefined)[] = [undefined];
  /** Whether a key may begin here. */
  #keyAllowed = true;

  constructor(text: string) {
    this.#cursor = new Cursor(text);
  }

  /** How many tokens have been taken. */
  get taken(): number {
    return this.#taken;
  }

  peek(): Token {
    // Upstream: yaml_parser_fetch_more_tokens
    while (this.#queue.length === 0 || this.#mayBecomeKey()) this.#fetch();
    const [next] = this.#queue;
    invariant(next !== undefined, "the queue has a token");
    return next;
  }

  take(): Token {
    const next = this.peek();
    if (next.kind !== "stream end") {
      this.#queue.shift();
      this.#taken++;
    }
    return next;
  }

  /** Whether a colon further on may put a key in front of the next token. */
  #mayBecomeKey(): boolean {
    const level = this.#keys.findIndex((key) => key?.token === this.#taken);
    return level !== -1 && this.#isValid(level);
  }

  /** Upstream: yaml_simple_key_is_valid */
  #isValid(level: number): boolean {
    const key = this.#keys[level];
    if (!key) return false;
    const { line, index } = this.#cursor;
    if (key.mark.line === line && key.mark.index + MAX_KEY_LENGTH >= index) return true;
    this.#dropKey(level);
    return false;
  }

  /** Upstream: yaml_parser_remove_simple_key */
  #dropKey(level: number = this.#keys.length - 1): void {
    const key = this.#keys[level];
    if (key?.required) this.#cursor.fail("could not find expected ':'", key.mark);
    this.#keys[level] = undefined;
  }

  /** Upstream: yaml_parser_save_simple_key */
  #saveKey(): void {
    if (!this.#keyAllowed) return;
    const { mark } = this.#cursor;
    this.#dropKey();
    const required = !this.#inFlow && this.#indent === mark.column;
    this.#keys[this.#keys.length - 1] = { required, token: this.#taken + this.#queue.length, mark };
  }

  get #inFlow(): boolean {
    return this.#keys.length > 1;
  }

  /** Upstream: yaml_parser_fetch_next_token */
  #fetch(): void {
    this.#skipToToken();
    this.#closeBlocks(this.#cursor.column);
    this.#queue.push(this.#scan());
  }

  /** The next token; tokens that stand before it, such as the beginning of a block, go into the queue. */
  #scan(): Token {
    const cursor = this.#cursor;
    const character = cursor.peek();
    const endsHere = isBlankOrEnd(cursor.peek(1));
    if (character === "") return this.#streamEnd();
    if (character === "%" && cursor.column === 0) return this.#atLineStart(() => scanDirective(cursor));
    if (cursor.isDocumentIndicator("---")) return this.#atLineStart(() => this.#simple("document start", 3));
    if (cursor.isDocumentIndicator("...")) return this.#atLineStart(() => this.#simple("document end", 3));
    if (character === "[") return this.#flowStart("flow list");
    if (character === "{") return this.#flowStart("flow map");
    if (character === "]") return this.#flowEnd("flow list end");
    if (character === "}") return this.#flowEnd("flow map end");
    if (character === ",") return this.#flowEntry();
    if (character === "-" && endsHere) return this.#blockEntry();
    if (character === "?" && (this.#inFlow || endsHere)) return this.#key();
    if (character === ":" && (this.#inFlow || endsHere)) return this.#value();
    if (character === "*") return this.#content(() => this.#scanName("alias"));
    if (character === "&") return this.#content(() => this.#scanName("anchor"));
    if (character === "!") return this.#content(() => scanTag(cursor));
    if ((character === "|" || character === ">") && !this.#inFlow) return this.#blockScalar();
    if (character === "'" || character === '"') return this.#content(() => scanQuoted(cursor, character));
    const canStart = "-?:".includes(character)
      ? !isBlank(cursor.peek(1)) && (character === "-" || !this.#inFlow)
      : !isBlank(character) && !"#|>%@`".includes(character);
    if (canStart) return this.#plain();
    return cursor.fail("found character that cannot start any token");
  }

  /** Upstream: yaml_parser_scan_to_next_token */
  #skipToToken(): void {
    const cursor = this.#cursor;
    while (true) {
      // A tab may stand where no key can begin.
      while (cursor.peek() === " " || (cursor.peek() === "\t" && (this.#inFlow || !this.#keyAllowed)))
        cursor.skip();
      if (cursor.peek() === "#") {
        const { mark } = cursor;
        const isAlone = cursor.isFirstOfLine();
        while (!isBreakOrEnd(cursor.peek())) cursor.read();
        this.comments.push({ text: cursor.text.slice(mark.index + 1, cursor.index), mark, isAlone });
      }
      if (!isBreak(cursor.peek())) return;
      cursor.readBreak();
      if (!this.#inFlow) this.#keyAllowed = true;
    }
  }

  #simple(kind: SimpleToken["kind"], length: number): SimpleToken {
    const start = this.#cursor.mark;
    this.#cursor.skip(length);
    return { kind, start, end: this.#cursor.mark };
  }

  /** Upstream: yaml_parser_roll_indent */
  #openBlock(kind: "block list" | "block map", mark: Mark, token?: number): void {
    if (this.#inFlow || this.#indent >= mark.column) return;
    this.#indents.push(this.#indent);
    this.#indent = mark.column;
    this.#insert({ kind, start: mark, end: mark }, token);
  }

  /** Upstream: yaml_parser_unroll_indent */
  #closeBlocks(column: number): void {
    if (this.#inFlow) return;
    while (this.#indent > column) {
      const { mark } = this.#cursor;
      this.#queue.push({ kind: "block end", start: mark, end: mark });
      this.#indent = this.#indents.pop() ?? -1;
    }
  }

  /** Puts a token before another, of which the number is known. */
  #insert(token: Token, before: number | undefined): void {
    if (before === undefined) this.#queue.push(token);
    else this.#queue.splice(before - this.#taken, 0, token);
  }

  #streamEnd(): Token {
    this.#cursor.endLine(); // No colon is coming: what may be a key is none.
    const { mark } = this.#cursor;
    return this.#atLineStart(() => ({ kind: "stream end", start: mark, end: mark }));
  }

  #atLineStart(scan: () => Token): Token {
    this.#closeBlocks(-1);
    this.#dropKey();
    this.#keyAllowed = false;
    return scan();
  }

  #flowStart(kind: "flow list" | "flow map"): Token {
    this.#saveKey();
    this.#keys.push(undefined);
    this.#keyAllowed = true;
    return this.#simple(kind, 1);
  }

  #flowEnd(kind: "flow list end" | "flow map end"): Token {
    this.#dropKey();
    if (this.#inFlow) this.#keys.pop();
    this.#keyAllowed = false;
    return this.#simple(kind, 1);
  }

  #flowEntry(): Token {
    this.#dropKey();
    this.#keyAllowed = true;
    return this.#simple("flow entry", 1);
  }

  #blockEntry(): Token {
    const cursor = this.#cursor;
    if (!this.#inFlow) {
      if (!this.#keyAllowed) cursor.fail("block sequence entries are not allowed in this context");
      this.#openBlock("block list", cursor.mark);
    }
    this.#dropKey();
    this.#keyAllowed = true;
    return this.#simple("block entry", 1);
  }

  #key(): Token {
    const cursor = this.#cursor;
    if (!this.#inFlow) {
      if (!this.#keyAllowed) cursor.fail("mapping keys are not allowed in this context");
      this.#openBlock("block map", cursor.mark);
    }
    this.#dropKey();
    this.#keyAllowed = !this.#inFlow;
    return this.#simple("key", 1);
  }

  #value(): Token {
    const cursor = this.#cursor;
    const level = this.#keys.length - 1;
    const key = this.#keys[level];
    if (key && this.#isValid(level)) {
      this.#insert({ kind: "key", start: key.mark, end: key.mark }, key.token);
      this.#openBlock("block map", key.mark, key.token);
      this.#keys[level] = undefined;
      this.#keyAllowed = false;
    } else {
      if (!this.#inFlow) {
        if (!this.#keyAllowed) cursor.fail("mapping values are not allowed in this context");
        this.#openBlock("block map", cursor.mark);
      }
      this.#keyAllowed = !this.#inFlow;
    }
    return this.#simple("value", 1);
  }

  /** What may be a key, and has no key behind it on its line. */
  #content(scan: () => Token): Token {
    this.#saveKey();
    this.#keyAllowed = false;
    return scan();
  }

  #plain(): Token {
    this.#saveKey();
    const { token, endedLine } = scanPlain(this.#cursor, this.#indent, this.#inFlow);
    this.#keyAllowed = endedLine;
    return token;
  }

  #blockScalar(): Token {
    this.#dropKey();
    this.#keyAllowed = true;
    return scanBlockScalar(this.#cursor, this.#indent);
  }

  /** Upstream: yaml_parser_scan_anchor */
  #scanName(kind: NameToken["kind"]): NameToken {
    const cursor = this.#cursor;
    const start = cursor.mark;
    cursor.skip();
    const name = scanWord(cursor);
    const next = cursor.peek();
    if (name === "" || !(isBlankOrEnd(next) || "?:,]}%@`".includes(next)))
      cursor.fail("did not find expected alphabetic or numeric character", start);
    return { kind, name, start, end: cursor.mark };
  }
}
