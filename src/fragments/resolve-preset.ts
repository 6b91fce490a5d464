import { didYouMean, GenAuditError } from "../diagnostics/index.js";
import type { Fragment, FragmentUse } from "../presets/index.js";
import type { UsedFragment } from "./compose-fragments.js";
import type { PresetFile } from "./preset-schema.js";

/** Where the names in a preset's file lead. */
export interface PresetLibrary {
  /** The file of the preset of that name; throws where there is none. */
  readonly preset: (name: string) => PresetFile;
  /** Throws where there is none. */
  readonly fragment: (name: string) => Fragment;
}

/** What a preset that is made of fragments comes to, with what it has from the one that it extends. */
export interface ResolvedPreset extends Pick<PresetFile, "omitStages" | "omitManagedFields" | "flags"> {
  readonly fragments: readonly (FragmentUse | Fragment)[];
}

/** The fragments of a preset and of the one that it extends, less what it is without. Its own replace those of the same name. */
export function resolvePreset(file: PresetFile, library: PresetLibrary): ResolvedPreset {
  const base = file.extends === undefined ? undefined : resolveBase(file.extends, library);
  const inherited = base?.fragments ?? [];
  const names = inherited.map(({ name }) => name);
  const unknown = file.without?.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const message = `without: ${file.extends ?? "the preset"} has no fragment "${unknown}"${didYouMean(unknown, names)}`;
    const help = names.length === 0 ? "without goes with extends" : `its fragments are ${names.join(", ")}`;
    throw new GenAuditError("bad-input", message, { help });
  }
  const own = file.fragments ?? [];
  const isGone = (name: string): boolean =>
    file.without?.includes(name) === true || own.some((one) => one.name === name);
  const { omitStages = base?.omitStages, omitManagedFields = base?.omitManagedFields } = file;
  const flags = { ...base?.flags, ...file.flags };
  return {
    fragments: [...inherited.filter(({ name }) => !isGone(name)), ...own],
    ...(omitStages && { omitStages }),
    ...(omitManagedFields !== undefined && { omitManagedFields }),
    ...(Object.keys(flags).length > 0 && { flags }),
  };
}

function resolveBase(name: string, library: PresetLibrary): ResolvedPreset {
  const base = library.preset(name);
  if (!base.rules) return resolvePreset(base, library);
  const message = `extends: ${name} is an ordered list of rules, and not made of fragments`;
  const help = `put policies one behind the other instead: --policy FILE --preset ${name}`;
  throw new GenAuditError("bad-input", message, { help });
}

/** A fragment by name, or written out. */
export function usedFragment(
  one: FragmentUse | Fragment,
  library: Pick<PresetLibrary, "fragment">,
): UsedFragment {
  if ("rules" in one) return { fragment: one };
  return { fragment: library.fragment(one.name), ...(one.with && { with: one.with }) };
}
