import type { PolicyRule } from "./policy.js";

/** Whether a rule constrains nothing, so that it matches every request; an empty list is no constraint. */
export function isCatchAll(rule: PolicyRule): boolean {
  // Upstream: k8s.io/apiserver, pkg/audit/policy/checker.go, ruleMatches
  return [
    rule.users,
    rule.userGroups,
    rule.verbs,
    rule.resources,
    rule.namespaces,
    rule.nonResourceURLs,
  ].every((constraint) => constraint === undefined || constraint.length === 0);
}
