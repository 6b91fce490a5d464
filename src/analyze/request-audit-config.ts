import { emittedStages, type PolicySupport, type RequestCourse } from "../kubernetes/index.js";
import { LEVELS, type Level, type Policy, STAGES, type Stage } from "../model/index.js";

/**
 * What kube-apiserver is told to record of a request, in a form in which equal means equal: at level `None` no stage is left,
 * and below `Request` no body that could have managed fields.
 *
 * Upstream: `k8s.io/apiserver` `pkg/audit/evaluator.go`, `RequestAuditConfig`
 */
export interface RequestAuditConfig {
  readonly level: Level;
  /** Of the policy and of the rule, in the order in which stages occur; none at level `None`. */
  readonly omitStages: readonly Stage[];
  /** False below level `Request`. */
  readonly omitManagedFields: boolean;
}

/** What each rule of a policy makes kube-apiserver record; the last is for requests that no rule matches. */
export function auditConfigsOf(policy: Policy, support: PolicySupport): readonly RequestAuditConfig[] {
  const omitted = support.policyOmitStages ? (policy.omitStages ?? []) : [];
  const configs = policy.rules.map((rule) =>
    canonicalConfig({
      level: rule.level,
      omitStages: [...omitted, ...(rule.omitStages ?? [])],
      omitManagedFields:
        support.omitManagedFields && (rule.omitManagedFields ?? policy.omitManagedFields ?? false),
    }),
  );
  return [...configs, canonicalConfig({ level: "None", omitStages: [], omitManagedFields: false })];
}

/** What a decision comes to. */
export function canonicalConfig({
  level,
  omitStages,
  omitManagedFields,
}: RequestAuditConfig): RequestAuditConfig {
  return {
    level,
    omitStages: level === "None" ? [] : STAGES.filter((stage) => omitStages.includes(stage)),
    omitManagedFields: hasBody(level) && omitManagedFields,
  };
}

function hasBody(level: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf("Request");
}

export function isSameConfig(a: RequestAuditConfig, b: RequestAuditConfig): boolean {
  return (
    a.level === b.level &&
    a.omitManagedFields === b.omitManagedFields &&
    a.omitStages.length === b.omitStages.length &&
    a.omitStages.every((stage, index) => stage === b.omitStages[index])
  );
}

/** Whether all that the second records is recorded by the first as well. */
export function recordsAll(a: RequestAuditConfig, b: RequestAuditConfig): boolean {
  if (LEVELS.indexOf(a.level) < LEVELS.indexOf(b.level)) return false;
  if (b.level === "None") return true;
  const keepsStages = a.omitStages.every((stage) => b.omitStages.includes(stage));
  return keepsStages && (!hasBody(b.level) || !a.omitManagedFields || b.omitManagedFields);
}

/** The stages at which an event is written of a request that runs its course. */
export function recordedStages(
  { level, omitStages }: RequestAuditConfig,
  course: RequestCourse,
): readonly Stage[] {
  return level === "None" ? [] : emittedStages(course).filter((stage) => !omitStages.includes(stage));
}
