import type { FieldPath, SourceList, SourceMap, SourceNode } from "../diagnostics/index.js";
import { parsePath } from "./parse-path.js";
import { Refusal } from "./refusal.js";

/** A part of a policy, and what it is a part of. */
export type FoundNode = FoundItem | FoundEntry;

export interface FoundItem {
  readonly node: SourceNode;
  readonly list: SourceList;
  readonly index: number;
}

export interface FoundEntry {
  readonly node: SourceNode;
  readonly map: SourceMap;
  readonly field: string;
}

/** What stands at a path. Refuses what is there by an anchor, an alias, a merge or a tag: it is not there alone. */
export function findNode(root: SourceMap, path: FieldPath): FoundNode {
  let found: FoundNode | undefined;
  let node: SourceNode = root;
  let place = "";
  refuseTied(node, "the policy");
  for (const step of parsePath(path)) {
    const next: FoundNode | undefined = typeof step === "number" ? itemOf(node, step) : entryOf(node, step);
    if (!next) throw new Refusal(`there is no ${path}`);
    found = next;
    node = next.node;
    place += typeof step === "number" ? `[${step}]` : `${place === "" ? "" : "."}${step}`;
    refuseTied(node, place);
  }
  if (!found) throw new Refusal("the policy is no part of itself");
  return found;
}

function itemOf(list: SourceNode, index: number): FoundItem | undefined {
  const node = list.kind === "list" ? list.items[index] : undefined;
  return list.kind === "list" && node ? { node, list, index } : undefined;
}

function entryOf(map: SourceNode, field: string): FoundEntry | undefined {
  const node = map.kind === "map" ? map.entries.get(field)?.value : undefined;
  return map.kind === "map" && node ? { node, map, field } : undefined;
}

const TIES: Readonly<Record<string, string>> = {
  anchor: "has an anchor, so that it may stand in other places as well",
  alias: "is brought in by an alias",
  merge: "is brought in by a merge",
  tag: "has a tag",
};

function refuseTied({ tied }: SourceNode, path: string): void {
  if (tied !== undefined) throw new Refusal(`${path} ${TIES[tied] ?? tied}`);
}
