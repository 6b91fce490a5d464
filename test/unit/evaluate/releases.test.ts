import { describe, expect, test } from "vitest";
import { compileEvaluator, evaluate } from "../../../src/evaluate/index.js";
import type { Decision, Policy, PolicyRule, RequestAttributes } from "../../../src/model/index.js";

const jane = { name: "jane", groups: [] };
const scale: RequestAttributes = {
  user: jane,
  verb: "update",
  resource: { apiGroup: "apps", resource: "deployments", subresource: "scale", name: "web" },
};

/** What a release decides by one rule; of both evaluators, which have to agree. */
function decide(
  rule: PolicyRule,
  request: RequestAttributes,
  kubernetesVersion: string | undefined,
  whole: Partial<Policy> = {},
): Decision {
  const policy: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", ...whole, rules: [rule] };
  const decision = evaluate(policy, request, { kubernetesVersion });
  expect(compileEvaluator(policy, { kubernetesVersion })(request)).toEqual(decision);
  return decision;
}

/** The release before a change, the one with it, and the newest. */
const releases = (before: string, since: string): (readonly [string | undefined, boolean])[] => [
  [before, false],
  [since, true],
  [undefined, true],
];

describe("group * is every group", () => {
  test.each(releases("1.35", "1.36"))("in %s: %s", (release, holds) => {
    const rule: PolicyRule = {
      level: "Request",
      resources: [{ group: "*", resources: ["deployments/scale"] }],
    };
    expect(decide(rule, scale, release).rule).toBe(holds ? 0 : null);
  });
});

describe("resources have wildcards", () => {
  test.each(releases("1.9.11", "1.10.0"))("in %s: %s", (release, holds) => {
    for (const written of ["*", "*/scale", "deployments/*"]) {
      const rule: PolicyRule = { level: "Request", resources: [{ group: "apps", resources: [written] }] };
      expect(decide(rule, scale, release).rule, written).toBe(holds ? 0 : null);
    }
  });
});

describe("a rule with users or groups matches no request without a user", () => {
  test.each(releases("1.9.4", "1.9.5"))("in %s: %s", (release, holds) => {
    const nobody: RequestAttributes = { user: null, verb: "get", path: "/api" };
    expect(decide({ level: "Metadata", users: ["jane"] }, nobody, release).rule).toBe(holds ? null : 0);
    expect(decide({ level: "Metadata", userGroups: ["devs"] }, nobody, release).rule).toBe(holds ? null : 0);
    expect(decide({ level: "Metadata", verbs: ["get"] }, nobody, release).stages).toEqual([
      "ResponseStarted",
    ]);
  });
});

describe("omitStages of the policy count", () => {
  test.each(releases("1.8", "1.9"))("in %s: %s", (release, holds) => {
    const { stages } = decide({ level: "Metadata" }, scale, release, { omitStages: ["RequestReceived"] });
    expect(stages).toEqual(holds ? ["ResponseComplete"] : ["RequestReceived", "ResponseComplete"]);
  });
});

describe("omitManagedFields counts, that of the rule before that of the policy", () => {
  test.each(releases("1.22", "1.23"))("in %s: %s", (release, holds) => {
    expect(decide({ level: "Request" }, scale, release, { omitManagedFields: true }).omitManagedFields).toBe(
      holds,
    );
    const rule: PolicyRule = { level: "Request", omitManagedFields: false };
    expect(decide(rule, scale, release, { omitManagedFields: true }).omitManagedFields).toBe(false);
  });
});
