import { describe, expect, test } from "vitest";
import type { GroupResources } from "../../../../src/model/index.js";
import { findingsOf, policyOf } from "../../../support/lint-rules.js";

const CODE = "resource-not-in-release";

function findings(kubernetesVersion: string | undefined, ...resources: readonly GroupResources[]) {
  return findingsOf(CODE, policyOf([{ level: "Request", resources }, { level: "Metadata" }]), {
    kubernetesVersion,
  }).map(({ path, severity, data: { resource, since, until, groups } }) => ({
    path,
    severity,
    resource,
    since,
    until,
    groups,
  }));
}

describe("what other releases have", () => {
  const removed: GroupResources = {
    group: "policy",
    resources: ["poddisruptionbudgets", "podsecuritypolicies"],
  };
  const added: GroupResources = { group: "", resources: ["pods/resize"] };

  test("is found where it was removed, and named with the last release that had it", () => {
    expect(findings("1.24", removed)).toEqual([]);
    expect(findings("1.25", removed)).toEqual([
      {
        path: "rules[0].resources[0].resources[1]",
        severity: "info",
        resource: "podsecuritypolicies",
        since: undefined,
        until: "1.24",
        groups: [],
      },
    ]);
  });

  test("is found where it is yet to come, and named with the first release", () => {
    expect(findings("1.31.2", added)).toMatchObject([{ resource: "pods/resize", since: "1.32" }]);
    expect(findings("1.32", added)).toEqual([]);
  });

  test("is found once where the whole group is gone", () => {
    const entry: GroupResources = { group: "extensions", resources: ["ingresses", "deployments"] };
    expect(findings("1.22", entry)).toMatchObject([
      { path: "rules[0].resources[0].group", resource: undefined, until: "1.21" },
    ]);
    expect(findings("1.21", entry)).toMatchObject([
      { path: "rules[0].resources[0].resources[1]", until: "1.17", groups: ["apps"] },
    ]);
    expect(findings("1.30", { group: "auditregistration.k8s.io" })).toMatchObject([{ until: "1.18" }]);
  });

  test("is not found where the policy is for no release in particular, or for one that is not known", () => {
    expect(findings(undefined, removed, added)).toEqual([]);
    expect(findings("1.18", added)).toEqual([]);
  });

  test("is not found of what no release has, of other groups, or of what 1.20 had without its being known", () => {
    expect(
      findings(
        "1.20",
        { group: "", resources: ["secret", "pods/ephemeralcontainers", "*", "*/resize"] },
        { group: "metrics.k8s.io" },
        { group: "core" },
        { group: "storage.k8s.io", resources: ["csistoragecapacities"] },
      ),
    ).toEqual([]);
  });
});
