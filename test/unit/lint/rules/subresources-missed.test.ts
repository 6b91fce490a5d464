import { describe, expect, test } from "vitest";
import type { PolicyRule } from "../../../../src/model/index.js";
import { findingsOf, pathsOf, policyOf } from "../../../support/lint-rules.js";

const CODE = "subresources-missed";
const WRITES = ["create", "update", "patch", "delete"];

function rule(group: string, resources: readonly string[], rest: Partial<PolicyRule> = {}): PolicyRule {
  return { level: "Metadata", verbs: WRITES, resources: [{ group, resources }], ...rest };
}

describe("changes by way of a subresource", () => {
  const workloads = rule("apps", ["daemonsets", "deployments", "statefulsets"]);

  test("are found where nothing is recorded of them, and the changes themselves are", () => {
    const [found, ...others] = findingsOf(CODE, policyOf([workloads]));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      path: "rules[0].resources[0].resources[1]",
      data: { missed: ["deployments/scale", "statefulsets/scale"] },
      witness: { resource: { apiGroup: "apps", resource: "deployments", subresource: "scale" } },
    });
    expect(pathsOf(CODE, policyOf([workloads, { level: "None" }]))).toHaveLength(1);
  });

  test("are not found where they are recorded, at whatever level", () => {
    expect(
      pathsOf(CODE, policyOf([{ ...workloads, level: "RequestResponse" }, { level: "Metadata" }])),
    ).toEqual([]);
    const others: PolicyRule = { level: "Metadata", resources: [{ group: "apps" }] };
    expect(pathsOf(CODE, policyOf([others, workloads]))).toEqual([]);
  });

  test("are not found where they are recorded of anybody", () => {
    const silent: PolicyRule = { level: "None", userGroups: ["system:nodes"] };
    expect(pathsOf(CODE, policyOf([workloads, silent, { level: "Metadata" }]))).toEqual([]);
  });

  test.each(["deployments/scale", "deployments/*", "*/scale"])(
    "are not found where a rule says %s",
    (name) => {
      const deployments = rule("apps", ["deployments"]);
      const spoken: PolicyRule = { level: "None", resources: [{ group: "apps", resources: [name] }] };
      expect(pathsOf(CODE, policyOf([deployments, spoken]))).toEqual([]);
      expect(
        pathsOf(CODE, policyOf([deployments, { ...spoken, resources: [{ group: "apps" }] }])),
      ).toHaveLength(1);
    },
  );

  test("are not found of a rule that leaves changes out", () => {
    expect(pathsOf(CODE, policyOf([{ ...workloads, level: "None" }]))).toEqual([]);
    expect(pathsOf(CODE, policyOf([{ level: "None", verbs: WRITES }, workloads]))).toEqual([]);
    expect(pathsOf(CODE, policyOf([{ ...workloads, verbs: ["get", "create"] }]))).toEqual([]);
  });

  test("are those that the verbs of the rule come to", () => {
    const missed = (verbs: readonly string[]) =>
      findingsOf(CODE, policyOf([rule("", ["pods"], { verbs })]))[0]?.data["missed"];
    expect(missed(["delete"])).toEqual(["pods/eviction"]);
    expect(missed(["update"])).toEqual(["pods/ephemeralcontainers", "pods/resize"]);
    expect(missed(["create"])).toBeUndefined();
  });

  test("are shown with a verb of the rule", () => {
    const scale = findingsOf(CODE, policyOf([rule("apps", ["deployments"], { verbs: ["patch"] })]));
    expect(scale[0]?.witness?.verb).toBe("patch");
  });

  test("are those that the release has", () => {
    const pods = policyOf([rule("", ["pods"], { verbs: ["patch"] })]);
    expect(findingsOf(CODE, pods, { kubernetesVersion: "1.30" })[0]?.data["missed"]).toEqual([
      "pods/ephemeralcontainers",
    ]);
    expect(pathsOf(CODE, pods, { kubernetesVersion: "1.18" })).toEqual([]);
  });
});
