import type { RequestAuditConfig } from "../analyze/index.js";
import type { RuleOrigin } from "../compose/index.js";
import { invariant } from "../diagnostics/index.js";
import { type MinimizeOptions, minimizePolicy } from "../minimize/index.js";
import {
  isCatchAll,
  POLICY_API_VERSION,
  POLICY_KIND,
  type Policy,
  type PolicyRule,
  type RequestSelector,
} from "../model/index.js";
import type { Layer, LayerRule } from "./layer.js";

/** The rules of a layer; none at its end for what no rule of any policy takes and nothing is recorded of. */
export function rulesOfLayer(layer: Layer<RequestAuditConfig>): readonly PolicyRule[] {
  const last = layer.at(-1);
  const written = last && isImplied(last) ? layer.slice(0, -1) : layer;
  // kube-apiserver wants one.
  return written.length > 0 ? written.map(ruleOf) : [{ level: "None" }];
}

/** A policy that tells requests apart as some rules do. */
export function policyOfSelectors(rules: readonly { readonly selector: RequestSelector }[]): Policy {
  return policyOfRules(rules.map(({ selector }) => ruleOf({ selector, value: NOTHING })));
}

function policyOfRules(rules: readonly PolicyRule[]): Policy {
  return { apiVersion: POLICY_API_VERSION, kind: POLICY_KIND, rules };
}

/** A layer that says the same in fewer rules, as far as that is found. */
export function minimizeLayer(
  layer: Layer<RequestAuditConfig>,
  options: MinimizeOptions,
): Layer<RequestAuditConfig> {
  const minimized = minimizePolicy(policyOfRules(layer.map(ruleOf)), options);
  if (minimized === "unknown") return layer;
  const rules = minimized.policy.rules.map((rule, index): LayerRule<RequestAuditConfig> => {
    const { level, omitStages, omitManagedFields, ...selector } = rule;
    const from = (minimized.origins[index] ?? []).flatMap((one) => layer[one] ?? []);
    const [first] = from;
    invariant(first, "each rule that is left was one of the layer");
    return {
      selector,
      value: first.value,
      origins: unite(from.flatMap(({ origins }) => origins)),
    };
  });
  // Of what a policy has no rule for it records nothing; the last of a layer takes all.
  const isTotal = minimized.policy.rules.slice(-1).some(isCatchAll);
  return isTotal ? rules : [...rules, { selector: {}, value: NOTHING, origins: [] }];
}

const NOTHING: RequestAuditConfig = { level: "None", omitStages: [], omitManagedFields: false };

function isImplied({ origins, value }: LayerRule<RequestAuditConfig>): boolean {
  return origins.length === 0 && value.level === "None";
}

function ruleOf({ selector, value }: Pick<LayerRule<RequestAuditConfig>, "selector" | "value">): PolicyRule {
  const { level, omitStages, omitManagedFields } = value;
  const { user, ...matched } = selector;
  return {
    level,
    ...matched,
    ...(omitStages.length > 0 && { omitStages }),
    ...(omitManagedFields && { omitManagedFields }),
  };
}

/** Each once. */
export function unite(origins: readonly RuleOrigin[]): readonly RuleOrigin[] {
  const seen = new Set<string>();
  return origins.filter(({ source, rule }) => {
    const name = JSON.stringify([source, rule]);
    return !seen.has(name) && seen.add(name);
  });
}
