import { dirname, isAbsolute, join, normalize } from "node:path";
import {
  type Diagnostic,
  fragmentDecidesNothing,
  fragmentHides,
  GenAuditError,
} from "../diagnostics/index.js";
import { isAtLeast, parseVersion } from "../kubernetes/index.js";
import { type Fragment, getFragment, getPreset, type Preset } from "../presets/index.js";
import { asUsage } from "./as-usage.js";
import type { Files } from "./host.js";
import { isPresetFile } from "./preset-file.js";

/** A preset as it is for a release, with add-ons, and what there is to say of these. */
export interface FoundPreset {
  readonly preset: Preset<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The preset that a word names, of the library's or in a file of the user's, for a release. */
export async function findPreset(
  word: string,
  kubernetesVersion: string | undefined,
  addons: readonly string[],
  files: Files,
): Promise<FoundPreset> {
  const { preset, own } = isPresetFile(word)
    ? await readFile(word, files)
    : { preset: getPreset(word), own: [] };
  const since = preset.composed?.sameSince;
  const release = kubernetesVersion === undefined ? undefined : parseVersion(kubernetesVersion);
  const isAsNewest = since === undefined || !release || isAtLeast(release, since);
  if (isAsNewest && addons.length === 0 && own.length === 0) return { preset, diagnostics: [] };
  const { composePreset } = await import("../fragments/index.js");
  const { parseAddon } = await import("./parse-addon.js");
  const fragments = await Promise.all(addons.map((addon) => parseAddon(addon, files)));
  const { dropped, ...composed } = asUsage(() =>
    composePreset(preset, { kubernetesVersion, addons: fragments }),
  );
  const added = [...own, ...fragments];
  return {
    preset: composed,
    diagnostics: [
      ...added.flatMap(({ name, hides }) =>
        hides === undefined ? [] : [fragmentHides({ path: "" }, { fragment: name, hides })],
      ),
      ...dropped
        .filter(({ fragment }) => added.some(({ name }) => name === fragment))
        .map(({ fragment, path, reason }) =>
          fragmentDecidesNothing({ path: "" }, { fragment, part: path, reason }),
        ),
    ],
  };
}

/** A preset of a user's. */
interface OwnPreset {
  readonly preset: Preset<string>;
  /** What its files name or write out, beside what they have from a preset of the library's. */
  readonly own: readonly Fragment[];
}

/** A preset's file, with those that it extends: each is found from the folder of the one that names it. */
async function readFile(path: string, files: Files): Promise<OwnPreset> {
  const { parsePresetFile, readPresetFile } = await import("../fragments/index.js");
  const text = await files.read(path);
  const extended: Record<string, ReturnType<typeof parsePresetFile>> = {};
  const seen = new Set([normalize(path)]);
  let [folder, base] = [dirname(path), parsePresetFile(text, path).extends];
  // The file itself names the first as it is written there; the rest are named by their paths.
  let key = base;
  while (base !== undefined && key !== undefined && isPresetFile(base)) {
    const file = pathFrom(folder, base);
    if (seen.has(file)) throw new GenAuditError("bad-input", `${path}: extends: ${file} extends itself`);
    seen.add(file);
    const read = parsePresetFile(await files.read(file), file);
    folder = dirname(file);
    base = read.extends;
    const next = base !== undefined && isPresetFile(base) ? pathFrom(folder, base) : base;
    extended[key] = { ...read, ...(next !== undefined && { extends: next }) };
    key = next;
  }
  const named = [parsePresetFile(text, path), ...Object.values(extended)].flatMap(({ fragments = [] }) =>
    fragments.map(({ name }) => name),
  );
  const preset = readPresetFile(text, path, extended);
  const own = preset.composed?.fragments.filter(({ name }) => named.includes(name)) ?? [];
  return { preset, own: own.map((one) => ("rules" in one ? one : getFragment(one.name))) };
}

function pathFrom(folder: string, file: string): string {
  return isAbsolute(file) ? normalize(file) : join(folder, file);
}
