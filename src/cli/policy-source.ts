import type { PolicyPart } from "../compose/index.js";
import { type Diagnostic, presetKnownFault } from "../diagnostics/index.js";
import type { Preset } from "../presets/index.js";

/** A preset or a policy of the user's, and what there is to say about it. */
export interface PolicySource {
  readonly part: PolicyPart;
  readonly diagnostics: readonly Diagnostic[];
}

/** What stands before a preset's name wherever a policy is wanted: `preset:gce`. */
export const PRESET_PREFIX = "preset:";

/** What a preset is known to do wrong. */
export function describeKnownFaults({ name, knownFaults }: Preset): readonly Diagnostic[] {
  return knownFaults.map(({ code, what, remedy }) =>
    presetKnownFault({ path: "" }, { preset: name, fault: code, what, remedy }),
  );
}
