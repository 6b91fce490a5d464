import { evaluate } from "../evaluate/index.js";
import { policySupport } from "../kubernetes/index.js";
import type { Decision, Policy, RequestAttributes } from "../model/index.js";
import { findPlausible } from "../request-space/index.js";
import { requireRelease } from "../validate/index.js";
import { Analysis, type AnalysisOptions } from "./analysis.js";
import { LONG_RUNNING, type RequestQuery, searchEachRule, tellsCoursesApart } from "./search-each-rule.js";

/** A request that proves a claim, and how the policy decides it. */
export interface DecidedRequest {
  readonly request: RequestAttributes;
  readonly decision: Decision;
}

/** A request; `none` where it is proved that there is none, and `unknown` where the search gave up. */
export type FoundRequest = DecidedRequest | "none" | "unknown";

/**
 * A request of which the policy records something in particular, or the proof that there is none.
 *
 * The request has been through `evaluate`; `none` is proved for every request of the reading, and `unknown` says that the
 * search gave up. Among several, the rule that applies is the first in the policy.
 *
 * @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
 *
 * @example
 * const minted: RequestQuery = {
 *   requests: [{ verbs: ["create"], resources: [{ group: "", resources: ["serviceaccounts/token"] }] }],
 *   recording: ({ level }) => level === "RequestResponse",
 * };
 * const found = findRequest(getPreset("gce").policy, minted);
 * typeof found === "object" && found.decision.rule; // 12
 * findRequest(getPreset("gce-upstream").policy, minted); // none
 */
export function findRequest(
  policy: Policy,
  query: RequestQuery,
  options: AnalysisOptions = {},
): FoundRequest {
  for (const found of findRequestOfEachRule(policy, query, options)) return found;
  return "none";
}

/** The same for each rule that applies to any such request, in order; at last, for the requests that no rule matches. */
export function* findRequestOfEachRule(
  policy: Policy,
  query: RequestQuery,
  options: AnalysisOptions = {},
): Generator<DecidedRequest | "unknown"> {
  const { requests = [{}], except = [] } = query;
  const support = policySupport(requireRelease(options.kubernetesVersion));
  // They are in every group, and make the space much larger.
  const courses = tellsCoursesApart(policy, support, query) ? [LONG_RUNNING] : [];
  const analysis = new Analysis([policy], options, { selectors: [requests, except, ...courses] });
  for (const found of searchEachRule(analysis, query, LISTS, analysis.budget())) {
    if (found === "unknown") yield found;
    else {
      const { rule, regions, outside, region } = found;
      const plausible = findPlausible(analysis.space, regions, outside, analysis.budget()) ?? region;
      const request = analysis.pickDecidedBy(rule, plausible);
      yield { request, decision: evaluate(policy, request, options) };
    }
  }
}

/** The lists of an analysis behind the policy's own. */
const LISTS = { requests: 1, except: 2, longRunning: 3 };
