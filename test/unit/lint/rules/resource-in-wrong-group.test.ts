import { describe, expect, test } from "vitest";
import type { GroupResources, Level, PolicyRule } from "../../../../src/model/index.js";
import { applyFix, changesOnlyWhatItSays } from "../../../support/apply-fix.js";
import { findingsOf, pathsOf, policyOf } from "../../../support/lint-rules.js";

const CODE = "resource-in-wrong-group";
const REST: PolicyRule = { level: "Metadata" };

function policy(level: Level, ...resources: readonly GroupResources[]) {
  return policyOf([{ level, resources }, REST]);
}

describe("a resource under a group that does not have it", () => {
  const falco = policy("RequestResponse", { group: "", resources: ["pods", "deployments"] });

  test("is found, with a request that the rule was meant for", () => {
    const [found, ...others] = findingsOf(CODE, falco);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      path: "rules[0].resources[0].resources[1]",
      reading: "real-identities",
      data: { resources: ["deployments"], groups: ["apps"], instead: "Metadata" },
      witness: { verb: "create", resource: { apiGroup: "apps", resource: "deployments" } },
    });
    expect(found?.fix).toBeUndefined();
  });

  test("is not found under its own", () => {
    expect(
      findingsOf(
        CODE,
        policy("Request", { group: "", resources: ["pods"] }, { group: "apps", resources: ["deployments"] }),
      ),
    ).toEqual([]);
  });

  test("is found without a request where none is audited otherwise", () => {
    const [found] = findingsOf(CODE, policy("Metadata", { group: "", resources: ["pods", "deployments"] }));
    expect(found?.path).toBe("rules[0].resources[0].resources[1]");
    expect(found?.witness).toBeUndefined();
  });

  test("shows no request that an earlier rule takes", () => {
    const rule: PolicyRule = { level: "Request", resources: [{ group: "", resources: ["deployments"] }] };
    const [found] = findingsOf(CODE, policyOf([{ level: "None", verbs: ["create", "update"] }, rule, REST]));
    expect(found?.witness).toMatchObject({ verb: "patch" });
    expect(findingsOf(CODE, policyOf([REST, rule]))[0]?.witness).toBeUndefined();
  });

  test("gives the whole entry another group, if all of it is there", () => {
    const wrong = policy("Request", { group: "", resources: ["deployments", "statefulsets/scale"] });
    const [found] = findingsOf(CODE, wrong);
    expect(found?.path).toBe("rules[0].resources[0].group");
    expect(found && applyFix(wrong, found).rules[0]).toEqual({
      level: "Request",
      resources: [{ group: "apps", resources: ["deployments", "statefulsets/scale"] }],
    });
    expect(found && changesOnlyWhatItSays(wrong, found)).toBe(true);
  });

  test("goes to an entry of its group that stands in the rule", () => {
    const wrong = policy(
      "Request",
      { group: "", resources: ["pods", "deployments"] },
      { group: "apps", resources: ["replicasets"] },
    );
    const [found] = findingsOf(CODE, wrong);
    expect(found && applyFix(wrong, found).rules[0]?.resources).toEqual([
      { group: "", resources: ["pods"] },
      { group: "apps", resources: ["replicasets", "deployments"] },
    ]);
    expect(found && changesOnlyWhatItSays(wrong, found)).toBe(true);
  });

  test("has no fix where several groups have it, or all of an entry would go", () => {
    const events = findingsOf(CODE, policy("Request", { group: "apps", resources: ["events"] }));
    expect(events[0]?.data["groups"]).toEqual(["", "events.k8s.io"]);
    const scattered = findingsOf(
      CODE,
      policy(
        "Request",
        { group: "", resources: ["deployments", "jobs"] },
        { group: "apps", resources: ["replicasets"] },
        { group: "batch", resources: ["cronjobs"] },
      ),
    );
    expect([...events, ...scattered].map(({ fix }) => fix)).toEqual([undefined, undefined, undefined]);
  });
});

describe("what may be there", () => {
  test.each<[string, GroupResources]>([
    [
      "in an old release",
      { group: "extensions", resources: ["ingresses", "deployments", "deployments/scale"] },
    ],
    ["from an APIService", { group: "metrics.k8s.io", resources: ["pods", "nodes"] }],
    ["as a custom resource", { group: "example.com", resources: ["deployments"] }],
    ["in every group", { group: "apps", resources: ["*/exec", "*"] }],
    ["in any group", { group: "*", resources: ["deployments"] }],
  ])("%s is not found", (_, entry) => {
    expect(findingsOf(CODE, policy("Request", entry))).toEqual([]);
  });

  test("nothing is said of a release that is not known", () => {
    const wrong = policy("Request", { group: "", resources: ["deployments"] });
    expect(pathsOf(CODE, wrong, { kubernetesVersion: "1.18" })).toEqual([]);
    expect(pathsOf(CODE, wrong, { kubernetesVersion: "1.19" })).toEqual(["rules[0].resources[0].group"]);
  });

  test("the groups that are offered are those of the release", () => {
    const groups = (kubernetesVersion: string) =>
      findingsOf(CODE, policy("Request", { group: "", resources: ["ingresses"] }), { kubernetesVersion })[0]
        ?.data["groups"];
    expect(groups("1.21")).toEqual(["extensions", "networking.k8s.io"]);
    expect(groups("1.22")).toEqual(["networking.k8s.io"]);
  });
});
