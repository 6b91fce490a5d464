import type { ScalarValue } from "./resolve-scalar.js";

/** Offsets in the text, in UTF-16 units: from the first character up to, and without, the second. */
export type Range = readonly [start: number, end: number];

/**
 * A YAML or JSON text as kube-apiserver sees it: aliases and merges followed, scalars resolved, the last of several equal
 * keys kept. Each node knows where it stands.
 */
export type Node = ScalarNode | ListNode | MapNode;

/**
 * Why a node cannot be changed where it stands: it has an anchor or a tag, or what is here is what an alias or a merge brings
 * in from elsewhere.
 */
export type Tie = "anchor" | "alias" | "merge" | "tag";

export interface ScalarNode {
  readonly kind: "scalar";
  readonly value: ScalarValue;
  /** As written, without quotes. */
  readonly text: string;
  /** `block` is a literal block (`|`), whose lines are the lines of the file. */
  readonly style: "plain" | "quoted" | "block" | "folded";
  readonly range: Range;
  readonly tied?: Tie;
}

export interface ListNode {
  readonly kind: "list";
  readonly items: readonly Node[];
  /** The comment above each item, without its `#`. */
  readonly comments: readonly (string | undefined)[];
  /** Where the hyphen of each item stands; a list between brackets has none. */
  readonly hyphens?: readonly number[];
  readonly range: Range;
  readonly tied?: Tie;
}

export interface MapNode {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, MapEntry>;
  /** Keys that are set more than once, with each place that sets them, in order; the last counts. */
  readonly duplicates: readonly { readonly key: string; readonly places: readonly Range[] }[];
  /** Whether it brings in entries of another mapping. */
  readonly merges?: true;
  readonly range: Range;
  readonly tied?: Tie;
}

export interface MapEntry {
  readonly key: Range;
  readonly value: Node;
  /** In JSON: each of the values of a field that is set more than once, since kube-apiserver decodes them all. */
  readonly decoded?: readonly Node[];
}

export function isNull(node: Node): boolean {
  return node.kind === "scalar" && node.value === null;
}

/** What a value is, for a message. */
export function describeNode(node: Node): string {
  if (node.kind !== "scalar") return node.kind === "list" ? "a list" : "a mapping";
  if (isNull(node)) return "null";
  if (typeof node.value === "string") return "a string";
  return typeof node.value === "boolean" ? "a boolean" : "a number";
}
