import {
  type Data,
  type DataObject,
  type DocumentMerge,
  DocumentRefusal,
  isDataObject,
  listAt,
  objectAt,
  stringAt,
} from "../editable-document.js";
import { CONTROL_PLANES, isForControlPlanesAlone, selectedControlPlanes } from "./rancher-selectors.js";

/** A file from a Secret. */
export interface RancherFile {
  readonly secret: string;
  readonly key: string;
  readonly path: string;
}

/** Where in `machineSelectorFiles` an item stands. */
interface ItemPlace {
  readonly entry: number;
  readonly source: number;
  readonly item: number;
}

const NOWHERE: ItemPlace = { entry: -1, source: -1, item: -1 };

/**
 * A file as it is merged into `machineSelectorFiles`: in the place of the item with its path, or of the one that the flag names
 * now if it comes from the same Secret; else beside what comes from that Secret.
 */
export function mergeSelectorFiles(
  file: RancherFile,
  rkeConfig: DataObject,
  inForce: string | undefined,
  path: string,
): DocumentMerge {
  const entries = listAt(rkeConfig, "machineSelectorFiles");
  const there = itemsOf(entries);
  const other = there.find((one) => one.path === file.path && one.secret !== file.secret);
  if (other) {
    throw new DocumentRefusal(
      `${path}[${other.entry}].fileSources[${other.source}]`,
      `puts another file at ${file.path}`,
      "take it out, or choose another path by --audit-webhook-config-file",
    );
  }
  const own = there.filter(({ secret, isForAll }) => isForAll && secret === file.secret);
  const found = own.find((one) => one.path === file.path) ?? own.find((one) => one.path === inForce);
  const beside = own.find(({ entry }) => isForControlPlanesAlone(entries[entry] ?? null));
  const place = found ?? (beside && { ...beside, item: -1 }) ?? NOWHERE;
  const item = { key: file.key, path: file.path, permissions: "0600", ...leftOut(entries, place) };
  const source = { secret: { name: file.secret, items: [item] } };
  const entry = {
    ...(place.entry < 0 && { machineLabelSelector: CONTROL_PLANES }),
    fileSources: [source],
  };
  return {
    fragment: { machineSelectorFiles: [entry] },
    lists: {
      machineSelectorFiles: () => place.entry,
      fileSources: () => place.source,
      items: () => place.item,
    },
  };
}

interface PresentItem extends ItemPlace {
  readonly path: string | undefined;
  /** Absent where it comes from a ConfigMap. */
  readonly secret: string | undefined;
  readonly isForAll: boolean;
}

/** What control planes get. */
function itemsOf(entries: readonly Data[]): readonly PresentItem[] {
  return entries.flatMap((one, entry) => {
    const selected = selectedControlPlanes(one);
    if (selected === "none") return [];
    return listAt(one, "fileSources").flatMap((from, source) => {
      const secret = objectAt(from, "secret");
      const items = [...listAt(secret, "items"), ...listAt(objectAt(from, "configMap"), "items")];
      return items.map((present, item) => ({
        entry,
        source,
        item,
        path: stringAt(present, "path"),
        secret: stringAt(secret, "name"),
        isForAll: selected === "all",
      }));
    });
  });
}

/** A hash of what the Secret held before, which Rancher would compare. */
function leftOut(entries: readonly Data[], { entry, source, item }: ItemPlace): DataObject {
  const from = listAt(entries[entry], "fileSources")[source];
  const present = listAt(objectAt(from, "secret"), "items")[item];
  return isDataObject(present) && present["hash"] !== undefined ? { hash: undefined } : {};
}
