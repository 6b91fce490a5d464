import type { ListNode, MapEntry, MapNode, Node, Range, ScalarNode, Tie } from "./node.js";
import { isInt64, isInteger, resolveScalar, type ScalarValue, UnresolvableScalar } from "./resolve-scalar.js";
import type { YamlAlias, YamlList, YamlMap, YamlNode, YamlScalar } from "./yaml/yaml-node.js";
import { YamlProblem } from "./yaml-problem.js";

const TAG_MERGE = "tag:yaml.org,2002:merge";

/**
 * Turns one document into what JSON can say of it: scalars resolved, aliases and merges followed, the last of several equal keys
 * kept. Throws a `YamlProblem` where kube-apiserver's reader gives up.
 *
 * Upstream: go.yaml.in/yaml/v2, decode.go, unmarshal, alias, merge, allowedAliasRatio; sigs.k8s.io/yaml, yaml.go, YAMLToJSON
 */
export function resolveNodes(root: YamlNode): Node {
  const resolver = new Resolver();
  const node = resolver.resolve(root);
  resolver.refuseWhatJsonLacks(node);
  return node;
}

class Resolver {
  readonly #open = new Set<YamlAlias>();
  /** How many mappings are being merged that stand in the merge itself. */
  #merging = 0;
  /** What JSON cannot say. It is of no account where a later key replaces it. */
  readonly #problems = new Map<Node, string>();
  #resolved = 0;
  #resolvedInAliases = 0;

  resolve(node: YamlNode): Node {
    this.#count(node);
    switch (node.kind) {
      case "alias":
        return this.#alias(node);
      case "scalar":
        return this.#scalar(node);
      case "list":
        return this.#list(node);
      case "map":
        return this.#map(node);
    }
  }

  /** Throws if the tree holds what JSON does not have. */
  refuseWhatJsonLacks(node: Node): void {
    const problem = this.#problems.get(node);
    if (problem !== undefined) throw new YamlProblem(problem, node.range);
    if (node.kind === "list") for (const item of node.items) this.refuseWhatJsonLacks(item);
    if (node.kind === "map") for (const { value } of node.entries.values()) this.refuseWhatJsonLacks(value);
  }

  #count(node: YamlNode): void {
    this.#resolved++;
    if (this.#open.size > 0) this.#resolvedInAliases++;
    const share = this.#resolvedInAliases / this.#resolved;
    if (this.#resolvedInAliases > 100 && this.#resolved > 1000 && share > allowedAliasShare(this.#resolved))
      throw new YamlProblem("document contains excessive aliasing", node.range);
  }

  #alias(alias: YamlAlias): Node {
    return this.#follow(alias, (target) => this.resolve(target));
  }

  #follow<Result>(alias: YamlAlias, read: (target: YamlNode) => Result): Result {
    if (this.#open.has(alias))
      throw new YamlProblem(`anchor '${alias.name}' value contains itself`, alias.range);
    this.#open.add(alias);
    const result = read(alias.target);
    this.#open.delete(alias);
    return result;
  }

  #scalar(scalar: YamlScalar): ScalarNode {
    const { value: text, range } = scalar;
    const value = scalarValue(scalar);
    const node: ScalarNode = {
      kind: "scalar",
      value,
      text,
      style: STYLES[scalar.style],
      range,
      ...this.#tie(scalar),
    };
    if (typeof value === "number" && !Number.isFinite(value))
      this.#problems.set(node, `${text} is a number that JSON does not have`);
    return node;
  }

  #list(list: YamlList): ListNode {
    const { items, comments, hyphens, range } = list;
    return {
      kind: "list",
      items: items.map((item) => this.resolve(item)),
      comments,
      ...(hyphens && { hyphens }),
      range,
      ...this.#tie(list),
    };
  }

  #tie({ hasAnchor, tag }: Exclude<YamlNode, YamlAlias>): { readonly tied?: Tie } {
    if (this.#open.size > 0) return { tied: "alias" };
    if (this.#merging > 0) return { tied: "merge" };
    if (hasAnchor) return { tied: "anchor" };
    return tag === undefined ? {} : { tied: "tag" };
  }

  #map(map: YamlMap): MapNode {
    const content: MapContent = { entries: new Map(), keys: new Map() };
    this.#fill(content, map);
    const duplicates = [...content.keys]
      .filter(([, places]) => places.length > 1)
      .map(([key, places]) => ({ key: String(key), places }));
    const node: MapNode = {
      kind: "map",
      entries: content.entries,
      duplicates,
      ...(map.entries.some(([key]) => isMerge(key)) && { merges: true as const }),
      range: map.range,
      ...this.#tie(map),
    };
    if (content.problem !== undefined) this.#problems.set(node, content.problem);
    return node;
  }

  /** Puts in the entries of a mapping, and of those that it merges. */
  #fill(content: MapContent, map: YamlMap): void {
    for (const [key, value] of map.entries) {
      if (isMerge(key)) for (const source of mergeSources(value)) this.#merge(content, source);
      else this.#set(content, key, value);
    }
  }

  #merge(content: MapContent, source: YamlMap | YamlAlias): void {
    this.#count(source);
    if (source.kind === "map") {
      this.#merging++;
      this.#fill(content, source);
      this.#merging--;
    } else
      this.#follow(source, (target) => {
        this.#count(target);
        if (target.kind === "map") this.#fill(content, target);
      });
  }

  #set(content: MapContent, key: YamlNode, value: YamlNode): void {
    const name = this.resolve(key);
    if (name.kind !== "scalar") throw new YamlProblem("a key is a list or a mapping", key.range);
    if (!hasJsonName(name))
      content.problem = `a key is ${name.value === null ? "null" : "larger than int64"}`;
    const places = content.keys.get(name.value);
    if (places) places.push(key.range);
    else content.keys.set(name.value, [key.range]);
    content.entries.set(String(name.value), { key: key.range, value: this.resolve(value) });
  }
}

/** A mapping as it is being read. */
interface MapContent {
  readonly entries: Map<string, MapEntry>;
  readonly keys: Map<ScalarValue, Range[]>;
  /** What JSON lacks for one of its keys. */
  problem?: string;
}

/** Upstream: sigs.k8s.io/yaml, yaml.go, convertToJSONableObject, which has no string for null and for uint64 */
function hasJsonName({ value, text }: ScalarNode): boolean {
  return value !== null && !(typeof value === "bigint" && !isInt64(value) && isInteger(text));
}

const STYLES = {
  plain: "plain",
  single: "quoted",
  double: "quoted",
  literal: "block",
  folded: "folded",
} as const;

function scalarValue({ value, style, tag, range }: YamlScalar): ScalarValue {
  if (tag === undefined && style !== "plain") return value;
  try {
    return resolveScalar(value, tag);
  } catch (error) {
    if (error instanceof UnresolvableScalar) throw new YamlProblem(error.message, range);
    throw error;
  }
}

/** What a merge brings in; later ones first, so that the earlier of several take precedence. */
function mergeSources(value: YamlNode): readonly (YamlMap | YamlAlias)[] {
  const sources = value.kind === "list" ? [...value.items].reverse() : [value];
  return sources.map((source) => {
    const isMap = source.kind === "map" || (source.kind === "alias" && source.target.kind === "map");
    if (isMap) return source;
    throw new YamlProblem("map merge requires map or sequence of maps as the value", source.range);
  });
}

/** Upstream: go.yaml.in/yaml/v2, decode.go, isMerge; the bare tag makes a quoted one a merge as well. */
function isMerge(key: YamlNode): boolean {
  if (key.kind !== "scalar" || key.value !== "<<") return false;
  return key.tag === undefined ? key.style === "plain" : key.tag === "!" || key.tag === TAG_MERGE;
}

function allowedAliasShare(resolved: number): number {
  const [low, high] = [400_000, 4_000_000];
  if (resolved <= low) return 0.99;
  if (resolved >= high) return 0.1;
  return 0.99 - 0.89 * ((resolved - low) / (high - low));
}
