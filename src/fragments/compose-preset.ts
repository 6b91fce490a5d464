import { GenAuditError } from "../diagnostics/index.js";
import { isAtLeast, parseVersion, type Version } from "../kubernetes/index.js";
import { type Fragment, type FragmentUse, getFragment, type Preset } from "../presets/index.js";
import { requireRelease } from "../validate/index.js";
import { composeFragments, type DroppedPart } from "./compose-fragments.js";
import { usedFragment } from "./resolve-preset.js";

/** What a preset is composed for. */
export interface ComposePresetOptions {
  /** The API server's release; the newest if absent. */
  readonly kubernetesVersion?: string | undefined;
  /** Fragments beside those of the preset: for what else runs in the cluster. */
  readonly addons?: readonly (FragmentUse | Fragment)[];
}

/**
 * A preset for a release of Kubernetes, and with add-ons: the policy without what the release does not serve, and without
 * what decides nothing.
 *
 * @throws GenAuditError `unknown-version` for no release, `unknown-fragment`, and `bad-input` for a parameter that a fragment
 * does not have, for add-ons to an ordered list of rules, and for a release before the oldest that the preset is for.
 *
 * @example
 * const { policy, reasons } = composePreset(getPreset("balanced"), { kubernetesVersion: "1.29", addons: [{ name: "argocd" }] });
 * policy.rules.length === reasons.length; // true
 */
export function composePreset<Name extends string>(
  preset: Preset<Name>,
  { kubernetesVersion, addons = [] }: ComposePresetOptions = {},
): Preset<Name> & { readonly dropped: readonly DroppedPart[] } {
  const release = requireRelease(kubernetesVersion);
  const { composed, policy } = preset;
  if (!composed) {
    if (addons.length === 0) return { ...preset, dropped: [] };
    throw new GenAuditError(
      "bad-input",
      `the preset ${preset.name} is an ordered list of rules, which takes no add-on`,
      { help: "take one that is composed of fragments, as balanced" },
    );
  }
  requireSupport(preset, release);
  const fragments = [...composed.fragments, ...addons];
  const composition = composeFragments(
    fragments.map((one) => usedFragment(one, { fragment: getFragment })),
    {
      release,
      ...(policy.omitStages && { omitStages: policy.omitStages }),
      ...(policy.omitManagedFields !== undefined && { omitManagedFields: policy.omitManagedFields }),
    },
  );
  return {
    ...preset,
    policy: composition.policy,
    reasons: composition.origins.map(({ reason }) => reason),
    composed: { ...composed, fragments },
    dropped: composition.dropped,
  };
}

function requireSupport({ name, kubernetes }: Preset<string>, release: Version): void {
  const since = parseVersion(kubernetes.since);
  if (!since || isAtLeast(release, kubernetes.since)) return;
  throw new GenAuditError("bad-input", `the preset ${name} is for Kubernetes ${kubernetes.since} and later`, {
    help: "take an ordered list of rules, as gce-upstream, or a policy of your own",
  });
}
