import type { SourceList, SourceMap, SourceNode } from "../diagnostics/index.js";
import { Refusal, removeFields, removeItems } from "../patch/index.js";
import { type Data, type DataObject, isDataList, isDataObject } from "../render/index.js";
import { below, dataOf, isFlow, isSame } from "./document-node.js";
import { insertEntries, insertItems, type LineChange } from "./insert-entries.js";
import { RefusalAt } from "./refusal-at.js";
import { refuseTemplateIn } from "./refuse-template.js";
import { type Holder, replaceNode } from "./replace-node.js";
import { replaceWhole } from "./replace-whole.js";
import type { TextLayout } from "./text-layout.js";

/**
 * The changes of a text that make a node say what is wanted: what is to say the same stays, entries and items that are new go
 * behind those that are there. Of what is inside comes first, so that it stands first where two are put in at one place.
 */
export function* spliceNode(
  text: string,
  node: SourceNode,
  wanted: Data,
  layout: TextLayout,
  path = "",
  holder: Holder = { range: [0, 0], isFlow: false, isItem: true },
): Generator<LineChange> {
  if (isSame(dataOf(node), wanted)) return;
  refuseTied(node, path, holder);
  if (isDataObject(wanted) && (layout.printed?.has(path) || staysNothing(node, wanted, holder))) {
    refuseLoss(text, node, path);
    yield* replaceWhole(text, node, wanted, holder, layout, path);
  } else if (node.kind === "map" && isDataObject(wanted) && !isEmptyBlock(node, holder))
    yield* spliceMap(text, node, wanted, layout, path);
  else if (node.kind === "list" && isDataList(wanted) && !isEmptyBlock(node, holder))
    yield* spliceList(text, node, wanted, layout, path);
  else yield* replaceNode(text, node, wanted, holder, layout, path);
}

/** `{}` and `[]` below a key become blocks, where there are blocks. */
function isEmptyBlock(node: SourceList | SourceMap, { isFlow: isInFlow, isItem }: Holder): boolean {
  const size = node.kind === "list" ? node.items.length : node.entries.size;
  return size === 0 && !isInFlow && !isItem;
}

/** Whether a mapping below a key has none of its entries then, and others. */
function staysNothing(node: SourceNode, wanted: DataObject, { isItem }: Holder): boolean {
  if (node.kind !== "map" || isItem || node.entries.size === 0) return false;
  return Object.keys(wanted).length > 0 && ![...node.entries.keys()].some((key) => wanted[key] !== undefined);
}

function* spliceMap(
  text: string,
  map: SourceMap,
  wanted: DataObject,
  layout: TextLayout,
  path: string,
): Generator<LineChange> {
  if (map.merges)
    throw new RefusalAt(map.range, `${path || "the document"} merges another mapping`, "write it out there");
  const isInFlow = isFlow(text, map);
  for (const [key, { key: range, value }] of map.entries) {
    const next = wanted[key];
    if (next === undefined || isSame(dataOf(value), next)) continue;
    refuseRepeated(map, key, path);
    yield* spliceNode(text, value, next, layout, below(path, key), {
      range,
      isFlow: isInFlow,
      isItem: false,
    });
  }
  const gone = [...map.entries.keys()].filter((key) => wanted[key] === undefined);
  for (const key of gone) {
    refuseRepeated(map, key, path);
    const { value } = map.entries.get(key) ?? {};
    if (value) refuseLoss(text, value, below(path, key));
  }
  if (gone.length > 0) yield* located(map, path, () => removeFields(text, map, new Set(gone)));
  const added = Object.entries(wanted).filter(([key]) => !map.entries.has(key));
  if (added.length > 0) yield insertEntries(text, map, Object.fromEntries(added), layout, path);
}

function* spliceList(
  text: string,
  list: SourceList,
  wanted: readonly Data[],
  layout: TextLayout,
  path: string,
): Generator<LineChange> {
  const kept = list.items.slice(0, wanted.length);
  const isInFlow = isFlow(text, list);
  for (const [index, item] of kept.entries()) {
    const hyphen = list.hyphens?.[index] ?? item.range[0];
    const holder: Holder = { range: [hyphen, hyphen + 1], isFlow: isInFlow, isItem: true };
    yield* spliceNode(text, item, wanted[index] ?? null, layout, below(path, index), holder);
  }
  const gone = list.items.slice(kept.length);
  for (const [index, item] of gone.entries()) refuseLoss(text, item, below(path, kept.length + index));
  if (gone.length > 0)
    yield* located(list, path, () => removeItems(text, list, new Set(gone.map((_, at) => kept.length + at))));
  if (wanted.length > kept.length) yield insertItems(text, list, wanted.slice(kept.length), layout);
}

const TIES: Readonly<Record<string, string>> = {
  anchor: "has an anchor, so that it may stand in other places as well",
  alias: "is brought in by an alias",
  merge: "is brought in by a merge",
  tag: "has a tag",
};

function refuseTied({ tied, range }: SourceNode, path: string, holder: Holder): void {
  if (tied === undefined) return;
  // What an alias brings in stands elsewhere, and an anchor in front of a block: the place is that of the key.
  const at = holder.range[1] > 0 ? holder.range : range;
  throw new RefusalAt(
    at,
    `${path || "the document"} ${TIES[tied] ?? tied}`,
    "write it out there, without it",
  );
}

/** What goes must not be what others refer to, nor be brought in from elsewhere. */
function refuseLoss(text: string, node: SourceNode, path: string): void {
  refuseTied(node, path, { range: node.range, isFlow: false, isItem: false });
  refuseTemplateIn(text, node.range);
  if (node.kind === "list")
    for (const [at, item] of node.items.entries()) refuseLoss(text, item, below(path, at));
  if (node.kind === "map")
    for (const [key, { value }] of node.entries) refuseLoss(text, value, below(path, key));
}

/** Of a key that is set twice one is passed over, and which depends on the reader. */
function refuseRepeated(map: SourceMap, key: string, path: string): void {
  const isRepeated = map.duplicates.some(
    (one) => isDataObject(one as Data) && (one as DataObject)["key"] === key,
  ); // unknown to the type: a mapping with `key`
  const range = map.entries.get(key)?.key ?? map.range;
  if (isRepeated)
    throw new RefusalAt(range, `${below(path, key)} is set more than once`, "leave the one that counts");
}

function* located(
  node: SourceNode,
  path: string,
  remove: () => readonly LineChange[],
): Generator<LineChange> {
  try {
    yield* remove();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    throw new RefusalAt(
      node.range,
      `${path || "the document"} cannot be changed in place: ${refusal.message}`,
    );
  }
}
