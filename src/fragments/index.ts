export {
  type ComposeFragmentsOptions,
  composeFragments,
  type DroppedPart,
  type FragmentComposition,
  type UsedFragment,
} from "./compose-fragments.js";
export { type ComposePresetOptions, composePreset } from "./compose-preset.js";
export { expandPreset } from "./expand-preset.js";
export { fragmentSchema, type PresetFile, presetSchema } from "./preset-schema.js";
export { readFragmentFile } from "./read-fragment-file.js";
export { parsePresetFile, readPresetFile } from "./read-preset-file.js";
export { type PresetLibrary, usedFragment } from "./resolve-preset.js";
