import type { Location, SourceNode, SourceText } from "../diagnostics/index.js";
import { type Data, isDataList, isDataObject } from "../render/index.js";
import { below, dataOf, isSame } from "./document-node.js";

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
  wanted: Data,
  source: SourceText,
): readonly DocumentChange[] {
  return [...changesOf(root, wanted, "", source)];
}

function* changesOf(
  node: SourceNode,
  wanted: Data,
  path: string,
  source: SourceText,
): Generator<DocumentChange> {
  const before = dataOf(node);
  if (isSame(before, wanted)) return;
  const location = source.locate(...node.range);
  const known = entriesOf(node);
  const next = isDataObject(wanted) || isDataList(wanted) ? Object.entries(wanted) : [];
  if (
    known.length === 0 ||
    isDataList(wanted) !== (node.kind === "list") ||
    isDataObject(wanted) !== (node.kind === "map")
  ) {
    yield before === null || known.length > 0 || node.kind === "scalar"
      ? { path, ...(before !== null && { before }), after: wanted, location }
      : { path, after: wanted, location };
    return;
  }
  const after = new Map(next);
  for (const [step, value] of known) {
    const one = after.get(String(step));
    const inner = below(path, step);
    if (one === undefined)
      yield { path: inner, before: dataOf(value), location: source.locate(...value.range) };
    else yield* changesOf(value, one, inner, source);
  }
  const names = new Set(known.map(([step]) => String(step)));
  for (const [step, value] of next) {
    if (names.has(step) || value === undefined) continue;
    yield { path: below(path, node.kind === "list" ? Number(step) : step), after: value, location };
  }
}

function entriesOf(node: SourceNode): readonly (readonly [string | number, SourceNode])[] {
  if (node.kind === "list") return node.items.map((item, index) => [index, item] as const);
  if (node.kind === "scalar") return [];
  return [...node.entries].map(([key, { value }]) => [key, value] as const);
}
