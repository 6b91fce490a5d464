import { describe, expect, test } from "vitest";
import type { PolicyRule } from "../../../../src/model/index.js";
import { findingsOf, pathsOf, policyOf } from "../../../support/lint-rules.js";

const REST: PolicyRule = { level: "Metadata" };

describe("configmap-bodies", () => {
  test("is found where only Secrets are kept out", () => {
    const policy = policyOf([
      { level: "Metadata", resources: [{ group: "", resources: ["secrets", "serviceaccounts/token"] }] },
      { level: "Request" },
    ]);
    const [found, ...others] = findingsOf("configmap-bodies", policy);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      path: "rules[1].level",
      witness: { verb: "create", resource: { resource: "configmaps" } },
    });
    expect(pathsOf("secret-bodies", policy)).toEqual([]);
  });

  test("is not found where they are kept out as well", () => {
    const policy = policyOf([
      { level: "Metadata", resources: [{ group: "", resources: ["secrets", "configmaps"] }] },
      { level: "Request" },
    ]);
    expect(pathsOf("configmap-bodies", policy)).toEqual([]);
  });

  test("is not found of ConfigMaps that the policy names", () => {
    const rule = (resourceNames?: readonly string[]): PolicyRule => ({
      level: "RequestResponse",
      verbs: ["update", "patch", "delete"],
      resources: [{ group: "", resources: ["configmaps"], ...(resourceNames && { resourceNames }) }],
      namespaces: ["kube-system"],
    });
    expect(pathsOf("configmap-bodies", policyOf([rule(["aws-auth"]), REST]))).toEqual([]);
    expect(pathsOf("configmap-bodies", policyOf([rule(), REST]))).toEqual(["rules[0].level"]);
  });
});
