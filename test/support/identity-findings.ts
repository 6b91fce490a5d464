import type { Diagnostic } from "../../src/diagnostics/index.js";
import { lintPolicy } from "../../src/lint/index.js";
import type { Policy, PolicyRule } from "../../src/model/index.js";
import { applyFix, changesOnlyWhatItSays } from "./apply-fix.js";

export function policyOf(...rules: readonly PolicyRule[]): Policy {
  return { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules };
}

/** What lint says of some rules with one code. */
export function findingsOf(
  code: string,
  rules: readonly PolicyRule[],
  kubernetesVersion?: string,
): readonly Diagnostic[] {
  return lintPolicy({ policy: policyOf(...rules) }, { kubernetesVersion }).filter((one) => one.code === code);
}

/** The rules as the fix of a finding makes them, if that decides only those requests otherwise that it names. */
export function mend(found: Diagnostic | undefined, rules: readonly PolicyRule[]): readonly PolicyRule[] {
  const policy = policyOf(...rules);
  if (!found || !changesOnlyWhatItSays(policy, found)) return [];
  return applyFix(policy, found).rules;
}
