import { describe, expect, test } from "vitest";
import type { GroupResources } from "../../../../src/model/index.js";
import { findingsOf, pathsOf, policyOf } from "../../../support/lint-rules.js";

const READS = ["get", "list", "watch"];
const reviews: GroupResources = { group: "authentication.k8s.io", resources: ["tokenreviews"] };
const secrets: GroupResources = { group: "", resources: ["secrets"] };

function policy(verbs: readonly string[], ...resources: readonly GroupResources[]) {
  return policyOf([{ level: "Metadata", verbs, resources }, { level: "None" }]);
}

describe("a resource that takes none of the verbs", () => {
  test("is found beside others, with a request that there is", () => {
    const [found, ...others] = findingsOf("no-verb-served", policy(READS, secrets, reviews));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      path: "rules[0].resources[1].resources[0]",
      reading: "real-identities",
      data: { resources: ["tokenreviews"], served: ["create"], instead: "None" },
      witness: { verb: "create", resource: { resource: "tokenreviews" } },
    });
  });

  test("is found at the verbs, where it is so of all", () => {
    expect(pathsOf("no-verb-served", policy(["list"], reviews))).toEqual(["rules[0].verbs"]);
    expect(pathsOf("no-verb-served", policy(["list", "create"], reviews))).toEqual([]);
  });

  test("is not found where it is a subresource beside its resource", () => {
    const namespaces: GroupResources = { group: "", resources: ["namespaces", "namespaces/finalize"] };
    expect(pathsOf("no-verb-served", policy(["get"], namespaces))).toEqual([]);
    expect(
      pathsOf("no-verb-served", policy(["get"], { ...namespaces, resources: ["namespaces/finalize"] })),
    ).toEqual(["rules[0].verbs"]);
  });
});

describe("a verb that none of the resources takes", () => {
  const access: GroupResources = { group: "", resources: ["pods/exec", "pods/attach"] };

  test("is found once for the rule, at the first", () => {
    const [found, ...others] = findingsOf("verb-not-served", policy(["get", "patch", "watch"], access));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      path: "rules[0].verbs[1]",
      severity: "info",
      data: { verbs: ["patch", "watch"], served: ["create", "get"] },
    });
  });

  test("is not found where one of them takes it", () => {
    expect(pathsOf("verb-not-served", policy(["get", "create"], access))).toEqual([]);
    expect(pathsOf("verb-not-served", policy(["get", "patch"], access, secrets))).toEqual([]);
    expect(pathsOf("verb-not-served", policy(["get", "patch"], { group: "", resources: ["*"] }))).toEqual([]);
    expect(pathsOf("verb-not-served", policy(["get", "patch"], { group: "authentication.k8s.io" }))).toEqual(
      [],
    );
  });
});

test.each<[string, readonly GroupResources[]]>([
  ["custom resources", [reviews, { group: "example.com" }]],
  ["a name that nobody knows", [reviews, { group: "", resources: ["secret"] }]],
  ["every group", [reviews, { group: "*", resources: ["bindings"] }]],
])("nothing is said of verbs where %s are among the resources", (_, resources) => {
  const found = policy(["list", "create"], ...resources);
  expect([...pathsOf("no-verb-served", found), ...pathsOf("verb-not-served", found)]).toEqual([]);
});

test("verbs are those of the release", () => {
  const services = policy(["get", "deletecollection"], { group: "", resources: ["services"] });
  expect(pathsOf("verb-not-served", services, { kubernetesVersion: "1.22" })).toEqual(["rules[0].verbs[1]"]);
  expect(pathsOf("verb-not-served", services, { kubernetesVersion: "1.23" })).toEqual([]);
});
