import { describe, expect, test } from "vitest";
import type { GroupResources } from "../../../../src/model/index.js";
import { applyFix, changesOnlyWhatItSays } from "../../../support/apply-fix.js";
import { findingsOf, pathsOf, policyOf } from "../../../support/lint-rules.js";

const CODE = "unknown-resource";

function policy(...resources: readonly GroupResources[]) {
  return policyOf([{ level: "Metadata", resources }, { level: "Request" }]);
}

describe("a name that no release serves", () => {
  test("is found, with a request that the rule was meant for", () => {
    const [found] = findingsOf(CODE, policy({ group: "", resources: ["pods", "secret"] }));
    expect(found).toMatchObject({
      path: "rules[0].resources[0].resources[1]",
      reading: "real-identities",
      data: { resource: "secret", instead: "Request" },
      witness: { verb: "create", resource: { apiGroup: "", resource: "secrets" } },
    });
  });

  test("is not found once it is one", () => {
    expect(pathsOf(CODE, policy({ group: "", resources: ["pods", "secrets"] }))).toEqual([]);
  });

  test.each([
    ["", "Pods", ["", "pods"]],
    ["", "po/log", ["", "pods/log"]],
    ["", "Pod/*", ["", "pods/*"]],
    ["", "configmap", ["", "configmaps"]],
    ["", "podss", ["", "pods"]],
    ["", "*/scal", ["", "*/scale"]],
    ["", "deployment", ["apps", "deployments"]],
    ["", "deploments", ["apps", "deployments"]],
    ["apps", "deploy", ["apps", "deployments"]],
    ["apps", "statefulset/scale", ["apps", "statefulsets/scale"]],
    ["authentication.k8s.io", "tokenreview", ["authentication.k8s.io", "tokenreviews"]],
    ["", "containers", undefined],
    ["", "nodes/metrics", undefined],
    ["", "nodes/metric", undefined],
    ["authentication.k8s.io", "tokenrequests", undefined],
  ])("in group %j %j is meant to be %j", (group, name, meant) => {
    const [found, ...others] = findingsOf(CODE, policy({ group, resources: [name] }));
    expect(others).toEqual([]);
    expect(found?.path).toBe("rules[0].resources[0].resources[0]");
    const [meantGroup, meantName] = meant ?? [];
    expect(found?.data["meant"]).toEqual(
      meant && expect.objectContaining({ group: meantGroup, name: meantName }),
    );
  });

  test("is written right where it is the same word, and left to the author where it is a guess", () => {
    const wrong = policy({ group: "", resources: ["secret", "podss"] });
    const [same, guess] = findingsOf(CODE, wrong);
    expect(same && applyFix(wrong, same).rules[0]?.resources).toEqual([
      { group: "", resources: ["secrets", "podss"] },
    ]);
    expect(same && changesOnlyWhatItSays(wrong, same)).toBe(true);
    expect(guess?.fix).toBeUndefined();
  });

  test("goes where the right one is there", () => {
    const wrong = policy({ group: "", resources: ["secret", "secrets"] });
    const [found] = findingsOf(CODE, wrong);
    expect(found && applyFix(wrong, found).rules[0]?.resources).toEqual([
      { group: "", resources: ["secrets"] },
    ]);
  });
});

describe("what is served, or may be", () => {
  test.each<[string, GroupResources]>([
    [
      "subresources",
      { group: "", resources: ["pods/status", "pods/log", "nodes/proxy", "serviceaccounts/token"] },
    ],
    ["wildcards", { group: "", resources: ["*", "pods/*", "*/scale", "*/finalize", "jo*", "*/*"] }],
    ["what other releases have", { group: "policy", resources: ["podsecuritypolicies"] }],
    ["what releases before 1.19 had", { group: "apps", resources: ["deployments/rollback"] }],
    ["custom resources", { group: "kyverno.io", resources: ["clusterpolicies", "policies/status"] }],
    ["what an APIService brings", { group: "metrics.k8s.io", resources: ["pods", "nodemetrics"] }],
    ["anything in a group that is none", { group: "core", resources: ["Pods"] }],
    ["what another group has", { group: "", resources: ["deployments"] }],
  ])("%s are not found", (_, entry) => {
    expect(pathsOf(CODE, policy(entry))).toEqual([]);
  });

  test("in any group a name must be one", () => {
    const custom = policy({
      group: "kyverno.io",
      resources: ["ClusterPolicy", "policies/status/x", "policies"],
    });
    expect(pathsOf(CODE, custom)).toEqual([
      "rules[0].resources[0].resources[0]",
      "rules[0].resources[0].resources[1]",
    ]);
  });

  test("nothing is said of a release that is not known", () => {
    const wrong = policy({ group: "", resources: ["secret"] });
    expect(pathsOf(CODE, wrong, { kubernetesVersion: "1.18" })).toEqual([]);
    expect(pathsOf(CODE, wrong, { kubernetesVersion: "1.30" })).toHaveLength(1);
  });
});

test("an entry that no request has is not said to match none as well", () => {
  expect(pathsOf("rule-unmatchable", policy({ group: "", resources: ["pods", "Secrets"] }))).toEqual([]);
});
