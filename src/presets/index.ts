export { getPreset, listPresets } from "./get-preset.js";
export type { KnownFault, Preset } from "./preset.js";
export { PRESET_NAMES, type PresetName } from "./presets.generated.js";
