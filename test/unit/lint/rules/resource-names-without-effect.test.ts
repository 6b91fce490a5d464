import { describe, expect, test } from "vitest";
import type { GroupResources, PolicyRule } from "../../../../src/model/index.js";
import { findingsOf, pathsOf, policyOf } from "../../../support/lint-rules.js";

const CODE = "resource-names-without-effect";

function policy(verbs: readonly string[] | undefined, ...resources: readonly GroupResources[]) {
  const rule: PolicyRule = { level: "Request", resources, ...(verbs && { verbs }) };
  return policyOf([rule, { level: "Metadata" }]);
}

const named: GroupResources = { group: "", resources: ["secrets"], resourceNames: ["license"] };

describe("object names with create or deletecollection", () => {
  test("are found, with a creation that the rule does not take", () => {
    const [found, ...others] = findingsOf(CODE, policy(["create", "update", "deletecollection"], named));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      path: "rules[0].resources[0].resourceNames",
      reading: "real-identities",
      data: { verbs: ["create", "deletecollection"], instead: "Metadata" },
      witness: { verb: "create", resource: { resource: "secrets", name: "" } },
    });
  });

  test("are not found with the other verbs", () => {
    expect(pathsOf(CODE, policy(["get", "list", "watch", "update", "patch", "delete"], named))).toEqual([]);
    expect(pathsOf(CODE, policy(undefined, named))).toEqual([]);
  });

  test("are found of the entry that has them alone", () => {
    const whole: GroupResources = { group: "", resources: ["configmaps"] };
    expect(pathsOf(CODE, policy(["create"], whole, named))).toEqual(["rules[0].resources[1].resourceNames"]);
  });

  test("are not found where a subresource is created for what has the name", () => {
    const exec: GroupResources = { group: "", resources: ["pods/exec"], resourceNames: ["web-0"] };
    expect(pathsOf(CODE, policy(["create"], exec))).toEqual([]);
    expect(pathsOf(CODE, policy(["create"], { ...exec, resources: ["pods/*"] }))).toEqual([]);
    expect(pathsOf(CODE, policy(["create"], { ...exec, resources: ["pods"] }))).toHaveLength(1);
  });

  test("are not found where something else is in the way of every request", () => {
    const nobody: PolicyRule = {
      level: "Request",
      users: ["system:anonymous"],
      userGroups: ["system:nodes"],
      verbs: ["create"],
      resources: [named],
    };
    expect(pathsOf(CODE, policyOf([nobody, { level: "Metadata" }]))).toEqual([]);
  });

  test("are not said to match nothing as well", () => {
    expect(pathsOf("rule-unmatchable", policy(["create"], named))).toEqual([]);
    expect(pathsOf("rule-unmatchable", policy(["create", "update"], named))).toEqual([]);
  });
});

describe("object names with list and watch", () => {
  const OF_LISTS = "resource-names-with-list";

  test("are found where no other verb goes with a name, with a list that the rule does not take", () => {
    const [found, ...others] = findingsOf(OF_LISTS, policy(["list", "watch"], named));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      path: "rules[0].resources[0].resourceNames",
      data: { verbs: ["list", "watch"], instead: "Metadata" },
      witness: { verb: "list", resource: { resource: "secrets", name: "" } },
    });
    expect(pathsOf(OF_LISTS, policy(["create", "list"], named))).toHaveLength(1);
  });

  test("are not found beside get, without verbs, or where all lists are audited alike", () => {
    expect(pathsOf(OF_LISTS, policy(["get", "list", "watch"], named))).toEqual([]);
    expect(pathsOf(OF_LISTS, policy(undefined, named))).toEqual([]);
    const rule: PolicyRule = { level: "Metadata", verbs: ["list"], resources: [named] };
    expect(pathsOf(OF_LISTS, policyOf([rule, { level: "Metadata" }]))).toEqual([]);
  });
});
