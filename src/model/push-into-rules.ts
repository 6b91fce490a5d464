import { type Policy, type PolicyRule, STAGES, type Stage } from "./policy.js";

/**
 * The rules of a policy, each saying itself what the policy says for all of them, so that they
 * record the same inside another policy: `omitStages` are united, an own `omitManagedFields` stays.
 *
 * Upstream: k8s.io/apiserver, pkg/audit/policy/checker.go, NewPolicyRuleEvaluator and isOmitManagedFields
 */
export function pushIntoRules(policy: Policy): readonly PolicyRule[] {
  const { omitStages = [], omitManagedFields } = policy;
  return policy.rules.map((rule) => ({
    ...rule,
    ...(omitStages.length > 0 && { omitStages: uniteStages(omitStages, rule.omitStages ?? []) }),
    ...(rule.omitManagedFields === undefined && omitManagedFields !== undefined && { omitManagedFields }),
  }));
}

function uniteStages(ofPolicy: readonly Stage[], ofRule: readonly Stage[]): readonly Stage[] {
  // Sorted and not picked from STAGES: a word that is no stage has to stay, for the checks to name it.
  return [...new Set([...ofPolicy, ...ofRule])].sort((a, b) => STAGES.indexOf(a) - STAGES.indexOf(b));
}
