import { type AnalysisOptions, findRequest, findRequestOfEachRule } from "../analyze/index.js";
import type { Decision, Policy, RequestAttributes } from "../model/index.js";
import type { Bound } from "./bound.js";
import { breachOf, keptBy, partsOf } from "./breach-of.js";

/** That a policy does not keep a bound. */
export interface Breach {
  /** The index of the bound in the guarantee. */
  readonly bound: number;
  /** What it asks for. */
  readonly asked: Bound;
  /** A request that shows it, and how it is decided; none where some request was asked for, and there is none. */
  readonly witness?: RequestAttributes;
  readonly decision?: Decision;
}

export interface FoundBreaches {
  /** One for each bound and each rule that breaks it, in the order of the rules. */
  readonly breaches: readonly Breach[];
  /** Whether these are all. */
  readonly isComplete: boolean;
  /** Requests that bounds ask for, and that there are. */
  readonly kept: readonly { readonly witness: RequestAttributes; readonly decision: Decision }[];
}

/** How a policy breaks bounds: for each of them and each rule, a request that shows it. */
export function findBreaches(
  policy: Policy,
  bounds: readonly Bound[],
  options: AnalysisOptions,
): FoundBreaches {
  const breaches: Breach[] = [];
  const kept: { witness: RequestAttributes; decision: Decision }[] = [];
  let isComplete = true;
  for (const [bound, asked] of bounds.entries()) {
    if (asked.some) {
      const found = findRequest(policy, keptBy(asked, policy), options);
      if (found === "none") breaches.push({ bound, asked });
      else if (found === "unknown") isComplete = false;
      else kept.push({ witness: found.request, decision: found.decision });
      continue;
    }
    for (const part of partsOf(asked)) {
      for (const found of findRequestOfEachRule(policy, breachOf(part, policy), options)) {
        if (found === "unknown") isComplete = false;
        else breaches.push({ bound, asked, witness: found.request, decision: found.decision });
      }
    }
  }
  return { breaches: breaches.sort((a, b) => orderOf(a) - orderOf(b)), isComplete, kept };
}

/** Requests that no rule takes come last. */
function orderOf({ decision }: Breach): number {
  return decision?.rule ?? Number.MAX_SAFE_INTEGER;
}
