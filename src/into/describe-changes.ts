import type { Location, SourceNode, SourceText } from "../diagnostics/index.js";
import { type AddedDocument, type Data, isDataList, isDataObject } from "../render/index.js";
import { below, dataOf, isSame } from "./document-node.js";
import { type ChangedTexts, offsetInOuter } from "./offset-in-outer.js";

/** One thing that a document says otherwise. */
export interface DocumentChange {
  /** `spec.kubeAPIServer.auditLogMaxAge` */
  readonly path: string;
  /** Absent for what is new. */
  readonly before?: Data;
  /** Absent for what is taken out. */
  readonly after?: Data;
  /** Where it stands; of what is new where it is put into. */
  readonly location?: Location;
}

/** What changes, down to single values; what is new is told as a whole. */
export function describeChanges(
  root: SourceNode,
  { document, printed }: AddedDocument,
  source: SourceText,
  texts?: ChangedTexts,
): readonly DocumentChange[] {
  return [...changesOf(root, document, "", source, { texts, printed })];
}

interface Told {
  readonly texts: ChangedTexts | undefined;
  /** What is told as a whole. */
  readonly printed: ReadonlyMap<string, string> | undefined;
}

function* changesOf(
  node: SourceNode,
  wanted: Data,
  path: string,
  source: SourceText,
  told: Told,
): Generator<DocumentChange> {
  const before = dataOf(node);
  if (isSame(before, wanted)) return;
  const inner = node.kind === "scalar" ? told.texts?.changesOf(path) : undefined;
  if (inner) {
    for (const change of inner) yield inOuter(change, node, path, source);
    return;
  }
  const location = source.locate(...node.range);
  const parts = partsOf(node);
  const isWhole = told.printed?.has(path) === true;
  const isOpen =
    !isWhole && node.kind === "map" ? isDataObject(wanted) : node.kind === "list" && isDataList(wanted);
  if (!isOpen || parts.length === 0) {
    // Nothing has stood at what is null or empty.
    const isNew = before === null || (node.kind !== "scalar" && parts.length === 0);
    yield { path, ...(!isNew && { before }), after: wanted, location };
    return;
  }
  const left = new Map<string, Data | undefined>(Object.entries(Object(wanted)));
  for (const [step, value, start] of parts) {
    const after = left.get(String(step));
    const inside = below(path, step);
    left.delete(String(step));
    if (after !== undefined) yield* changesOf(value, after, inside, source, told);
    else yield { path: inside, before: dataOf(value), location: source.locate(start, value.range[1]) };
  }
  for (const [step, after] of left) {
    if (after === undefined) continue;
    yield { path: below(path, node.kind === "list" ? Number(step) : step), after, location };
  }
}

/** A change in a text that stands in the document, told as one of the document. */
function inOuter(
  { path, location, ...change }: DocumentChange,
  node: SourceNode,
  outer: string,
  source: SourceText,
): DocumentChange {
  const offset = location && offsetInOuter(source, node, location.line, location.column);
  const range = offset === undefined ? node.range : ([offset, offset + 1] as const);
  return { path: below(outer, path), ...change, location: source.locate(...range) };
}

/** What is in a node: by what, what, and where that begins. */
function partsOf(node: SourceNode): readonly (readonly [string | number, SourceNode, number])[] {
  if (node.kind === "list") return node.items.map((item, index) => [index, item, item.range[0]] as const);
  if (node.kind === "scalar") return [];
  return [...node.entries].map(([name, { key, value }]) => [name, value, key[0]] as const);
}
