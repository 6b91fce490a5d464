import type { SourceList, SourceMap, SourceNode } from "../diagnostics/index.js";
import type { Data, DataObject } from "../render/index.js";

/** Offsets in a text, in UTF-16 units: from the first character up to, and without, the second. */
export type Range = readonly [start: number, end: number];

/** What a node says, as plain data. */
export function dataOf(node: SourceNode): Data {
  if (node.kind === "list") return node.items.map(dataOf);
  if (node.kind === "map") return objectOf(node);
  const { value } = node;
  // INVARIANT: a scalar is what JSON has, with integers as bigint.
  if (typeof value !== "bigint") return value as Data;
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function objectOf(map: SourceMap): DataObject {
  return Object.fromEntries([...map.entries].map(([key, { value }]) => [key, dataOf(value)]));
}

/** Whether two values say the same; the order of keys says nothing. */
export function isSame(a: Data | undefined, b: Data | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  // Lists by their indexes.
  const [first, second] = [a, b] as readonly DataObject[];
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(first?.[key], second?.[key]))
  );
}

/** Between brackets, or as JSON has it. */
export function isFlow(text: string, node: SourceList | SourceMap): boolean {
  return node.kind === "list" ? node.hyphens === undefined : text[node.range[0]] === "{";
}

/** The node at a path as `spec.fileAssets[0]`, or the last one on the way that is there. */
export function nodeAt(root: SourceNode, path: string): SourceNode {
  let node = root;
  for (const [, index, key] of path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)) {
    const next: SourceNode | undefined =
      node.kind === "list"
        ? node.items[Number(index)]
        : node.kind === "map"
          ? node.entries.get(key ?? "")?.value
          : undefined;
    if (!next) return node;
    node = next;
  }
  return node;
}

/** The path of what stands below a key or an index. */
export function below(path: string, step: string | number): string {
  if (typeof step === "number") return `${path}[${step}]`;
  return path === "" ? step : `${path}.${step}`;
}
