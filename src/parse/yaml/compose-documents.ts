import type { Range } from "../node.js";
import { MAX_NESTING, MAX_TOKENS, tooDeep, tooManyTokens, YamlProblem } from "../yaml-problem.js";
import { type Comment, Scanner } from "./scanner.js";
import type { TagToken, Token } from "./token.js";
import type { YamlList, YamlMap, YamlNode, YamlScalar } from "./yaml-node.js";

export interface YamlDocument {
  /** An empty scalar without a place where nothing stands. */
  readonly root: YamlNode;
  readonly range: Range;
  /** In order, with those behind it up to the next document. */
  readonly comments: readonly Comment[];
}

/**
 * The documents of a text, one after the other: what is behind a document is not looked at before it is asked for, as
 * kube-apiserver never asks for the second. Throws a `YamlProblem` where the text is none that kube-apiserver reads.
 *
 * Upstream: go.yaml.in/yaml/v2, parserc.go; decode.go, parser
 */
export function* composeDocuments(text: string): Generator<YamlDocument> {
  const composer = new Composer(text);
  for (let document = composer.document(); document; document = composer.document()) yield document;
}

class Composer {
  readonly #scanner: Scanner;
  /** Prefixes by the handles of tags. */
  #handles = new Map<string, string>();
  /** The nodes that carry an anchor, as far as the document has been read. */
  #anchors = new Map<string, YamlNode>();
  #depth = 0;
  #isFirst = true;
  /** Where the last token that has been taken ends. */
  #end = 0;
  /** The first comment that no list has been asked about. */
  #comment = 0;
  /** How many comments documents have been given. */
  #reported = 0;

  constructor(text: string) {
    this.#scanner = new Scanner(text);
  }

  /** Upstream: yaml_parser_parse_document_start, _content, _end */
  document(): YamlDocument | undefined {
    if (!this.#isFirst) while (this.#accept("document end")) {}
    if (this.#is("stream end")) return undefined;
    const isImplicit = this.#isFirst && !this.#is("version directive", "tag directive", "document start");
    this.#isFirst = false;
    this.#anchors = new Map();
    this.#readDirectives();
    const { start } = this.#peek();
    if (!isImplicit && !this.#accept("document start")) this.#fail("did not find expected <document start>");
    const isEmpty = !isImplicit && this.#is(...BEHIND_A_DOCUMENT);
    const root = isEmpty ? emptyScalar(this.#end) : this.#node({ inBlock: true });
    this.#accept("document end");
    const range = isEmpty ? ([start.index, this.#end] as const) : root.range;
    return { root, range, comments: this.#takeComments() };
  }

  /** Those that have been come across and belong to no document yet. */
  #takeComments(): readonly Comment[] {
    const from = this.#reported;
    this.#reported = this.#scanner.comments.length;
    return this.#scanner.comments.slice(from);
  }

  /** Upstream: yaml_parser_process_directives */
  #readDirectives(): void {
    this.#handles = new Map();
    let hasVersion = false;
    for (let token = this.#peek(); ; token = this.#peek()) {
      if (token.kind === "version directive") {
        if (hasVersion) this.#fail("found duplicate %YAML directive");
        if (token.version !== "1.1") this.#fail("found incompatible YAML document");
        hasVersion = true;
      } else if (token.kind === "tag directive") {
        if (this.#handles.has(token.handle)) this.#fail("found duplicate %TAG directive");
        this.#handles.set(token.handle, token.prefix);
      } else break;
      this.#take();
    }
    for (const [handle, prefix] of DEFAULT_HANDLES)
      if (!this.#handles.has(handle)) this.#handles.set(handle, prefix);
  }

  /** Upstream: yaml_parser_parse_node */
  #node(context: Context): YamlNode {
    const token = this.#peek();
    if (token.kind === "alias") {
      this.#take();
      const target = this.#anchors.get(token.name);
      if (!target) this.#fail(`unknown anchor '${token.name}' referenced`, token);
      return { kind: "alias", name: token.name, target, range: rangeOf(token) };
    }
    const { anchor, tag } = this.#properties();
    const properties = { ...(anchor !== undefined && { hasAnchor: true as const }), ...(tag && { tag }) };
    // A collection has its anchor before it is read, for it may refer to itself.
    const register = (node: YamlNode): void => {
      if (anchor !== undefined) this.#anchors.set(anchor, node);
    };
    const next = this.#peek();
    if (next.kind === "scalar") {
      this.#take();
      const { value, style } = next;
      const scalar: YamlScalar = { kind: "scalar", value, style, ...properties, range: rangeOf(next) };
      register(scalar);
      return scalar;
    }
    const collection = this.#collection(next, context, register);
    if (collection) return { ...collection, ...properties };
    if (anchor === undefined && tag === undefined) this.#fail("did not find expected node content");
    const empty: YamlScalar = { ...emptyScalar(this.#end), ...properties };
    register(empty);
    return empty;
  }

  /** An anchor and a tag, in any order. */
  #properties(): { anchor?: string; tag?: string } {
    let anchor: string | undefined;
    let tag: string | undefined;
    for (let token = this.#peek(); ; token = this.#peek()) {
      if (token.kind === "anchor" && anchor === undefined) anchor = token.name;
      else if (token.kind === "tag" && tag === undefined) tag = this.#fullTag(token);
      else return { ...(anchor !== undefined && { anchor }), ...(tag !== undefined && { tag }) };
      this.#take();
    }
  }

  #fullTag(token: TagToken): string {
    if (token.handle === "") return token.suffix;
    const prefix = this.#handles.get(token.handle);
    if (prefix === undefined) this.#fail("found undefined tag handle", token);
    return prefix + token.suffix;
  }

  #collection(token: Token, { inBlock, inMap }: Context, register: Register): YamlList | YamlMap | undefined {
    const deeper = <Node>(read: () => Node): Node => {
      if (this.#depth >= MAX_NESTING) throw tooDeep(rangeOf(token));
      this.#depth++;
      const node = read();
      this.#depth--;
      return node;
    };
    const { kind } = token;
    if (kind === "block entry" && inMap) return deeper(() => this.#blockList(register, false));
    if (kind === "flow list") return deeper(() => this.#flowList(register));
    if (kind === "flow map") return deeper(() => this.#flowMap(register));
    if (kind === "block list" && inBlock) return deeper(() => this.#blockList(register, true));
    if (kind === "block map" && inBlock) return deeper(() => this.#blockMap(register));
    return undefined;
  }

  /**
   * `hasEnd` is false for a list whose hyphens are not indented further than the key above: it has no tokens for its beginning
   * and its end.
   *
   * Upstream: yaml_parser_parse_block_sequence_entry, yaml_parser_parse_indentless_sequence_entry
   */
  #blockList(register: Register, hasEnd: boolean): YamlList {
    const { list: bare, items, comments, range } = newList(this.#peek());
    const hyphens: number[] = [];
    const list = { ...bare, hyphens };
    register(list);
    if (hasEnd) this.#take();
    while (this.#is("block entry")) {
      const before = this.#end;
      const hyphen = this.#take();
      const isEmpty = hasEnd
        ? this.#is("block entry", "block end")
        : this.#is("block entry", "key", "value", "block end");
      comments.push(this.#commentBehind(before, hyphen));
      hyphens.push(hyphen.start.index);
      items.push(isEmpty ? emptyScalar(this.#end) : this.#node({ inBlock: true }));
    }
    range[1] = this.#end;
    if (hasEnd && !this.#accept("block end")) this.#fail("did not find expected '-' indicator");
    return list;
  }

  /** Upstream: yaml_parser_parse_block_mapping_key, yaml_parser_parse_block_mapping_value */
  #blockMap(register: Register): YamlMap {
    const { map, entries, range } = newMap(this.#peek());
    register(map);
    this.#take();
    const part = (indicator: "key" | "value"): YamlNode =>
      this.#accept(indicator) && !this.#is("key", "value", "block end")
        ? this.#node({ inBlock: true, inMap: true })
        : emptyScalar(this.#end);
    while (!this.#is("block end")) {
      if (!this.#is("key")) this.#fail("did not find expected key");
      entries.push([part("key"), part("value")]);
    }
    range[1] = this.#end;
    this.#take();
    return map;
  }

  /** Upstream: yaml_parser_parse_flow_sequence_entry */
  #flowList(register: Register): YamlList {
    const { list, items, comments, range } = newList(this.#take());
    register(list);
    for (let before = this.#end; !this.#is("flow list end"); before = this.#end) {
      if (items.length > 0 && !this.#accept("flow entry")) this.#fail("did not find expected ',' or ']'");
      if (this.#is("flow list end")) break;
      comments.push(this.#commentBehind(before));
      items.push(this.#is("key") ? this.#flowPair() : this.#node({}));
    }
    this.#take();
    range[1] = this.#end;
    return list;
  }

  /**
   * `a: b` as an entry of a list: a mapping of its own.
   *
   * Upstream: yaml_parser_parse_flow_sequence_entry_mapping_key, _value
   */
  #flowPair(): YamlMap {
    const { map, entries, range } = newMap(this.#take());
    let key: YamlNode;
    if (this.#is("value", "flow entry", "flow list end")) {
      key = emptyScalar(this.#end);
      this.#take(); // As upstream does, whatever it is: `[? : a]` is not read.
    } else key = this.#node({});
    const hasValue = this.#accept("value") && !this.#is("flow entry", "flow list end");
    entries.push([key, hasValue ? this.#node({}) : emptyScalar(this.#end)]);
    range[1] = this.#end;
    return map;
  }

  /** Upstream: yaml_parser_parse_flow_mapping_key, yaml_parser_parse_flow_mapping_value */
  #flowMap(register: Register): YamlMap {
    const { map, entries, range } = newMap(this.#take());
    register(map);
    while (!this.#is("flow map end")) {
      if (entries.length > 0 && !this.#accept("flow entry")) this.#fail("did not find expected ',' or '}'");
      if (this.#is("flow map end")) break;
      const isPair = this.#accept("key");
      const key =
        isPair && this.#is("value", "flow entry", "flow map end") ? emptyScalar(this.#end) : this.#node({});
      const hasValue = isPair && this.#accept("value") && !this.#is("flow entry", "flow map end");
      entries.push([key, hasValue ? this.#node({}) : emptyScalar(this.#end)]);
    }
    this.#take();
    range[1] = this.#end;
    return map;
  }

  #peek(): Token {
    return this.#scanner.peek();
  }

  #take(): Token {
    const token = this.#scanner.take();
    // The beginning and the end of a block stand where the next thing begins.
    if (token.start.index < token.end.index) this.#end = token.end.index;
    if (this.#scanner.taken > MAX_TOKENS) throw tooManyTokens(rangeOf(token));
    return token;
  }

  #is(...kinds: readonly Token["kind"][]): boolean {
    return kinds.includes(this.#peek().kind);
  }

  /** Takes the next token if it is of that kind. */
  #accept(kind: Token["kind"]): boolean {
    if (!this.#is(kind)) return false;
    this.#take();
    return true;
  }

  #fail(message: string, at: Token = this.#peek()): never {
    throw new YamlProblem(message, [at.start.index, at.start.index + 1]);
  }

  /**
   * The comment between a place and the next token, on lines of its own. With a hyphen between them, also what stands behind it,
   * and not what is indented further: that is about the entry above.
   */
  #commentBehind(place: number, hyphen?: Token): string | undefined {
    const next = this.#peek().start.index;
    const { comments } = this.#scanner;
    let comment: string | undefined;
    let line = 0;
    for (let at = comments[this.#comment]; at && at.mark.index < next; at = comments[++this.#comment]) {
      const { text, mark, isAlone } = at;
      const isAbove = isAlone && !(hyphen && mark.column > hyphen.start.column);
      const isInside = hyphen && mark.index > hyphen.start.index;
      if (mark.index < place || !(isAbove || isInside)) continue;
      comment = comment === undefined ? text : comment + (mark.line > line + 1 ? "\n\n" : "\n") + text;
      line = mark.line;
    }
    return comment;
  }
}

/** Where a node stands: whether it may be a block, and whether a list that is indented no further than its key. */
interface Context {
  readonly inBlock?: boolean;
  readonly inMap?: boolean;
}

type Register = (node: YamlNode) => void;

const BEHIND_A_DOCUMENT = [
  "version directive",
  "tag directive",
  "document start",
  "document end",
  "stream end",
] as const;
const DEFAULT_HANDLES = [
  ["!", "!"],
  ["!!", "tag:yaml.org,2002:"],
] as const;

function emptyScalar(index: number): YamlScalar {
  return { kind: "scalar", value: "", style: "plain", range: [index, index] };
}

/** A list, and what it is filled through. */
function newList({ start }: Token) {
  const items: YamlNode[] = [];
  const comments: (string | undefined)[] = [];
  const range: [number, number] = [start.index, start.index];
  const list: YamlList = { kind: "list", items, comments, range };
  return { list, items, comments, range };
}

function newMap({ start }: Token) {
  const entries: [YamlNode, YamlNode][] = [];
  const range: [number, number] = [start.index, start.index];
  const map: YamlMap = { kind: "map", entries, range };
  return { map, entries, range };
}

function rangeOf({ start, end }: Token): Range {
  return [start.index, end.index];
}
