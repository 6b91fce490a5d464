import deepmerge from "deepmerge";
import {
  type Data,
  type DataObject,
  type DocumentMerge,
  DocumentRefusal,
  type FindItem,
  isDataList,
  isDataObject,
} from "./editable-document.js";

// INVARIANT: no module of the start-up path imports this one, so that deepmerge is loaded only by who merges.

/** A document with what a target wants of it merged in; the arguments stay as they are. */
export function mergeDocument(document: DataObject, { fragment, lists = {} }: DocumentMerge): DataObject {
  refuseMisshapen(document, fragment, lists, "");
  const options: deepmerge.Options = {
    arrayMerge: (_, wanted) => structuredClone(wanted),
    customMerge: (key) => {
      const find = Object.hasOwn(lists, key) ? lists[key] : undefined;
      return find && joinItems(find);
    },
  };
  const joinItems =
    (find: FindItem) =>
    (present: Data, wanted: Data): Data => {
      if (!isDataList(present) || !isDataList(wanted))
        return isDataObject(present) && isDataObject(wanted) ? deepmerge(present, wanted, options) : wanted;
      const joined = [...present];
      for (const item of wanted) {
        const at = find(item, present);
        const known = present[at];
        if (known === undefined) joined.push(item);
        else joined[at] = isDataObject(known) && isDataObject(item) ? deepmerge(known, item, options) : item;
      }
      return structuredClone(joined);
    };
  // Plain data merged with plain data, in types that deepmerge does not know.
  return withoutUndefined(deepmerge(document, fragment, options)) as DataObject;
}

/** Refuses what has another kind of value where the fragment goes on: merging would throw it away. */
function refuseMisshapen(
  present: Data | undefined,
  wanted: Data | undefined,
  lists: Readonly<Record<string, unknown>>,
  path: string,
): void {
  if (present === undefined || present === null || wanted === undefined) return;
  const [is, wants] = [kindOf(present), kindOf(wanted)];
  if (is !== wants) throw new DocumentRefusal(path, `is ${is}, where ${wants} belongs`);
  if (!isDataObject(present) || !isDataObject(wanted)) return;
  for (const [key, value] of Object.entries(wanted)) {
    const inner = path === "" ? key : `${path}.${key}`;
    refuseMisshapen(present[key], value, lists, inner);
    const items = present[key];
    if (!Object.hasOwn(lists, key) || !isDataList(items) || !isDataList(value)) continue;
    const expected = kindOf(value[0] ?? "");
    const odd = items.findIndex((item) => kindOf(item) !== expected);
    if (odd >= 0)
      throw new DocumentRefusal(
        `${inner}[${odd}]`,
        `is ${kindOf(items[odd] ?? null)}, where ${expected} belongs`,
      );
  }
}

function kindOf(data: Data): string {
  if (data === null) return "null";
  if (isDataList(data)) return "a list";
  return isDataObject(data) ? "a mapping" : "a single value";
}

function withoutUndefined(data: Data | undefined): Data | undefined {
  if (isDataList(data)) return data.map((item) => withoutUndefined(item) ?? null);
  if (!isDataObject(data)) return data;
  const entries = Object.entries(data).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutUndefined(value)]));
}
