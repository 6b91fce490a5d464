import type { PolicySupport } from "../kubernetes/index.js";
import { type Decision, type Policy, STAGES, type Stage } from "../model/index.js";

/** What a decision follows from, but for the stages that the request emits. */
export interface DecisionSource {
  readonly policy: Policy;
  /** The index of the rule that applies. */
  readonly rule: number | null;
  readonly support: PolicySupport;
}

/**
 * The decision that a rule makes, or the policy itself where none applies.
 *
 * Upstream: `k8s.io/apiserver` `pkg/audit/policy/checker.go`, `EvaluatePolicyRule`, `unionStages`, `isOmitManagedFields`
 */
export function decide(
  { policy, rule: index, support }: DecisionSource,
  emitted: readonly Stage[],
): Decision {
  const rule = index === null ? undefined : policy.rules[index];
  const level = rule?.level ?? "None";
  const omitted = new Set([
    ...(support.policyOmitStages ? (policy.omitStages ?? []) : []),
    ...(rule?.omitStages ?? []),
  ]);
  const omitManagedFields = rule?.omitManagedFields ?? policy.omitManagedFields ?? false;
  return {
    rule: index,
    level,
    omitStages: STAGES.filter((stage) => omitted.has(stage)),
    omitManagedFields: support.omitManagedFields && omitManagedFields,
    stages: level === "None" ? [] : emitted.filter((stage) => !omitted.has(stage)),
  };
}
