import { policySupport } from "../kubernetes/index.js";
import type { Decision, Policy, RequestAttributes } from "../model/index.js";
import { requireRelease } from "../validate/index.js";
import { type EvaluateOptions, evaluate, findUnmatchedField, type UnmatchedField } from "./evaluate.js";

/** What one rule says of a request. */
export interface RuleTrace {
  /** The index of the rule. */
  readonly rule: number;
  readonly matched: boolean;
  /** The first field that does not match, in the order in which kube-apiserver looks at them. */
  readonly field?: UnmatchedField;
}

/** A decision, and how it came about. */
export interface Explanation {
  readonly request: RequestAttributes;
  readonly decision: Decision;
  /** Up to the rule that applies, which is the last; every rule where none does. */
  readonly trace: readonly RuleTrace[];
}

/**
 * Why kube-apiserver audits a request as it does: which rule applies, and for each earlier one the first field that does
 * not match.
 *
 * Upstream: `k8s.io/apiserver` `pkg/audit/policy/checker.go`, `ruleMatches`
 *
 * @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
 *
 * @example
 * const { policy } = getPreset("gce");
 * const { request } = parseRequest("list secrets --as jane");
 * const { decision, trace } = explain(policy, request);
 * decision.level; // Metadata
 * trace[0].field; // users
 */
export function explain(
  policy: Policy,
  request: RequestAttributes,
  options: EvaluateOptions = {},
): Explanation {
  const decision = evaluate(policy, request, options);
  const support = policySupport(requireRelease(options.kubernetesVersion));
  const tried = decision.rule === null ? policy.rules : policy.rules.slice(0, decision.rule + 1);
  const trace = tried.map((rule, index) => {
    const field = findUnmatchedField(rule, request, support);
    return { rule: index, matched: field === undefined, ...(field && { field }) };
  });
  return { request, decision, trace };
}
