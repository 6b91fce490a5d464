import type { PolicyPart } from "../compose/index.js";
import { type Diagnostic, presetKnownFault, presetNote } from "../diagnostics/index.js";
import type { Preset } from "../presets/index.js";

/** A preset or a policy of the user's, and what there is to say about its text. */
export interface PolicySource {
  readonly part: PolicyPart;
  readonly preset?: Preset<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What stands before a preset's name wherever a policy is wanted: `preset:gce`. */
export const PRESET_PREFIX = "preset:";

/** What a preset is known to do wrong, by the code of what lint says of it. */
export function describeKnownFaults({
  name,
  knownFaults,
}: Preset<string>): readonly { readonly fault: string; readonly note: Diagnostic }[] {
  return knownFaults.map(({ code, what, remedy }) => ({
    fault: code,
    note: presetKnownFault({ path: "" }, { preset: name, fault: code, what, remedy }),
  }));
}

/** What nothing shows in its rules. */
export function describeNotes({ name, notes = [] }: Preset<string>): readonly Diagnostic[] {
  return notes.map((note) => presetNote({ path: "" }, { preset: name, note }));
}
