import { NEWEST_KUBERNETES, policySupport, printVersion, type Version } from "../kubernetes/index.js";
import { POLICY_API_VERSION, POLICY_KIND, type Policy, type PolicyRule } from "../model/index.js";
import { type Fragment, type FragmentUse, instantiateFragment, SLOTS } from "../presets/index.js";
import { dropRedundant, type IndexedRule } from "./drop-redundant.js";
import { followRelease } from "./follow-release.js";

/** A fragment, and what whoever uses it says of it. */
export interface UsedFragment {
  readonly fragment: Fragment;
  readonly with?: FragmentUse["with"];
}

export interface ComposeFragmentsOptions extends Pick<Policy, "omitStages" | "omitManagedFields"> {
  /** The API server's release, of those whose resources are known; the newest if absent. */
  readonly release?: Version;
}

/** A policy made of fragments. */
export interface FragmentComposition {
  readonly policy: Policy;
  /** By the rule's index: the fragment that it is from, and why it is there. */
  readonly origins: readonly { readonly fragment: string; readonly reason: string }[];
  /** What is not in the policy since nothing would change by it. */
  readonly dropped: readonly DroppedPart[];
}

/** A rule of a fragment, or an entry of one, that was left out. */
export interface DroppedPart {
  readonly fragment: string;
  /** `rules[0]`, or `rules[0].resources[1]`, in the fragment. */
  readonly path: string;
  /** `not-served`: the release does not have it; `redundant`: other rules decide all its requests alike. */
  readonly reason: "not-served" | "redundant";
}

interface PlacedRule {
  readonly fragment: string;
  /** Its index in the fragment. */
  readonly index: number;
  readonly reason: string;
  readonly rule: PolicyRule;
}

/**
 * The policy of some fragments: by their slots, and within one by their names, so that the order in which they are given
 * does not matter. What the release does not serve is left out, and what decides nothing in this composition as well.
 *
 * @throws GenAuditError `bad-input` for a parameter that a fragment does not have.
 */
export function composeFragments(
  used: readonly UsedFragment[],
  { release = NEWEST_KUBERNETES, omitStages, omitManagedFields }: ComposeFragmentsOptions = {},
): FragmentComposition {
  const placed = [...used]
    .sort(inOrder)
    .flatMap(({ fragment, with: values }) =>
      instantiateFragment(fragment, values).map(
        ({ rule, reason }, index): PlacedRule => ({ fragment: fragment.name, index, reason, rule }),
      ),
    );
  const served = placed.flatMap((one, index) => {
    const rule = followRelease(one.rule, release);
    return rule ? [{ rule, index }] : [];
  });
  const support = policySupport(release);
  const policy = (rules: readonly IndexedRule[]): Policy => ({
    apiVersion: POLICY_API_VERSION,
    kind: POLICY_KIND,
    ...(omitStages && { omitStages }),
    ...(omitManagedFields !== undefined && support.omitManagedFields && { omitManagedFields }),
    rules: rules.map(({ rule }) => rule),
  });
  const needed = dropRedundant(policy, served, printVersion(release));
  const gone = [...placed.keys()].filter((index) => !served.some((one) => one.index === index));
  const drop = (path: string, reason: DroppedPart["reason"]): readonly DroppedPart[] => {
    const [, index = "", rest = ""] = /^rules\[(\d+)\](.*)$/.exec(path) ?? [];
    const one = placed[Number(index)];
    return one ? [{ fragment: one.fragment, path: `rules[${one.index}]${rest}`, reason }] : [];
  };
  return {
    policy: policy(needed.rules),
    origins: needed.rules.flatMap(({ index }) => {
      const one = placed[index];
      return one ? [{ fragment: one.fragment, reason: one.reason }] : [];
    }),
    dropped: [
      ...gone.flatMap((index) => drop(`rules[${index}]`, "not-served")),
      ...needed.dropped.flatMap((path) => drop(path, "redundant")),
    ],
  };
}

/** By slot, then by name; and of one name by what they say, so that which is given first makes no difference. */
function inOrder(a: UsedFragment, b: UsedFragment): number {
  const [slotA, slotB] = [a, b].map(({ fragment }) => SLOTS.indexOf(fragment.slot));
  const said = ({ fragment, with: values = {} }: UsedFragment): string =>
    JSON.stringify([fragment, Object.entries(values).sort()]);
  return (
    (slotA ?? 0) - (slotB ?? 0) || compare(a.fragment.name, b.fragment.name) || compare(said(a), said(b))
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
