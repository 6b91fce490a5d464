import { describe, expect, test } from "vitest";
import type { GroupResources } from "../../../../src/model/index.js";
import { applyFix, changesOnlyWhatItSays } from "../../../support/apply-fix.js";
import { findingsOf, pathsOf, policyOf } from "../../../support/lint-rules.js";

const CODE = "unknown-group";

function policy(...resources: readonly GroupResources[]) {
  return policyOf([{ level: "Request", resources }, { level: "Metadata" }]);
}

describe("a group that no API can have", () => {
  test("is found, with a request that the rule was meant for", () => {
    const [found] = findingsOf(CODE, policy({ group: "" }, { group: "rbac", resources: ["roles"] }));
    expect(found).toMatchObject({
      path: "rules[0].resources[1].group",
      reading: "real-identities",
      data: { group: "rbac", meant: { group: "rbac.authorization.k8s.io" }, instead: "Metadata" },
      witness: { resource: { apiGroup: "rbac.authorization.k8s.io", resource: "roles" } },
    });
  });

  test.each([
    ["core", ""],
    ["v1", ""],
    ["core.k8s.io", ""],
    ["pods", ""],
    ["extension", "extensions"],
    ["app", "apps"],
    ["metrics", "metrics.k8s.io"],
    ["rbac", "rbac.authorization.k8s.io"],
    ["flowcontrol", "flowcontrol.apiserver.k8s.io"],
    ["snapshot", "snapshot.storage.k8s.io"],
    ["apps.k8s.io", "apps"],
    ["rbac.authorization.k8s.o", "rbac.authorization.k8s.io"],
    ["rbac.authorisation.k8s.io", "rbac.authorization.k8s.io"],
    ["resources.k8s.io", "resource.k8s.io"],
    ["kube-system", undefined],
  ])("%j is meant to be %j", (group, meant) => {
    const [found] = findingsOf(CODE, policy({ group }));
    expect(found?.data["meant"]).toEqual(
      meant === undefined ? undefined : expect.objectContaining({ group: meant }),
    );
    expect(found?.path).toBe("rules[0].resources[0].group");
  });

  test("is changed to the other, if that has what is named", () => {
    const wrong = policy({ group: "core", resources: ["pods", "pods/log"] });
    const [found] = findingsOf(CODE, wrong);
    expect(found && applyFix(wrong, found).rules[0]?.resources).toEqual([
      { group: "", resources: ["pods", "pods/log"] },
    ]);
    expect(found && changesOnlyWhatItSays(wrong, found)).toBe(true);
    expect(findingsOf(CODE, policy({ group: "core", resources: ["deployments"] }))[0]?.fix).toBeUndefined();
  });

  test.each<[GroupResources, GroupResources]>([
    [
      { group: "postgresqls", resources: ["acid.zalan.do"] },
      { group: "acid.zalan.do", resources: ["postgresqls"] },
    ],
    [
      { group: "deployments", resources: ["apps"] },
      { group: "apps", resources: ["deployments"] },
    ],
  ])("changes places with the resource: %j", (entry, right) => {
    const wrong = policy(entry);
    const [found] = findingsOf(CODE, wrong);
    expect(found && applyFix(wrong, found).rules[0]?.resources).toEqual([right]);
    expect(found && changesOnlyWhatItSays(wrong, found)).toBe(true);
  });

  test("is offered as the resource that it is the name of", () => {
    const [found] = findingsOf(CODE, policy({ group: "deployments" }));
    expect(found?.data["meant"]).toEqual({ group: "apps", resources: ["deployments"] });
    expect(found?.witness).toMatchObject({ resource: { apiGroup: "apps", resource: "deployments" } });
    expect(found?.fix).toBeUndefined();
  });
});

test.each([
  ...["", "apps", "extensions", "settings.k8s.io", "auditregistration.k8s.io", "lifecycle.k8s.io", "*"],
  ...["metrics.k8s.io", "custom.metrics.k8s.io", "snapshot.storage.k8s.io", "gateway.networking.k8s.io"],
  ...["policy.networking.k8s.io", "autoscaling.k8s.io", "app.k8s.io", "work.k8s.io", "migration.k8s.io"],
  ...[
    "autoscaling.x-k8s.io",
    "kueue.x-k8s.io",
    "scheduling.sigs.k8s.io",
    "cluster.k8s.io",
    "servicecatalog.k8s.io",
  ],
  ...["argoproj.io", "cert-manager.io", "networking.istio.io", "apps.kruise.io", "kyverno.io", "example.com"],
])("%j may be a group", (group) => {
  expect(pathsOf(CODE, policy({ group }))).toEqual([]);
});
