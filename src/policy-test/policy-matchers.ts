import { type EvaluateOptions, explain } from "../evaluate/index.js";
import type { Policy } from "../model/index.js";
import { printExplanation } from "../report/index.js";
import { printRequest } from "../request/index.js";
import { type ExpectedDecision, findUnmetExpectations, type PolicyCase } from "./policy-case.js";
import { requestOf } from "./test-policy.js";

/** What a matcher gives to `expect.extend` of vitest, and of Jest. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** What is expected, and of which release's API server. */
export type AuditExpectation = ExpectedDecision & EvaluateOptions;

/**
 * Matchers for `expect.extend`: `expect(policy).toAudit(request, expected)`.
 *
 * `toAudit(request)` holds if the request is recorded at all; with `{ level, stages, rule }` if it is recorded so, or left
 * out so. The message of a failure is the explanation. With vitest, `import "gen-audit/vitest"` extends `expect` and its types.
 *
 * @throws GenAuditError `bad-input` for a request that cannot be read, `unknown-version` if `kubernetesVersion` is no release.
 *
 * @example
 * const { policy } = getPreset("gce");
 * policyMatchers.toAudit(policy, "get secrets db -n prod --as jane", { level: "Metadata" }).pass; // true
 * policyMatchers.toAudit(policy, "GET /healthz --as jane").pass; // false
 */
export const policyMatchers = {
  toAudit(policy: Policy, request: PolicyCase["request"], expected: AuditExpectation = {}): MatcherResult {
    const { kubernetesVersion, ...decision } = expected;
    const options = { kubernetesVersion };
    const explanation = explain(policy, requestOf(request, options), options);
    const wanted = Object.keys(decision).length === 0 ? { recorded: true } : decision;
    const unmet = findUnmetExpectations(wanted, explanation.decision);
    return {
      pass: unmet.length === 0,
      message: () =>
        [
          `${typeof request === "string" ? request : printRequest(request)}`,
          ...(unmet.length === 0 ? ["expected to be audited otherwise"] : unmet),
          "",
          printExplanation(explanation, { policy, name: "the policy" }),
        ].join("\n"),
    };
  },
};
