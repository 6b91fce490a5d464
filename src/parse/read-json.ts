import {
  isNull,
  type ListNode,
  type MapEntry,
  type MapNode,
  type Node,
  type Range,
  type ScalarNode,
} from "./node.js";
import type { ScalarValue } from "./resolve-scalar.js";
import { MAX_NESTING, tooDeep, YamlProblem } from "./yaml-problem.js";

/**
 * Whether kube-apiserver gives a text to its JSON decoder, and to no other: it begins with a brace, behind what Go takes for
 * white space.
 *
 * Upstream: k8s.io/apimachinery, pkg/util/yaml/decoder.go, IsJSONBuffer; Go's unicode.IsSpace
 */
export function beginsAsJson(text: string): boolean {
  return /^[\t-\r\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*\{/.test(text);
}

/**
 * Reads a JSON text as kube-apiserver's decoder does. Throws a `YamlProblem` where it is none.
 *
 * Upstream: sigs.k8s.io/json, internal/golang/encoding/json, decode.go
 */
export function readJson(text: string): Node {
  return new JsonReader(text).whole();
}

const BLANKS = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON refuses
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const LITERAL = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)/y;
/** What is shown of a text where it cannot be read. */
const STRAY = /[^\s,:[\]{}]+|$|[\s\S]/y;

class JsonReader {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): Node {
    this.#match(BLANKS);
    const node = this.#value();
    this.#match(BLANKS);
    if (this.#at < this.#text.length) this.#fail();
    return node;
  }

  #value(): Node {
    if (this.#depth >= MAX_NESTING) throw tooDeep([this.#at, this.#at + 1]);
    switch (this.#text[this.#at]) {
      case "{":
        return this.#object();
      case "[":
        return this.#array();
      case '"':
        return this.#string();
      default:
        return this.#literal();
    }
  }

  #object(): MapNode {
    const start = this.#at;
    const entries = new Map<string, MapEntry>();
    const places = new Map<string, Range[]>();
    this.#sequence("}", () => {
      const { text: name, range: key } = this.#string();
      this.#match(BLANKS);
      this.#expect(":");
      this.#match(BLANKS);
      const value = this.#value();
      const known = entries.get(name);
      const isPointer = name === POINTER && this.#depth > 1;
      entries.set(name, known ? decodeOver(known, { key, value }, isPointer) : { key, value });
      const before = places.get(name);
      if (before) before.push(key);
      else places.set(name, [key]);
    });
    const duplicates = [...places]
      .filter(([, all]) => all.length > 1)
      .map(([key, all]) => ({ key, places: all }));
    return { kind: "map", entries, duplicates, range: [start, this.#at] };
  }

  #array(): ListNode {
    const start = this.#at;
    const items: Node[] = [];
    this.#sequence("]", () => items.push(this.#value()));
    return { kind: "list", items, comments: items.map(() => undefined), range: [start, this.#at] };
  }

  /** Entries with commas between them, from a bracket to its end. */
  #sequence(end: "}" | "]", entry: () => void): void {
    this.#at++;
    this.#depth++;
    this.#match(BLANKS);
    if (this.#text[this.#at] === end) this.#at++;
    else {
      do {
        this.#match(BLANKS);
        entry();
        this.#match(BLANKS);
      } while (this.#accept(","));
      this.#expect(end);
    }
    this.#depth--;
  }

  #string(): ScalarNode & { readonly value: string } {
    const start = this.#at;
    const written = this.#match(STRING) ?? this.#fail();
    // Halves of a character become what stands for none.
    const value = String(JSON.parse(written)).replace(/\p{Surrogate}/gu, "\ufffd");
    return { kind: "scalar", value, text: value, style: "quoted", range: [start, this.#at] };
  }

  #literal(): ScalarNode {
    const start = this.#at;
    const text = this.#match(LITERAL);
    if (text === undefined) this.#fail();
    const value: ScalarValue = /^-?\d+$/.test(text) ? BigInt(text) : JSON.parse(text);
    return { kind: "scalar", value, text, style: "plain", range: [start, this.#at] };
  }

  /** Goes past what the pattern takes; undefined where it takes nothing. */
  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const [match] = pattern.exec(this.#text) ?? [];
    this.#at += match?.length ?? 0;
    return match;
  }

  #accept(character: string): boolean {
    const isThere = this.#text[this.#at] === character;
    if (isThere) this.#at++;
    return isThere;
  }

  #expect(character: string): void {
    if (!this.#accept(character)) this.#fail();
  }

  #fail(): never {
    const start = this.#at;
    this.#match(STRAY);
    throw new YamlProblem("not JSON", [start, Math.max(this.#at, start + 1)]);
  }
}

/** The field of a rule that null takes back; that of the policy is no pointer. */
const POINTER = "omitManagedFields";

/**
 * What is left of a field that is set twice. The decoder does not put the second value in the place of the first, but decodes
 * it on top: mappings keep their other fields, lists their entries' other fields, and null takes back lists and pointers only.
 *
 * Upstream: sigs.k8s.io/json, internal/golang/encoding/json, decode.go, array, object, literalStore
 */
function decodeOver(before: MapEntry, after: MapEntry, isPointer: boolean): MapEntry {
  return {
    key: after.key,
    value: mergeNodes(before.value, after.value, isPointer),
    decoded: [...(before.decoded ?? [before.value]), after.value],
  };
}

function mergeNodes(before: Node, after: Node, isPointer: boolean): Node {
  if (isNull(after)) return before.kind === "list" || isPointer ? after : before;
  if (before.kind === "map" && after.kind === "map") {
    const entries = new Map(before.entries);
    for (const [name, entry] of after.entries) {
      const known = entries.get(name);
      entries.set(name, known ? decodeOver(known, entry, name === POINTER) : entry);
    }
    return { ...after, entries };
  }
  if (before.kind === "list" && after.kind === "list") {
    const items = after.items.map((item, index) => {
      const known = before.items[index];
      return known ? mergeNodes(known, item, false) : item;
    });
    return { ...after, items };
  }
  return after;
}
