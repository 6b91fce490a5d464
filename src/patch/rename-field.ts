import type { FieldPath } from "../diagnostics/index.js";
import type { FoundNode } from "./find-node.js";
import { Refusal } from "./refusal.js";
import type { TextChange } from "./text-change.js";
import { quotingOf, writeString } from "./write-string.js";

/** Puts another name in the place of a field's, quoted as that is. */
export function renameField(text: string, found: FoundNode, to: string, path: FieldPath): TextChange {
  const key = "map" in found ? found.map.entries.get(found.field)?.key : undefined;
  if (!key) throw new Refusal(`${path} is no field`);
  const [start, end] = key;
  const written = text.slice(start, end);
  if (!/^(?:[A-Za-z]+|"[A-Za-z]+"|'[A-Za-z]+')$/.test(written))
    throw new Refusal(`${path} is not spelled letter by letter`);
  return { start, end, text: writeString(to, quotingOf(written) ?? "plain") };
}
