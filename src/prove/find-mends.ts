import { type AnalysisOptions, findUnreachableRules } from "../analyze/index.js";
import { policySupport } from "../kubernetes/index.js";
import type { Policy } from "../model/index.js";
import { requireRelease, validatePolicy } from "../validate/index.js";
import type { Bound } from "./bound.js";
import { type Breach, findBreaches } from "./find-breaches.js";
import { mendBreaches } from "./mend-breaches.js";
import { type PolicyChange, PolicyDraft } from "./policy-draft.js";

/** What would mend some bounds of a guarantee. */
export interface Mend {
  /** The indexes of the bounds that the policy would then keep. */
  readonly bounds: readonly number[];
  readonly changes: readonly PolicyChange[];
  /** The policy with the changes; it is proved to keep the bounds. */
  readonly policy: Policy;
}

/** What would mend all that is broken or, where that is not proved of anything, single bounds. */
export function findMends(
  policy: Policy,
  bounds: readonly Bound[],
  breaches: readonly Breach[],
  options: AnalysisOptions,
): readonly Mend[] {
  const all = findMend(policy, bounds, [...bounds.keys()], breaches, options);
  if (all) return [all];
  const broken = [...new Set(breaches.map(({ bound }) => bound))].sort((a, b) => a - b);
  if (bounds.length === 1) return [];
  return broken.flatMap((bound) => {
    const own = breaches.filter((one) => one.bound === bound);
    const mend = findMend(policy, bounds, [bound], own, options);
    return mend && keepsOthers(mend.policy, bounds, broken, options) ? [mend] : [];
  });
}

/** Whether a mended policy keeps each bound that it kept before. */
function keepsOthers(
  mended: Policy,
  bounds: readonly Bound[],
  broken: readonly number[],
  options: AnalysisOptions,
): boolean {
  const others = bounds.filter((_, index) => !broken.includes(index));
  const { breaches, isComplete } = findBreaches(mended, others, options);
  return breaches.length === 0 && isComplete;
}

/** What is changed for some requests may only then show what else is to be: rules that they get to next, stages of others. */
const ROUNDS = 6;

function findMend(
  policy: Policy,
  bounds: readonly Bound[],
  indexes: readonly number[],
  found: readonly Breach[],
  options: AnalysisOptions,
): Mend | undefined {
  const draft = new PolicyDraft(policy);
  const support = policySupport(requireRelease(options.kubernetesVersion));
  const wanted = indexes.flatMap((index) => bounds[index] ?? []);
  let breaches = found;
  for (let round = 0; round < ROUNDS; round++) {
    if (!mendBreaches(draft, breaches, support)) return undefined;
    const mended = findBreaches(draft.policy, wanted, options);
    if (!mended.isComplete) return undefined;
    if (mended.breaches.length === 0) {
      withdrawUnreachable(draft, options);
      const changed = draft.policy;
      return isLoaded(changed, options)
        ? { bounds: indexes, changes: draft.changes, policy: changed }
        : undefined;
    }
    breaches = mended.breaches;
  }
  return undefined;
}

/** What earlier rules of the policy take already need not be put in. No decision changes. */
function withdrawUnreachable(draft: PolicyDraft, { kubernetesVersion, limit }: AnalysisOptions): void {
  const { unreachable } = findUnreachableRules(draft.policy, { kubernetesVersion, limit });
  draft.withdraw(new Set(unreachable.map(({ rule }) => rule)));
}

/** What a bound asks for in the words of the newest release, an older one may refuse. */
function isLoaded(policy: Policy, { kubernetesVersion }: AnalysisOptions): boolean {
  return validatePolicy(policy, { kubernetesVersion }).every(({ severity }) => severity !== "error");
}
