import {
  type Alias,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
  type Node as YamlNode,
} from "yaml";
import type { ListNode, MapEntry, MapNode, Node, Range, ScalarNode } from "./node.js";
import { resolveScalar, UnresolvableScalar } from "./resolve-scalar.js";
import { MAX_NESTING, tooDeep, YamlProblem } from "./yaml-problem.js";

/**
 * Turns one document into nodes.
 *
 * Upstream: go.yaml.in/yaml/v2, decode.go, unmarshal, alias, merge, allowedAliasRatio
 */
export class Resolver {
  /** The text, where its escapes are those of YAML and not of JSON. */
  readonly #yaml: string | undefined;
  /** The nodes that carry an anchor, as far as the text has been read. */
  readonly #anchors = new Map<string, YamlNode>();
  readonly #open = new Set<YamlNode>();
  #resolved = 0;
  #resolvedInAliases = 0;
  #aliasDepth = 0;
  #depth = 0;
  #flowDepth = 0;

  constructor(yaml: string | undefined) {
    this.#yaml = yaml;
  }

  resolve(node: YamlNode): Node {
    this.#resolved++;
    if (this.#aliasDepth > 0) this.#resolvedInAliases++;
    const share = this.#resolvedInAliases / this.#resolved;
    if (this.#resolvedInAliases > 100 && this.#resolved > 1000 && share > allowedAliasShare(this.#resolved)) {
      throw new YamlProblem("EXCESSIVE_ALIASING", "aliases blow the document up", rangeOf(node));
    }
    if (isAlias(node)) return this.#alias(node);
    if (node.anchor && this.#aliasDepth === 0) this.#anchors.set(node.anchor, node);
    if (isScalar(node)) {
      this.#refuseSurrogates(node);
      if (this.#flowDepth > 0 && node.type === "PLAIN") this.#refuseInFlow(node);
      return resolveScalarNode(node);
    }
    if (this.#depth >= MAX_NESTING) throw tooDeep(rangeOf(node));
    this.#depth++;
    if (node.flow) this.#flowDepth++;
    const collection = isMap(node)
      ? this.#map(node as YAMLMap<YamlNode, YamlNode | null>)
      : this.#list(node as YAMLSeq<YamlNode>);
    if (node.flow) this.#flowDepth--;
    this.#depth--;
    return collection;
  }

  /** JSON writes a character above U+FFFF as two escapes; YAML has `\\U` for it and takes no halves. */
  #refuseSurrogates(scalar: Scalar): void {
    if (scalar.type !== "QUOTE_DOUBLE" || !/[\ud800-\udfff]/.test(String(scalar.value))) return;
    const range = rangeOf(scalar);
    if (/\\u[dD][89a-fA-F]/.test(this.#yaml?.slice(...range) ?? "")) {
      throw new YamlProblem("BAD_DQ_ESCAPE", "an escape stands for half a character", range);
    }
  }

  /**
   * Between brackets YAML 1.1 ends a plain scalar at "?", and knows a key only by a colon with a blank behind it.
   *
   * Upstream: go.yaml.in/yaml/v2, scannerc.go, yaml_parser_scan_plain_scalar
   */
  #refuseInFlow(scalar: Scalar): void {
    const [start, end] = rangeOf(scalar);
    const isKey = this.#yaml?.[end] === ":";
    if (this.#yaml?.slice(start, end).includes("?") || (isKey && /\S/.test(this.#yaml?.[end + 1] ?? " "))) {
      throw new YamlProblem(
        "BAD_FLOW_SCALAR",
        "a plain scalar between brackets has a ? or a : without a blank",
        [start, end],
      );
    }
  }

  #alias(alias: Alias): Node {
    const target = this.#anchors.get(alias.source);
    if (!target)
      throw new YamlProblem("UNKNOWN_ANCHOR", `no anchor "${alias.source}" stands above`, rangeOf(alias));
    if (this.#open.has(target))
      throw new YamlProblem("SELF_ALIAS", `anchor "${alias.source}" contains itself`, rangeOf(alias));
    this.#open.add(target);
    this.#aliasDepth++;
    const node = this.resolve(target);
    this.#aliasDepth--;
    this.#open.delete(target);
    return node;
  }

  #list(list: YAMLSeq<YamlNode>): ListNode {
    if (list.anchor) this.#open.add(list);
    const items = list.items.map((item) => this.resolve(item));
    this.#open.delete(list);
    const comments = list.items.map((item, index) => {
      const above = isCollection(item) || isScalar(item) ? item.commentBefore : undefined;
      return (index === 0 ? (list.commentBefore ?? above) : above) ?? undefined;
    });
    return { kind: "list", items, comments, range: rangeOf(list) };
  }

  #map(map: YAMLMap<YamlNode, YamlNode | null>): MapNode {
    if (map.anchor) this.#open.add(map);
    const entries = new Map<string, MapEntry>();
    const places = new Map<string, Range[]>();
    const set = (key: string, entry: MapEntry): void => {
      entries.set(key, entry);
      const known = places.get(key);
      if (known) known.push(entry.key);
      else places.set(key, [entry.key]);
    };
    for (const { key, value } of map.items) {
      if (isMerge(key)) {
        for (const source of this.#mergeSources(value ?? key))
          for (const [name, entry] of source.entries) set(name, entry);
      } else {
        const name = this.#key(key);
        set(name, { key: rangeOf(key), value: value ? this.resolve(value) : nullAt(key) });
      }
    }
    this.#open.delete(map);
    const duplicates = [...places]
      .filter(([, set]) => set.length > 1)
      .map(([key, set]) => ({ key, places: set }));
    return { kind: "map", entries, duplicates, range: rangeOf(map) };
  }

  #key(key: YamlNode): string {
    const node = this.resolve(key);
    if (node.kind !== "scalar" || node.value === null) {
      throw new YamlProblem("BAD_KEY", "a key is neither a string nor a number nor a boolean", rangeOf(key));
    }
    return String(node.value);
  }

  /** Later ones first, so that the earlier of several merged mappings take precedence. */
  #mergeSources(value: YamlNode): MapNode[] {
    const node = this.resolve(value);
    const sources = node.kind === "list" ? [...node.items].reverse() : [node];
    return sources.map((source) => {
      if (source.kind !== "map")
        throw new YamlProblem("BAD_MERGE", "only a mapping, or a list of them, can be merged", source.range);
      return source;
    });
  }
}

function allowedAliasShare(resolved: number): number {
  const [low, high] = [400_000, 4_000_000];
  if (resolved <= low) return 0.99;
  if (resolved >= high) return 0.1;
  return 0.99 - 0.89 * ((resolved - low) / (high - low));
}

function isMerge(key: YamlNode): boolean {
  return (
    isScalar(key) && key.value === "<<" && (key.type === "PLAIN" || key.tag === "tag:yaml.org,2002:merge")
  );
}

function nullAt(key: YamlNode): ScalarNode {
  const [, end] = rangeOf(key);
  return { kind: "scalar", value: null, text: "", style: "plain", range: [end, end] };
}

function resolveScalarNode(scalar: Scalar): ScalarNode {
  const text = String(scalar.value);
  const range = rangeOf(scalar);
  const plain = scalar.type === "PLAIN";
  try {
    return {
      kind: "scalar",
      value: plain || scalar.tag ? resolveScalar(text, scalar.tag) : text,
      text,
      style: plain
        ? "plain"
        : scalar.type === "BLOCK_LITERAL"
          ? "block"
          : scalar.type === "BLOCK_FOLDED"
            ? "folded"
            : "quoted",
      range,
    };
  } catch (error) {
    if (error instanceof UnresolvableScalar) throw new YamlProblem("BAD_SCALAR", error.message, range);
    throw error;
  }
}

/** Where a node stands, without the comments and line breaks behind it. */
export function rangeOf(node: YamlNode): Range {
  const [start, end] = node.range ?? [0, 0];
  return [start, Math.max(start, end)];
}
