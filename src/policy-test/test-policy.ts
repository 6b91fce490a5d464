import { type EvaluateOptions, type Explanation, explain } from "../evaluate/index.js";
import type { Policy, RequestAttributes } from "../model/index.js";
import { parseRequest, printRequest } from "../request/index.js";
import { findUnmetExpectations, type PolicyCase } from "./policy-case.js";

/** How one case came out. */
export interface CaseResult {
  readonly name: string;
  readonly passed: boolean;
  readonly expected: PolicyCase;
  /** The decision, and why it is so. */
  readonly actual: Explanation;
  /** What is not as expected, one line each. */
  readonly unmet: readonly string[];
}

/** How all cases came out. */
export interface PolicyTestResult {
  readonly passed: boolean;
  readonly cases: readonly CaseResult[];
  /** The rules that apply to the request of no case. */
  readonly unreachedRules: readonly number[];
}

/**
 * Holds a policy against a table of requests and the decisions expected of them.
 *
 * @throws GenAuditError `bad-input` for a request that cannot be read, `unknown-version` if `kubernetesVersion` is no release.
 *
 * @example
 * const result = testPolicy(getPreset("gce").policy, [
 *   { request: "get secrets db -n prod --as jane", level: "Metadata" },
 *   { request: "GET /healthz --as system:anonymous", recorded: true },
 * ]);
 * result.cases.map(({ passed }) => passed).join(", "); // true, false
 * result.cases[1].unmet[0]; // expected to be recorded, and it is not
 * result.unreachedRules.includes(10); // false
 */
export function testPolicy(
  policy: Policy,
  cases: readonly PolicyCase[],
  options: EvaluateOptions = {},
): PolicyTestResult {
  const results = cases.map((expected) => testCase(policy, expected, options));
  const reached = new Set(results.map(({ actual }) => actual.decision.rule));
  return {
    passed: results.every(({ passed }) => passed),
    cases: results,
    unreachedRules: [...policy.rules.keys()].filter((rule) => !reached.has(rule)),
  };
}

function testCase(policy: Policy, expected: PolicyCase, options: EvaluateOptions): CaseResult {
  const actual = explain(policy, requestOf(expected.request, options), options);
  const unmet = findUnmetExpectations(expected, actual.decision);
  const { name = nameOf(expected.request) } = expected;
  return { name, passed: unmet.length === 0, expected, actual, unmet };
}

function nameOf(request: PolicyCase["request"]): string {
  return typeof request === "string" ? request : printRequest(request);
}

export function requestOf(request: PolicyCase["request"], options: EvaluateOptions): RequestAttributes {
  return typeof request === "string" ? parseRequest(request, options).request : request;
}
