import { isAtLeast, NEWEST_KUBERNETES, printVersion, type Version } from "../kubernetes/index.js";
import { POLICY_API_VERSION, POLICY_KIND } from "../model/index.js";
import type { Preset } from "../presets/index.js";
import { composeFragments, type FragmentComposition } from "./compose-fragments.js";
import type { PresetFile } from "./preset-schema.js";
import { type PresetLibrary, resolvePreset, usedFragment } from "./resolve-preset.js";

/** The oldest release that a preset is composed for: the oldest whose resources are known. */
const SINCE: Version = { major: 1, minor: 19 };

/** A preset as its file says it is, for the newest release. */
export function expandPreset(file: PresetFile, library: PresetLibrary): Preset<string> {
  const { rules, fragments: _, extends: __, without: ___, omitStages, omitManagedFields, ...about } = file;
  const common = {
    ...about,
    guarantees: file.guarantees ?? [],
    findings: file.findings ?? [],
    kubernetes: file.kubernetes ?? { since: printVersion(SINCE) },
    // The names of presets are checked where the file is read.
    knownFaults: (file.knownFaults ?? []) as Preset["knownFaults"],
  };
  if (rules) {
    const policy = {
      apiVersion: POLICY_API_VERSION,
      kind: POLICY_KIND,
      ...(omitStages && { omitStages }),
      ...(omitManagedFields !== undefined && { omitManagedFields }),
      rules: rules.map(({ rule }) => rule),
    } as const;
    return { ...common, policy, reasons: rules.map(({ reason }) => reason) };
  }
  const { fragments, flags, ...omissions } = resolvePreset(file, library);
  const used = fragments.map((one) => usedFragment(one, library));
  const compose = (release: Version): FragmentComposition =>
    composeFragments(used, { ...omissions, release });
  const { policy, origins } = compose(NEWEST_KUBERNETES);
  return {
    ...common,
    ...(flags && { flags }),
    policy,
    reasons: origins.map(({ reason }) => reason),
    composed: { fragments, sameSince: printVersion(oldestAlike(compose)) },
  };
}

function oldestAlike(compose: (release: Version) => FragmentComposition): Version {
  const newest = JSON.stringify(compose(NEWEST_KUBERNETES).policy);
  let oldest = NEWEST_KUBERNETES;
  for (let { major, minor } = NEWEST_KUBERNETES; isAtLeast({ major, minor }, printVersion(SINCE)); minor--) {
    if (JSON.stringify(compose({ major, minor }).policy) !== newest) break;
    oldest = { major, minor };
  }
  return oldest;
}
