import { describe, expect, test } from "vitest";
import { findDifference } from "../../../../src/analyze/index.js";
import { evaluate } from "../../../../src/evaluate/index.js";
import type { PolicyRule } from "../../../../src/model/index.js";
import { findingsOf, pathsOf, policyOf } from "../../../support/lint-rules.js";

const PODS = [{ group: "", resources: ["pods"] }];

function paths(...rules: readonly PolicyRule[]): readonly (readonly string[])[] {
  const policy = policyOf(rules);
  return [pathsOf("write-verb-missing", policy), pathsOf("write-verb-at-lower-level", policy)];
}

describe("write-verb-missing", () => {
  test("is found of deletecollection, with the fix and what that changes", () => {
    const rule: PolicyRule = { level: "Request", verbs: ["create", "patch", "delete"], resources: PODS };
    const [found, ...others] = findingsOf("write-verb-missing", policyOf([rule]));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      path: "rules[0].verbs",
      data: { rule: 0, has: "delete", lacks: "deletecollection", level: "None" },
      witness: { verb: "deletecollection", resource: { resource: "pods" } },
      fix: {
        edits: [{ append: "rules[0].verbs", value: "deletecollection" }],
        changes: [{ verbs: ["deletecollection"], resources: PODS }],
      },
    });
  });

  test("has a fix that records the request, and changes no others than it says", () => {
    const rule: PolicyRule = {
      level: "Metadata",
      verbs: ["create", "update", "patch", "delete"],
      resources: [{ group: "" }],
    };
    const before = policyOf([{ level: "None", verbs: ["get"] }, rule, { level: "None" }]);
    const [found] = findingsOf("write-verb-missing", before);
    expect(found?.fix?.edits).toEqual([{ append: "rules[1].verbs", value: "deletecollection" }]);
    const verbs = [...(rule.verbs ?? []), "deletecollection"];
    const after = policyOf(before.rules.with(1, { ...rule, verbs }));
    expect(found?.witness && evaluate(after, found.witness)).toMatchObject({ rule: 1, level: "Metadata" });
    expect(findDifference(before, after, { except: found?.fix?.changes })).toBe("equivalent");
  });

  test("is found of patch, where a list has all else", () => {
    const resources = [{ group: "rbac.authorization.k8s.io", resources: ["rolebindings"] }];
    const verbs = ["create", "update", "delete", "deletecollection"];
    const found = findingsOf("write-verb-missing", policyOf([{ level: "Metadata", verbs, resources }]));
    expect(found).toMatchObject([{ path: "rules[0].verbs", data: { has: "update", lacks: "patch" } }]);
    expect(paths({ level: "Metadata", verbs: [...verbs, "patch"], resources })).toEqual([[], []]);
    expect(paths({ level: "Metadata", verbs: verbs.slice(1, 2), resources })).toEqual([[], []]);
  });

  test("is not found where another rule records it at that level", () => {
    const rule: PolicyRule = {
      level: "Metadata",
      verbs: ["create", "update", "patch", "delete"],
      resources: PODS,
    };
    expect(paths(rule, { level: "Metadata" })).toEqual([[], []]);
    expect(paths(rule, { level: "None" })).toEqual([["rules[0].verbs"], []]);
    expect(paths({ level: "Metadata", verbs: ["deletecollection"] }, rule)).toEqual([[], []]);
  });

  test("is not found where a rule says what is to become of that verb", () => {
    const rule: PolicyRule = { level: "Request", verbs: ["update", "delete"], resources: PODS };
    expect(paths(rule, { level: "None", verbs: ["deletecollection"] })).toEqual([[], []]);
    expect(paths({ level: "None", verbs: ["deletecollection"] }, rule)).toEqual([[], []]);
  });

  test("is not found of what an earlier rule takes anyway", () => {
    const rule: PolicyRule = { level: "Metadata", verbs: ["update", "delete"], resources: PODS };
    const rest: PolicyRule = { level: "Metadata" };
    expect(paths({ level: "None", namespaces: ["kube-system"] }, rule, rest)).toEqual([[], []]);
    expect(paths(rule, { level: "None", namespaces: ["kube-system"] }, rest)).toEqual([
      ["rules[0].verbs"],
      [],
    ]);
  });

  test("is not found of resources that have no such request", () => {
    const verbs = ["create", "update", "patch", "delete"];
    const of = (...resources: readonly string[]): PolicyRule => ({
      level: "Metadata",
      verbs,
      resources: [{ group: "", resources }],
    });
    expect(paths(of("namespaces", "pods/status"))).toEqual([[], []]);
    expect(paths(of("namespaces", "serviceaccounts"))).toEqual([["rules[0].verbs"], []]);
    expect(pathsOf("write-verb-missing", policyOf([of("services")]), { kubernetesVersion: "1.22" })).toEqual(
      [],
    );
    expect(pathsOf("write-verb-missing", policyOf([of("services")]), { kubernetesVersion: "1.23" })).toEqual([
      "rules[0].verbs",
    ]);
  });

  test("is not found of objects by name, which are deleted one by one", () => {
    const resources = [{ group: "", resources: ["configmaps"], resourceNames: ["aws-auth"] }];
    const verbs = ["update", "patch", "delete"];
    expect(paths({ level: "Metadata", verbs, resources })).toEqual([[], []]);
  });

  test("is found of resources of every group, as far as there are any of that name", () => {
    const verbs = ["create", "update", "patch", "delete"];
    const of = (...resources: readonly string[]): PolicyRule => ({
      level: "Metadata",
      verbs,
      resources: [{ group: "*", resources }],
    });
    const [found, ...others] = findingsOf("write-verb-missing", policyOf([of("leases")]));
    expect(others).toEqual([]);
    expect(found?.witness?.resource).toMatchObject({ apiGroup: "coordination.k8s.io", resource: "leases" });
    expect(paths(of("*"))).toEqual([["rules[0].verbs"], []]);
    expect(paths(of("tokenreviews", "pods/status"))).toEqual([[], []]);
    const named = [{ group: "*", resources: ["*"], resourceNames: ["db"] }];
    expect(paths({ level: "Metadata", verbs, resources: named })).toEqual([[], []]);
  });

  test("is found of custom resources, and of a rule for whatever resource", () => {
    const verbs = ["create", "update", "patch", "delete"];
    const resources = [{ group: "karpenter.sh", resources: ["nodepools", "nodepools/status"] }];
    expect(paths({ level: "Metadata", verbs, resources })).toEqual([["rules[0].verbs"], []]);
    expect(paths({ level: "Metadata", verbs })).toEqual([["rules[0].verbs"], []]);
    expect(paths({ level: "Metadata", verbs: ["post", "delete"], nonResourceURLs: ["*"] })).toEqual([[], []]);
  });
});

describe("write-verb-at-lower-level", () => {
  test("is found where something is recorded all the same, without a fix", () => {
    const verbs = ["create", "update", "patch", "delete"];
    const policy = policyOf([{ level: "RequestResponse", verbs, resources: PODS }, { level: "Metadata" }]);
    const [found, ...others] = findingsOf("write-verb-at-lower-level", policy);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      path: "rules[0].verbs",
      data: { lacks: "deletecollection", level: "Metadata" },
      witness: { verb: "deletecollection" },
    });
    expect(found?.fix).toBeUndefined();
    expect(pathsOf("write-verb-missing", policy)).toEqual([]);
  });
});
