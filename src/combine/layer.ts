import { auditConfigsOf, type RequestAuditConfig } from "../analyze/index.js";
import type { Composition, RuleOrigin } from "../compose/index.js";
import type { PolicySupport } from "../kubernetes/index.js";
import { isCatchAll, type RequestSelector, selectorOf } from "../model/index.js";

/** A rule of a layer: requests, and what it says of them. */
export interface LayerRule<Value> {
  readonly selector: RequestSelector;
  readonly value: Value;
  /** Where it comes from; nowhere if it stands for what no rule takes. */
  readonly origins: readonly RuleOrigin[];
}

/** Something that is said of each request, by the first rule that takes it. The last takes all. */
export type Layer<Value> = readonly LayerRule<Value>[];

/** What a policy records of each request. */
export function layerOf(
  { policy, origins }: Pick<Composition, "policy" | "origins">,
  support: PolicySupport,
): Layer<RequestAuditConfig> {
  const layer = auditConfigsOf(policy, support).map((value, index): LayerRule<RequestAuditConfig> => {
    const rule = policy.rules[index];
    return { selector: rule ? selectorOf(rule) : {}, value, origins: origins[index] ?? [] };
  });
  // No request gets behind a rule that takes all.
  const end = policy.rules.findIndex(isCatchAll);
  return end === -1 ? layer : layer.slice(0, end + 1);
}
