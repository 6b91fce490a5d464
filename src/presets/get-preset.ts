import { didYouMean, GenAuditError } from "../diagnostics/index.js";
import { makeOnce } from "./make-once.js";
import type { Preset } from "./preset.js";
import { PRESET_NAMES, PRESETS, type PresetName } from "./presets.generated.js";

const made = makeOnce(PRESETS);

/**
 * The preset of that name.
 *
 * @throws GenAuditError `unknown-preset` where there is none; its `help` lists those there are.
 *
 * @example
 * getPreset("gce").policy.rules.length; // 14
 */
export function getPreset(name: string): Preset {
  if (isPresetName(name)) return made(name);
  throw new GenAuditError("unknown-preset", `unknown preset "${name}"${didYouMean(name, PRESET_NAMES)}`, {
    help: `presets are ${PRESET_NAMES.join(", ")}`,
  });
}

/**
 * All presets, in alphabetical order, those of products behind all others.
 *
 * @example
 * const composed = listPresets().filter((preset) => preset.composed);
 * composed.map(({ name }) => name).join(", "); // balanced, cis, falco, forensic, low-volume, pci
 */
export function listPresets(): readonly Preset[] {
  return PRESET_NAMES.map(made);
}

function isPresetName(name: string): name is PresetName {
  return Object.hasOwn(PRESETS, name);
}
