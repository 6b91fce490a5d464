import { didYouMean, GenAuditError } from "../diagnostics/index.js";
import type { Preset } from "./preset.js";
import { PRESET_NAMES, PRESETS, type PresetName } from "./presets.generated.js";

/**
 * The preset of that name.
 *
 * Throws a `GenAuditError` with code `unknown-preset` where there is none; its `help` lists those there are.
 *
 * @example
 * getPreset("gce").policy.rules.length; // 14
 */
export function getPreset(name: string): Preset {
  if (isPresetName(name)) return PRESETS[name];
  throw new GenAuditError("unknown-preset", `unknown preset "${name}"${didYouMean(name, PRESET_NAMES)}`, {
    help: `presets are ${PRESET_NAMES.join(", ")}`,
  });
}

/**
 * All presets, in alphabetical order.
 *
 * @example
 * const own = listPresets().filter(({ baselineOf }) => baselineOf === undefined);
 * own.map(({ name }) => name).join(", "); // gce, gce-upstream, metadata-only, request-response-core
 */
export function listPresets(): readonly Preset[] {
  return PRESET_NAMES.map((name) => PRESETS[name]);
}

function isPresetName(name: string): name is PresetName {
  return Object.hasOwn(PRESETS, name);
}
