import type { Diagnostic } from "../../src/diagnostics/index.js";
import { type LintOptions, lintPolicy } from "../../src/lint/index.js";
import { POLICY_API_VERSION, POLICY_KIND, type Policy, type PolicyRule } from "../../src/model/index.js";

export function policyOf(
  rules: readonly PolicyRule[],
  rest: Pick<Policy, "omitStages" | "omitManagedFields"> = {},
): Policy {
  return { apiVersion: POLICY_API_VERSION, kind: POLICY_KIND, ...rest, rules };
}

/** What lint says of the policy under one code. */
export function findingsOf(code: string, policy: Policy, options?: LintOptions): readonly Diagnostic[] {
  return lintPolicy({ policy }, options).filter((one) => one.code === code);
}

export function pathsOf(code: string, policy: Policy, options?: LintOptions): readonly string[] {
  return findingsOf(code, policy, options).map(({ path }) => path);
}
