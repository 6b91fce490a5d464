import { type AnalysisOptions, findDifference } from "../analyze/index.js";
import type { Policy, RequestAttributes, RequestSelector } from "../model/index.js";

/** That a fix does what it says; else why it is not known to. */
export type FixProof =
  | { readonly proved: true }
  | {
      readonly proved: false;
      readonly reason: string;
      /** A request that is decided otherwise, and is not meant to be. */
      readonly witness?: RequestAttributes;
    };

/**
 * Proves that a policy decides every request as it did before a fix, but for the requests that the fix is to change. The
 * proof is formal: it holds for whatever the evaluator can be handed.
 *
 * @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
 */
export function proveFix(
  before: Policy,
  after: Policy,
  changes: readonly RequestSelector[] = [],
  options: AnalysisOptions = {},
): FixProof {
  const difference = findDifference(before, after, { ...options, reading: "formal", except: changes });
  if (difference === "equivalent") return { proved: true };
  if (difference === "unknown") return { proved: false, reason: "the proof gave up at its limit" };
  const { request, before: was, after: is } = difference;
  const what = was.level === is.level ? "recorded otherwise" : `recorded at ${is.level}, not at ${was.level}`;
  return { proved: false, reason: `a request that it is not about would be ${what}`, witness: request };
}
