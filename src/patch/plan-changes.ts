import type {
  FieldPath,
  PolicyEdit,
  PolicySource,
  SourceList,
  SourceMap,
  SourceNode,
} from "../diagnostics/index.js";
import { appendString } from "./append-string.js";
import { findNode } from "./find-node.js";
import { pathOfEdit } from "./path-of-edit.js";
import { placeChanges } from "./place-changes.js";
import { Refusal } from "./refusal.js";
import { removeFields, removeItems } from "./remove-nodes.js";
import { renameField } from "./rename-field.js";
import { replaceString } from "./replace-string.js";
import { doOverlap, type TextChange } from "./text-change.js";

/** What to change of a file, or why it is not changed. */
export type PlannedChanges =
  | { readonly changes: readonly TextChange[]; readonly refused?: undefined }
  | { readonly changes?: undefined; readonly refused: string };

/**
 * The changes of a file's text that make some edits of the policy in it. All that is not about what is edited stays, byte for
 * byte: quotes, indentation, line ends, comments, other documents. Comments that are about what is removed go with it.
 *
 * It is refused, with the reason, where a place is not what it seems (an anchor, an alias, a merge), and where the edits
 * get in each other's way.
 *
 * @example
 * const file = "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n# Noise.\n- level: None # really\n- level: Metadata\n";
 * const { source } = parsePolicy(file);
 * if (!source) throw new Error("there is no policy");
 * const { changes = [] } = planChanges(file, source, [{ remove: "rules[0]" }]);
 * applyChanges(file, changes).split("\n")[3]; // - level: Metadata
 */
export function planChanges(
  file: string,
  source: PolicySource,
  edits: readonly PolicyEdit[],
): PlannedChanges {
  try {
    const changes = placeChanges(file, source, collectChanges(source, edits));
    if (doOverlap(changes)) return { refused: "its changes touch the same text" };
    return { changes };
  } catch (refusal) {
    if (refusal instanceof Refusal) return { refused: refusal.message };
    throw refusal;
  }
}

function collectChanges({ text, root }: PolicySource, edits: readonly PolicyEdit[]): readonly TextChange[] {
  // What is a line to YAML has to be one here.
  if (/\r(?!\n)|[\u0085\u2028\u2029]/.test(text)) throw new Refusal("the text has unusual line breaks");
  if (edits.some((edit) => "remove" in edit && edits.some((other) => isInside(other, edit.remove))))
    throw new Refusal("its changes touch the same text");
  const items = new Map<SourceList, Set<number>>();
  const fields = new Map<SourceMap, Set<string>>();
  const changes: TextChange[] = [];
  for (const edit of edits) {
    if ("remove" in edit) {
      const found = findNode(root, edit.remove);
      if (holdsAnchor(found.node))
        throw new Refusal(`${edit.remove} holds an anchor, which others may refer to`);
      if ("list" in found) setOf(items, found.list).add(found.index);
      else setOf(fields, found.map).add(found.field);
    } else if ("replace" in edit) {
      changes.push(replaceString(text, findNode(root, edit.replace).node, edit.by, edit.replace));
    } else if ("rename" in edit) {
      changes.push(renameField(text, findNode(root, edit.rename), edit.to, edit.rename));
    } else {
      const { node } = findNode(root, edit.append);
      if (node.kind !== "list") throw new Refusal(`${edit.append} is no list`);
      changes.push(appendString(text, node, edit.value));
    }
  }
  for (const [list, removed] of items) changes.push(...removeItems(text, list, removed));
  for (const [map, removed] of fields) changes.push(...removeFields(text, map, removed));
  return changes;
}

/** Whether an edit is about what another removes, or about a part of that. */
function isInside(edit: PolicyEdit, removed: FieldPath): boolean {
  if ("remove" in edit) return isPartOf(edit.remove, removed);
  const path = pathOfEdit(edit);
  return path === removed || isPartOf(path, removed);
}

function isPartOf(path: FieldPath, whole: FieldPath): boolean {
  return path.startsWith(whole) && /^[.[]/.test(path.slice(whole.length));
}

function holdsAnchor(node: SourceNode): boolean {
  if (node.tied === "anchor") return true;
  if (node.kind === "list") return node.items.some(holdsAnchor);
  return node.kind === "map" && [...node.entries.values()].some(({ value }) => holdsAnchor(value));
}

function setOf<Key, Value>(sets: Map<Key, Set<Value>>, key: Key): Set<Value> {
  const known = sets.get(key) ?? new Set<Value>();
  sets.set(key, known);
  return known;
}
