import {
  blockingStrictSkipsRules,
  type Diagnostic,
  policyNarrowsReleases,
  policyTooNew,
  stagesAllOmitted,
} from "../diagnostics/index.js";
import {
  compareVersions,
  NEWEST_KUBERNETES,
  OLDEST_KUBERNETES,
  type PolicySupport,
  policySupport,
  printVersion,
  type Version,
} from "../kubernetes/index.js";
import { type Policy, type PolicyRule, STAGES, type Stage } from "../model/index.js";
import type { Configuration } from "./configuration.js";
import { raiseOldest } from "./kubernetes-range.js";
import type { VersionRange } from "./types.js";

/** Something in a policy that not every release has. */
interface PolicyNeed {
  readonly field: string;
  readonly since: Version;
  /** What an older release does. */
  readonly effect: string;
}

/** What the policy needs, and what would be refused or dropped without it; the youngest first. */
function policyNeeds(policy: Policy): readonly PolicyNeed[] {
  const resources = policy.rules.flatMap((rule, index) =>
    (rule.resources ?? []).map((entry, at) => ({ entry, path: `rules[${index}].resources[${at}]` })),
  );
  const managed = policy.rules.findIndex((rule) => rule.omitManagedFields !== undefined);
  const groupWildcard = resources.find(({ entry }) => entry.group === "*");
  const wildcard = resources.find(({ entry }) =>
    entry.resources?.some((name) => /[*/]/.test(name) && /\*/.test(name)),
  );
  const needs: PolicyNeed[] = [];
  const add = (field: string | undefined, feature: BooleanFeature, effect: string): void => {
    if (field !== undefined) needs.push({ field, since: firstRelease(feature), effect });
  };
  add(groupWildcard && `group "*" in ${groupWildcard.path}`, "groupWildcard", "refuses the policy");
  add(
    policy.omitManagedFields !== undefined ? "omitManagedFields" : undefined,
    "omitManagedFields",
    "drops it",
  );
  add(managed < 0 ? undefined : `rules[${managed}].omitManagedFields`, "omitManagedFields", "drops it");
  add(wildcard && `the wildcard in ${wildcard.path}`, "resourceWildcards", "takes it for a name");
  add(policy.omitStages?.length ? "omitStages of the policy" : undefined, "policyOmitStages", "drops it");
  return needs;
}

type BooleanFeature = {
  [Key in keyof PolicySupport]: PolicySupport[Key] extends boolean ? Key : never;
}[keyof PolicySupport];

function firstRelease(feature: BooleanFeature): Version {
  let release = OLDEST_KUBERNETES;
  while (!policySupport(release)[feature] && release.minor < NEWEST_KUBERNETES.minor) {
    release = { major: release.major, minor: release.minor + 1 };
  }
  return release;
}

/**
 * The policy on the releases of a target. What the newest of them drops or refuses is an error. What only older ones
 * do is a warning, where somebody named a version of the target and so of its Kubernetes.
 */
export function checkReleases(
  policy: Policy,
  kubernetes: VersionRange,
  target: { readonly label: string; readonly isVersioned: boolean },
): readonly Diagnostic[] {
  const { oldest, newest } = kubernetes;
  return policyNeeds(policy).flatMap(({ field, since, effect }) => {
    const place = { path: "" };
    if (isOlder(newest, since)) {
      const release = printVersion(newest);
      return [policyTooNew(place, { field, release, since: printVersion(since), effect })];
    }
    if (!target.isVersioned || !isOlder(oldest, since)) return [];
    const data = {
      field,
      since: printVersion(since),
      target: target.label,
      oldest: printVersion(oldest),
      effect,
    };
    return [policyNarrowsReleases(place, data)];
  });
}

/** The releases of the range that take the policy as it is written. */
export function releasesTaking(policy: Policy, range: VersionRange): VersionRange {
  return policyNeeds(policy).reduce((left, { since }) => raiseOldest(left, since), range);
}

function isOlder(release: Version, since: Version): boolean {
  return compareVersions(release, { ...since, patch: since.patch ?? 0 }) < 0;
}

/** What every request goes through; `Panic` is left out, since it is no stage that one counts on. */
const USUAL_STAGES: readonly Stage[] = STAGES.filter((stage) => stage !== "Panic");

/** Rules that the stages they omit keep from what they seem to do. */
export function checkStages(policy: Policy, { flags }: Configuration): readonly Diagnostic[] {
  const recording = policy.rules
    .map((rule, index) => ({ rule, path: `rules[${index}]` }))
    .filter(({ rule }) => rule.level !== "None");
  const omits = (rule: PolicyRule, stage: Stage): boolean =>
    policy.omitStages?.includes(stage) === true || rule.omitStages?.includes(stage) === true;
  const silent = recording.filter(({ rule }) => USUAL_STAGES.every((stage) => omits(rule, stage)));
  const unreceived = recording.filter(({ rule }) => omits(rule, "RequestReceived")).map(({ path }) => path);
  const [first] = silent;
  return [
    ...(first ? [stagesAllOmitted({ path: first.path }, { rules: silent.map(({ path }) => path) })] : []),
    ...flags
      .filter(({ value }) => value === "blocking-strict" && unreceived.length > 0)
      .map(({ flag }) =>
        blockingStrictSkipsRules(
          { path: flag.key },
          { rules: unreceived, flag: `--${flag.name} blocking-strict` },
        ),
      ),
  ];
}
