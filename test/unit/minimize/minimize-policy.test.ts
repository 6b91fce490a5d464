import { describe, expect, test } from "vitest";
import { auditPolicy } from "../../../src/builder/index.js";
import { minimizePolicy } from "../../../src/minimize/index.js";
import type { Policy, PolicyRule } from "../../../src/model/index.js";

function policyOf(...rules: readonly PolicyRule[]): Policy {
  return { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules };
}

function minimize(...rules: readonly PolicyRule[]) {
  const found = minimizePolicy(policyOf(...rules));
  if (found === "unknown") throw new Error("the search gave up");
  return found;
}

const core = (...resources: readonly string[]) => [{ group: "", resources }];

describe("what goes", () => {
  test("a rule that earlier ones shadow, and why", () => {
    const { policy, removed } = minimize(
      { level: "None", verbs: ["get"] },
      { level: "None", verbs: ["list"] },
      { level: "Request", verbs: ["get", "list"], resources: core("pods") },
      { level: "Metadata" },
    );
    expect(removed).toContainEqual({ rule: 2, path: "rules[2]", reason: "shadowed", by: [0, 1] });
    expect(policy.rules).toEqual([{ level: "None", verbs: ["get", "list"] }, { level: "Metadata" }]);
  });

  test("a rule that matches nothing", () => {
    const { removed } = minimize({ level: "None", resources: core("a/b/c") }, { level: "Metadata" });
    expect(removed).toEqual([{ rule: 0, path: "rules[0]", reason: "unmatchable", by: [] }]);
  });

  test("a rule whose requests nothing takes and that records nothing", () => {
    const { policy, removed } = minimize(
      { level: "Metadata", verbs: ["create"] },
      { level: "None", verbs: ["get"] },
    );
    expect(removed).toEqual([{ rule: 1, path: "rules[1]", reason: "redundant", by: [null] }]);
    expect(policy.rules).toHaveLength(1);
  });

  test("entries inside of resources, and the entry itself where all of it can go", () => {
    const { policy, removed } = minimize(
      { level: "None", resources: core("events") },
      {
        level: "Request",
        resources: [
          { group: "", resources: ["events"] },
          { group: "", resources: ["pods", "pods/*"] },
          { group: "apps" },
        ],
      },
      { level: "Metadata" },
    );
    expect(removed.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      "rules[1].resources[1].resources[0] repeated",
      "rules[1].resources[0] shadowed",
    ]);
    expect(policy.rules[1]?.resources).toEqual([{ group: "", resources: ["pods/*"] }, { group: "apps" }]);
  });
});

describe("what stays", () => {
  test("a last rule for all other requests, even where it records nothing", () => {
    const rules: PolicyRule[] = [{ level: "Metadata", verbs: ["create"] }, { level: "None" }];
    expect(minimize(...rules).policy.rules).toEqual(rules);
  });

  test("one rule at least, for kube-apiserver refuses a policy without any", () => {
    const { policy } = minimize({ level: "None", verbs: ["get"] }, { level: "None", verbs: ["list"] });
    expect(policy.rules).toHaveLength(1);
  });

  test("fields of the policy, and its metadata", () => {
    const found = minimizePolicy({
      ...policyOf({ level: "Metadata" }, { level: "None" }),
      omitStages: ["RequestReceived"],
      metadata: { name: "audit" },
    });
    expect(found).toMatchObject({
      policy: {
        omitStages: ["RequestReceived"],
        metadata: { name: "audit" },
        rules: [{ level: "Metadata" }],
      },
    });
  });
});

describe("rules that become one", () => {
  test("the later joins the earlier, unless a rule between records its requests otherwise", () => {
    const apart = minimize(
      { level: "None", verbs: ["get"] },
      { level: "Request", resources: core("pods") },
      { level: "None", verbs: ["list"] },
      { level: "Metadata" },
    );
    expect(apart.removed).toEqual([]);
    const together = minimize(
      { level: "None", verbs: ["get"] },
      { level: "Request", verbs: ["create"], resources: core("pods") },
      { level: "None", verbs: ["list"] },
      { level: "Metadata" },
    );
    expect(together.removed).toEqual([{ rule: 2, path: "rules[2]", reason: "merged", by: [0] }]);
    expect(together.origins).toEqual([[0, 2], [1], [3]]);
  });

  test("the earlier joins the later where only that is possible", () => {
    const { policy, removed } = minimize(
      { level: "None", verbs: ["get"], resources: core("pods") },
      { level: "Request", verbs: ["list"], users: ["jane"] },
      { level: "None", verbs: ["list"], resources: core("pods") },
      { level: "Metadata" },
    );
    expect(removed).toEqual([{ rule: 0, path: "rules[0]", reason: "merged", by: [2] }]);
    expect(policy.rules[1]).toEqual({ level: "None", verbs: ["list", "get"], resources: core("pods") });
  });

  test("not so that a third is left without requests", () => {
    const { policy } = minimize(
      { level: "None", users: ["kubelet"], verbs: ["get"] },
      { level: "None", users: ["kubelet"], verbs: ["list"], resources: core("secrets") },
      { level: "Request", users: ["kubelet", "jane"], verbs: ["list"], resources: core("secrets") },
      { level: "None", users: ["kubelet"], verbs: ["list"] },
      { level: "Metadata" },
    );
    const again = minimizePolicy(policy);
    expect(again).toMatchObject({ removed: [] });
  });

  test("nor so that an earlier one is no longer needed", () => {
    const { policy } = minimize(
      { level: "Metadata", users: ["kubelet"], verbs: ["list"] },
      { level: "None", users: ["kubelet"] },
      { level: "Metadata", verbs: ["list"] },
      { level: "None", users: ["scheduler"] },
      { level: "Request" },
    );
    expect(policy.rules).toHaveLength(5);
    expect(minimizePolicy(policy)).toMatchObject({ removed: [] });
  });

  test("not rules that leave out other stages", () => {
    const { removed } = minimize(
      { level: "Metadata", verbs: ["get"], omitStages: ["RequestReceived"] },
      { level: "Metadata", verbs: ["list"] },
      { level: "Request" },
    );
    expect(removed).toEqual([]);
  });
});

test("releases differ in what a rule matches", () => {
  const policy = policyOf(
    { level: "None", resources: core("pods/*") },
    { level: "Metadata", resources: core("pods") },
    { level: "Request" },
  );
  expect(minimizePolicy(policy)).toMatchObject({ removed: [{ path: "rules[1]" }] });
  expect(minimizePolicy(policy, { kubernetesVersion: "1.9" })).not.toMatchObject({
    removed: [{ path: "rules[1]" }],
  });
});

test("what the search gives up on stays, and that is said", () => {
  const { policy } = auditPolicy()
    .rule("Metadata", { verbs: ["get"] })
    .use("gce")
    .build();
  expect(minimizePolicy(policy, { limit: 1 })).toMatchObject({ policy, removed: [], isComplete: false });
});
