import { type Data, isDataList, isDataObject } from "../render/index.js";
import { below } from "./document-node.js";

/** What is left of a value if only that is taken out which is not wanted, and nothing else is changed. */
export function onlyRemoved(
  before: Data,
  wanted: Data | undefined,
  printed?: ReadonlyMap<string, string>,
  path = "",
): Data {
  if (printed?.has(path)) return before; // What is written anew loses nothing before.
  if (isDataObject(before) && isDataObject(wanted)) {
    const left = Object.entries(before).filter(([key]) => wanted[key] !== undefined);
    // Of which nothing stays is written anew as a whole.
    if (left.length === 0 && Object.keys(wanted).length > 0) return before;
    return Object.fromEntries(
      left.map(([key, value]) => [key, onlyRemoved(value ?? null, wanted[key], printed, below(path, key))]),
    );
  }
  if (isDataList(before) && isDataList(wanted)) {
    const items = before.map((item, index) =>
      onlyRemoved(item, wanted[index] ?? item, printed, below(path, index)),
    );
    // Of a list that becomes shorter the end goes, once its beginning has what stays.
    return items.slice(0, Math.max(wanted.length, 1));
  }
  return before;
}
