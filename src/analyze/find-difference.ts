import { invariant } from "../diagnostics/index.js";
import { evaluate } from "../evaluate/index.js";
import type { Decision, Policy, RequestAttributes, RequestSelector } from "../model/index.js";
import { pickRequest } from "../request-space/index.js";
import { Analysis, type AnalysisOptions } from "./analysis.js";
import { differingPairs } from "./differing-pairs.js";
import { canonicalConfig, isSameConfig } from "./request-audit-config.js";

/** A request that two policies decide differently. */
export interface DecidedApart {
  readonly request: RequestAttributes;
  readonly before: Decision;
  readonly after: Decision;
}

/** Where a difference is looked for. */
export interface FindDifferenceOptions extends AnalysisOptions {
  /** Requests that may be decided differently. */
  readonly except?: readonly RequestSelector[] | undefined;
}

/**
 * A request that two policies decide differently, or the proof that there is none: then they are `equivalent`.
 *
 * Decisions differ by the level, by the stages left out, and where bodies are recorded by whether managed fields are left
 * out; the number of the rule does not matter. `unknown` says that the search gave up.
 *
 * @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
 *
 * @example
 * const reads = auditPolicy().rule("None", { verbs: ["get"] }).rule("None", { verbs: ["list"] }).otherwise("Metadata").build();
 * const same = auditPolicy().rule("None", { verbs: ["list", "get"] }).otherwise("Metadata").build();
 * const less = auditPolicy().rule("None", { verbs: ["list", "get", "watch"] }).otherwise("Metadata").build();
 * findDifference(reads.policy, same.policy); // equivalent
 * const apart = findDifference(reads.policy, less.policy);
 * typeof apart === "object" && apart.request.verb; // watch
 */
export function findDifference(
  before: Policy,
  after: Policy,
  { except = [], ...options }: FindDifferenceOptions = {},
): DecidedApart | "equivalent" | "unknown" {
  const analysis = new Analysis([before, after], options, { selectors: [except] });
  const budget = analysis.budget();
  const allowed = analysis.cubesBefore(EXCEPT, except.length);
  for (const { regions, outside } of differingPairs(analysis, analysis.space.roots)) {
    const result = analysis.search(regions, [...outside, allowed], budget);
    if (result.found === "unknown") return "unknown";
    if (result.found)
      return decideApart([before, after], pickRequest(analysis.space, result.region), options);
  }
  return "equivalent";
}

/** The list of an analysis behind the two policies. */
const EXCEPT = 2;

/** How both policies decide a request; they do so differently. */
export function decideApart(
  [a, b]: readonly [Policy, Policy],
  request: RequestAttributes,
  options: AnalysisOptions,
): DecidedApart {
  const [before, after] = [evaluate(a, request, options), evaluate(b, request, options)];
  invariant(
    !isSameConfig(canonicalConfig(before), canonicalConfig(after)),
    `${JSON.stringify(request)} is decided differently`,
  );
  return { request, before, after };
}
