import { describe, expect, test } from "vitest";
import { findingsOf, pathsOf, policyOf } from "../../../support/lint-rules.js";

const CODE = "path-of-a-resource";

function policy(...nonResourceURLs: readonly string[]) {
  return policyOf([
    { level: "None", users: ["system:kube-controller-manager"], nonResourceURLs },
    { level: "Request" },
  ]);
}

describe("the path of resources", () => {
  test("is found, with a request that the rule was meant for", () => {
    const [found] = findingsOf(CODE, policy("/version", "/apis/metrics.k8s.io/v1beta1*"));
    expect(found).toMatchObject({
      path: "rules[0].nonResourceURLs[1]",
      reading: "real-identities",
      data: { entry: { group: "metrics.k8s.io" }, instead: "Request" },
      witness: {
        user: { name: "system:kube-controller-manager" },
        resource: { apiGroup: "metrics.k8s.io", resource: "pods" },
      },
    });
  });

  test.each([
    ["/api/v1/pods", { group: "", resources: ["pods"] }],
    ["/api/v1/namespaces/kube-system/secrets*", { group: "", resources: ["secrets"] }],
    ["/api/v1/namespaces/kube-system/pods/web-0/log", { group: "", resources: ["pods/log"] }],
    ["/api/v1/namespaces", { group: "", resources: ["namespaces"] }],
    ["/api/v1*", { group: "" }],
    ["/api/v1/*", { group: "" }],
    ["/apis/apps*", { group: "apps" }],
    ["/apis/apps/v1/*", { group: "apps" }],
    ["/apis/example.com/v1/widgets/*", { group: "example.com", resources: ["widgets"] }],
  ])("%s stands for %j", (path, entry) => {
    const [found] = findingsOf(CODE, policy(path));
    expect(found?.data["entry"]).toEqual(entry);
    expect(found?.witness?.resource?.apiGroup).toBe(entry.group);
  });

  test.each([
    ...[
      "*",
      "/*",
      "/api*",
      "/api/*",
      "/api",
      "/api/v1",
      "/api/v1/",
      "/apis*",
      "/apis/*",
      "/apis/apps",
      "/apis/apps/v1",
    ],
    ...["/healthz*", "/openapi/v2", "/version"],
  ])("%s is for discovery, or something else", (path) => {
    expect(pathsOf(CODE, policy(path))).toEqual([]);
  });

  test("with an end is not found where its resources are audited alike, for discovery is below it", () => {
    const rules = [{ level: "None", nonResourceURLs: ["/apis/apps/v1*"] }, { level: "None" }] as const;
    expect(pathsOf(CODE, policyOf(rules))).toEqual([]);
    expect(pathsOf(CODE, policyOf([rules[0], { level: "Metadata" }]))).toEqual([
      "rules[0].nonResourceURLs[0]",
    ]);
  });

  test("is not said to match nothing as well", () => {
    expect(pathsOf("rule-unmatchable", policy("/api/v1/pods"))).toEqual([]);
    expect(pathsOf("rule-unmatchable", policy("/api/v1/pods", "/version"))).toEqual([]);
  });
});
