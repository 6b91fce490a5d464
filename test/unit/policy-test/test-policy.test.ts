import { describe, expect, test } from "vitest";
import type { Policy } from "../../../src/model/index.js";
import { type PolicyCase, parsePolicyTests, testPolicy } from "../../../src/policy-test/index.js";
import "../../../src/vitest.js";

const policy: Policy = {
  apiVersion: "audit.k8s.io/v1",
  kind: "Policy",
  omitStages: ["RequestReceived"],
  rules: [
    { level: "None", nonResourceURLs: ["/healthz*"] },
    { level: "Metadata", resources: [{ group: "", resources: ["secrets"] }] },
    {
      level: "Metadata",
      omitStages: ["ResponseComplete"],
      resources: [{ group: "", resources: ["events"] }],
    },
    { level: "Request", verbs: ["create"], resources: [{ group: "*", resources: ["*/scale"] }] },
  ],
};

const secret = "get secrets db -n prod --as jane";

describe("a case", () => {
  const unmet = (expected: Omit<PolicyCase, "request">, request = secret): readonly string[] =>
    testPolicy(policy, [{ request, ...expected }]).cases[0]?.unmet ?? ["no case"];

  test("passes if all that is expected is so", () => {
    expect(unmet({ level: "Metadata", stages: ["ResponseComplete"], rule: 1, recorded: true })).toEqual([]);
    expect(unmet({ rule: null, recorded: false, stages: [] }, "GET /metrics --as jane")).toEqual([]);
    expect(unmet({ level: "Metadata", recorded: false }, "create events.core --as jane")).toEqual([]);
  });

  test("takes stages in any order", () => {
    const watch = "watch secrets -A --as jane";
    expect(unmet({ stages: ["ResponseComplete", "ResponseStarted"] }, watch)).toEqual([]);
    expect(unmet({ stages: ["ResponseComplete"] }, watch)).toEqual([
      "expected stages ResponseComplete, found ResponseStarted, ResponseComplete",
    ]);
  });

  test("says each thing that is not as expected", () => {
    expect(unmet({ level: "Request", stages: [], rule: null, recorded: false })).toEqual([
      "expected level Request, found Metadata",
      "expected stages none, found ResponseComplete",
      "expected no rule, found rules[1]",
      "expected not to be recorded, and it is",
    ]);
    expect(unmet({ recorded: true, rule: 3 }, "GET /metrics --as jane")).toEqual([
      "expected rules[3], found no rule",
      "expected to be recorded, and it is not",
    ]);
  });
});

test("rules that no case reaches are named, and cases by their requests", () => {
  const path = { user: { name: "jane", groups: [] }, verb: "get", path: "/healthz" };
  const result = testPolicy(policy, [
    { request: secret, rule: 1 },
    { request: path, level: "None" },
  ]);
  expect(result.passed).toBe(true);
  expect(result.unreachedRules).toEqual([2, 3]);
  expect(result.cases.map(({ name }) => name)).toEqual([
    secret,
    "GET /healthz --as jane --no-implied-groups",
  ]);
});

test("a case is decided as the release decides it", () => {
  const cases: PolicyCase[] = [{ request: "create deployments/scale web --as jane", level: "Request" }];
  expect(testPolicy(policy, cases, { kubernetesVersion: "1.37" }).passed).toBe(true);
  expect(testPolicy(policy, cases, { kubernetesVersion: "1.35" }).passed).toBe(false);
});

describe("toAudit", () => {
  test("holds for what is recorded, or recorded as expected", () => {
    expect(policy).toAudit(secret);
    expect(policy).toAudit(secret, { level: "Metadata", rule: 1 });
    expect(policy).not.toAudit("GET /healthz --as jane");
    expect(policy).not.toAudit(secret, { level: "Request" });
    expect(policy).toAudit("GET /healthz --as jane", { recorded: false });
    expect(policy).not.toAudit("create deployments/scale web --as jane", {
      level: "Request",
      kubernetesVersion: "1.35",
    });
  });

  test("fails with the explanation", () => {
    expect(() => expect(policy).toAudit(secret, { level: "Request" })).toThrow(
      /expected level Request, found Metadata[\s\S]*rules\[1\] of the policy[\s\S]*rules\[0\] {2}nonResourceURLs {2}the request is for a resource/,
    );
    expect(() => expect(policy).not.toAudit(secret)).toThrow(/expected to be audited otherwise/);
  });

  test("throws for what is no request", () => {
    expect(() => expect(policy).toAudit("get secret db --as jane")).toThrow(/did you mean "secrets"\?/);
  });
});

describe("a file of cases", () => {
  const parse = (...lines: string[]): ReturnType<typeof parsePolicyTests> =>
    parsePolicyTests(lines.join("\n"), "tests.yaml");

  test("gives each case with its line", () => {
    const tests = parse(
      "policy: policy.yaml",
      'kubernetesVersion: "1.30"',
      "cases:",
      "- request: list pods --as jane",
      "  level: None",
      "- { name: a, request: GET / --as-failed, rule: null, stages: [ResponseStarted], recorded: true }",
    );
    expect(tests).toEqual({
      policy: "policy.yaml",
      kubernetesVersion: "1.30",
      cases: [
        { request: "list pods --as jane", level: "None", line: 4 },
        {
          name: "a",
          request: "GET / --as-failed",
          rule: null,
          stages: ["ResponseStarted"],
          recorded: true,
          line: 6,
        },
      ],
    });
  });

  test.each([
    [["cases: ["], /^tests\.yaml:1: cannot be read as YAML/],
    [[""], /^tests\.yaml:1: /],
    [["- a"], /^tests\.yaml:1: /],
    [["policy: p"], /^tests\.yaml:1: cases/],
    [["cases: []"], /^tests\.yaml:1: cases/],
    [["cases:", "- request: list pods --as jane"], /^tests\.yaml:2: cases\[0\]: nothing is expected/],
    [
      ["cases:", "- request: list pods --as jane", "  level: All"],
      /^tests\.yaml:3: cases\[0\]\.level: one of None/,
    ],
    [["cases:", "- request: list pods --as jane", "  rule: -1"], /^tests\.yaml:3: cases\[0\]\.rule/],
    [
      ["cases:", "- request: list pods --as jane", "  stage: []"],
      /unknown field "stage"; did you mean "stages"\?/,
    ],
    [["cases:", "- level: None"], /^tests\.yaml:2: cases\[0\]\.request/],
    [
      ["kubernetesVersion: 1.30", "cases:", "- request: a", "  level: None"],
      /^tests\.yaml:1: kubernetesVersion: string/,
    ],
    [["cases:", "- level: None", "  request: get pod a --as jane"], /^tests\.yaml:3: "pod" is no built-in/],
    [["cases:", "- level: None", "  request: x", "case: 1"], /unknown field "case"; did you mean "cases"\?/],
  ])("%j is refused with its place", (lines, expected) => expect(() => parse(...lines)).toThrow(expected));
});
