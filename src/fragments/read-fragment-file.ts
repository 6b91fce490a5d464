import type { Fragment } from "../presets/index.js";
import { readBySchema } from "../schema/index.js";
import { fragmentSchema } from "./preset-schema.js";

/**
 * The fragment in the text of a file of one's own, in the format of those that ship with the library: for the `addons` of
 * `composePreset`. `file` is how errors call the text.
 *
 * @throws GenAuditError `bad-input` for what does not fit, with file and line.
 *
 * @example
 * const text = "name: probes\nslot: noise\npurpose: Probes.\nrules:\n  - reason: Probes.\n    rule: { level: None, users: [probe] }\n";
 * const probes = readFragmentFile(text, "probes.yaml");
 * const { policy } = composePreset(getPreset("balanced"), { addons: [probes] });
 * policy.rules.filter(({ users }) => users?.includes("probe")).length; // 1
 */
export function readFragmentFile(text: string, file: string): Fragment {
  const help = "a fragment has name, slot, purpose and rules, each with its reason";
  return readBySchema(text, file, fragmentSchema, help).data;
}
