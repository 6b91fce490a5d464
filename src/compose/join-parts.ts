import type { Diagnostic } from "../diagnostics/index.js";
import { type PolicyRule, pushIntoRules } from "../model/index.js";
import type { PolicyPart, RuleOrigin } from "./composition.js";
import { findRulesAfterCatchAll } from "./find-rules-after-catch-all.js";

/** What several parts are in sequence: rules that no longer need the policy they came from, and their origins. */
export interface JoinedParts {
  readonly rules: readonly PolicyRule[];
  readonly origins: readonly (readonly RuleOrigin[])[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Puts the rules of the parts one behind the other. */
export function joinParts(parts: readonly PolicyPart[]): JoinedParts {
  return {
    rules: parts.flatMap(({ policy }) => pushIntoRules(policy)),
    origins: parts.flatMap(originsOf),
    diagnostics: findRulesAfterCatchAll(parts),
  };
}

/** Where a rule comes from, as its comment says it: `preset gce, rules[3]: …`. */
export function printOrigins(origins: readonly RuleOrigin[]): string {
  return origins
    .map(({ reason, ...origin }) =>
      reason === undefined ? nameOrigin(origin) : `${nameOrigin(origin)}: ${reason}`,
    )
    .join("\n");
}

/** `preset gce, rules[3]` */
export function nameOrigin({ source, rule }: RuleOrigin): string {
  return rule === undefined ? source : `${source}, rules[${rule}]`;
}

function originsOf({ policy, name, reasons = [], origins }: PolicyPart): readonly (readonly RuleOrigin[])[] {
  if (origins) return origins;
  return policy.rules.map((_, rule) => {
    const reason = reasons[rule];
    return [{ source: name, rule, ...(reason !== undefined && { reason }) }];
  });
}
