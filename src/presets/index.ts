export {
  type Fragment,
  type FragmentRule,
  type FragmentUse,
  type Parameter,
  type RuleTemplate,
  SLOTS,
  type Slot,
} from "./fragment.js";
export { FRAGMENT_NAMES, type FragmentName, type FragmentParameters } from "./fragments.generated.js";
export { getFragment, listFragments } from "./get-fragment.js";
export { getPreset, listPresets } from "./get-preset.js";
export { instantiateFragment } from "./instantiate-fragment.js";
export type { ComposedOf, KnownFault, Preset } from "./preset.js";
export { PRESET_NAMES, type PresetName } from "./presets.generated.js";
