import type { Diagnostic } from "../../src/diagnostics/index.js";
import type { Policy, PolicyRule } from "../../src/model/index.js";
import { applyFix, changesOnlyWhatItSays } from "./apply-fix.js";
import * as support from "./lint-rules.js";

export function policyOf(...rules: readonly PolicyRule[]): Policy {
  return support.policyOf(rules);
}

/** What lint says of some rules with one code. */
export function findingsOf(
  code: string,
  rules: readonly PolicyRule[],
  kubernetesVersion?: string,
): readonly Diagnostic[] {
  return support.findingsOf(code, support.policyOf(rules), { kubernetesVersion });
}

/** The rules as the fix of a finding makes them, if that decides only those requests otherwise that it names. */
export function mend(found: Diagnostic | undefined, rules: readonly PolicyRule[]): readonly PolicyRule[] {
  const policy = policyOf(...rules);
  if (!found || !changesOnlyWhatItSays(policy, found)) return [];
  return applyFix(policy, found).rules;
}
