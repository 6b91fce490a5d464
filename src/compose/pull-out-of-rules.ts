import { POLICY_API_VERSION, POLICY_KIND, type Policy, type PolicyRule, STAGES } from "../model/index.js";

/**
 * The policy of the given rules, where what all of them say is said once for the policy.
 * Only a field that one of `parts` also had there moves: Kubernetes 1.8 drops `omitStages` of a policy,
 * so that moving it there unasked could change what is recorded.
 */
export function pullOutOfRules(rules: readonly PolicyRule[], parts: readonly Policy[]): Policy {
  const stages = STAGES.filter(
    (stage) =>
      parts.some(({ omitStages }) => omitStages?.includes(stage)) &&
      rules.every(({ omitStages }) => omitStages?.includes(stage)),
  );
  const managedFields = parts.some(({ omitManagedFields }) => omitManagedFields !== undefined)
    ? commonValue(rules.map(({ omitManagedFields }) => omitManagedFields))
    : undefined;

  return {
    apiVersion: POLICY_API_VERSION,
    kind: POLICY_KIND,
    ...(rules.length > 0 && stages.length > 0 && { omitStages: stages }),
    ...(managedFields !== undefined && { omitManagedFields: managedFields }),
    rules: rules.map(({ omitStages = [], omitManagedFields, ...rule }) => {
      const own = omitStages.filter((stage) => !stages.includes(stage));
      return {
        ...rule,
        ...(own.length > 0 && { omitStages: own }),
        ...(managedFields === undefined && omitManagedFields !== undefined && { omitManagedFields }),
      };
    }),
  };
}

/** The value that all have, if they do. */
function commonValue<Value>(values: readonly Value[]): Value | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}
