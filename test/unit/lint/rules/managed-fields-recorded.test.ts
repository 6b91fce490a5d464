import { describe, expect, test } from "vitest";
import type { Policy, PolicyRule } from "../../../../src/model/index.js";
import { findingsOf, pathsOf, policyOf } from "../../../support/lint-rules.js";

const paths = (policy: Policy, kubernetesVersion?: string): readonly string[] =>
  pathsOf("managed-fields-recorded", policy, { kubernetesVersion });

describe("managed-fields-recorded", () => {
  test("is found once, at the first rule that records what is sent of an object", () => {
    const policy = policyOf([{ level: "Metadata", verbs: ["get"] }, { level: "Request" }]);
    const [found, ...others] = findingsOf("managed-fields-recorded", policy);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      path: "rules[1].level",
      data: { level: "Request" },
      witness: { verb: "update" },
    });
  });

  test("is not found of reads at Request, which have no bodies", () => {
    const reads: PolicyRule = { level: "Request", verbs: ["get", "list", "watch"] };
    expect(paths(policyOf([reads, { level: "Metadata" }]))).toEqual([]);
    expect(paths(policyOf([reads, { level: "RequestResponse" }]))).toEqual(["rules[1].level"]);
  });

  test("is not found where the policy or the rule leaves them out, and is where the rule keeps them", () => {
    expect(paths(policyOf([{ level: "Request" }], { omitManagedFields: true }))).toEqual([]);
    expect(paths(policyOf([{ level: "Request", omitManagedFields: true }]))).toEqual([]);
    const kept = policyOf([{ level: "Request", omitManagedFields: false }], { omitManagedFields: true });
    expect(paths(kept)).toEqual(["rules[0].level"]);
  });

  test("is not found of a release that cannot leave them out", () => {
    expect(paths(policyOf([{ level: "Request" }]), "1.22")).toEqual([]);
    expect(paths(policyOf([{ level: "Request" }]), "1.23")).toEqual(["rules[0].level"]);
  });

  test("is not found of bodies that are no objects", () => {
    const resources = [{ group: "", resources: ["pods/exec", "pods/proxy"] }];
    expect(paths(policyOf([{ level: "RequestResponse", resources }]))).toEqual([]);
  });
});
