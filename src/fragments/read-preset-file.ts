import { GenAuditError } from "../diagnostics/index.js";
import { getFragment, getPreset, type Preset } from "../presets/index.js";
import { readBySchema } from "../schema/index.js";
import { expandPreset } from "./expand-preset.js";
import { type PresetFile, presetSchema } from "./preset-schema.js";

/**
 * The preset in the text of a file of one's own, in the format of those that ship with the library. What it `extends` is one
 * of these, or the preset of another file, which `extended` gives. `file` is how errors call the text.
 *
 * @throws GenAuditError `bad-input` for what does not fit, with file and line, and for a preset that it extends and that is
 * none, or an ordered list of rules.
 *
 * @example
 * const text = "name: ours\ntitle: Ours\npurpose: Ours.\nextends: balanced\nwithout: [discovery]\n";
 * const { policy } = readPresetFile(text, "ours.yaml");
 * policy.rules.some(({ nonResourceURLs }) => nonResourceURLs?.includes("/apis")); // false
 */
export function readPresetFile(
  text: string,
  file: string,
  extended: Readonly<Record<string, PresetFile>> = {},
): Preset<string> {
  const read = parsePresetFile(text, file);
  return inFile(file, () =>
    expandPreset(read, {
      preset: (name) =>
        (Object.hasOwn(extended, name) ? extended[name] : undefined) ?? fileOf(getPreset(name)),
      fragment: getFragment,
    }),
  );
}

/** What the file says, before anything that it names is looked up. */
export function parsePresetFile(text: string, file: string): PresetFile {
  const help = "a preset has name, title, purpose, and fragments, rules, or another that it extends";
  const { data, refuse } = readBySchema(text, file, presetSchema, help);
  const { rules, fragments, extends: base } = data;
  if (rules && (fragments || base !== undefined)) {
    throw refuse(
      ["rules"],
      "rules stand alone: what is composed has fragments",
      "write a fragment with a slot",
    );
  }
  if (!rules && !fragments && base === undefined) throw refuse([], "neither rules nor fragments", help);
  return data;
}

function fileOf({ composed, policy, reasons, flags, ...about }: Preset<string>): PresetFile {
  const { omitStages, omitManagedFields } = policy;
  return {
    ...about,
    ...(flags && { flags }),
    ...(omitStages && { omitStages }),
    ...(omitManagedFields !== undefined && { omitManagedFields }),
    ...(composed
      ? { fragments: composed.fragments }
      : { rules: policy.rules.map((rule, index) => ({ rule, reason: reasons[index] ?? "" })) }),
  };
}

/** An error of what the file says is one in the file. */
function inFile<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof GenAuditError)) throw error;
    throw new GenAuditError("bad-input", `${file}: ${error.message}`, { help: error.help });
  }
}
