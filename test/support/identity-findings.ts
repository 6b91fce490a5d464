import { findDifference } from "../../src/analyze/index.js";
import type { Diagnostic } from "../../src/diagnostics/index.js";
import { lintPolicy } from "../../src/lint/index.js";
import type { Policy, PolicyRule } from "../../src/model/index.js";

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

/** A rule whose first finding has a fix is decided otherwise, once mended so, only for requests that the fix names. */
export function changesOnlyWhatItSays(
  { fix }: Diagnostic,
  before: readonly PolicyRule[],
  after: readonly PolicyRule[],
): boolean {
  const [policy, mended] = [policyOf(...before), policyOf(...after)];
  return (
    findDifference(policy, mended) !== "equivalent" &&
    findDifference(policy, mended, { except: fix?.changes }) === "equivalent"
  );
}
