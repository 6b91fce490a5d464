import { describe, expect, test } from "vitest";
import type { PolicyRule } from "../../../../src/model/index.js";
import { findingsOf, pathsOf, policyOf } from "../../../support/lint-rules.js";

const REST: PolicyRule = { level: "Metadata" };
const RBAC = "rbac.authorization.k8s.io";

function paths(...rules: readonly PolicyRule[]): readonly string[] {
  return pathsOf("rbac-writes-not-recorded", policyOf(rules));
}

describe("rbac-writes-not-recorded", () => {
  test("is found where a rule leaves out a namespace and what is bound in it", () => {
    const policy = policyOf([{ level: "None", namespaces: ["kube-system"] }, REST]);
    const [found, ...others] = findingsOf("rbac-writes-not-recorded", policy);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      path: "rules[0].level",
      data: { rule: 0, verb: "create" },
      witness: { verb: "create", resource: { apiGroup: RBAC, namespace: "kube-system" } },
    });
  });

  test("is not found where only reads are left out there", () => {
    expect(
      paths({ level: "None", namespaces: ["kube-system"], verbs: ["get", "list", "watch"] }, REST),
    ).toEqual([]);
  });

  test("is found where some kinds are left out and others are recorded", () => {
    const roles: PolicyRule = { level: "None", resources: [{ group: RBAC, resources: ["roles"] }] };
    expect(paths(roles, { level: "Metadata", resources: [{ group: RBAC }] })).toEqual(["rules[0].level"]);
    expect(paths({ ...roles, verbs: ["list"] }, { level: "Metadata", resources: [{ group: RBAC }] })).toEqual(
      [],
    );
  });

  test("is not found where no rule takes them: there is no catch-all then", () => {
    expect(paths({ level: "Metadata", resources: [{ group: RBAC, resources: ["clusterroles"] }] })).toEqual(
      [],
    );
  });

  test("is not found where a user that the policy names writes them", () => {
    const aggregation: PolicyRule = {
      level: "None",
      users: ["system:serviceaccount:kube-system:clusterrole-aggregation-controller"],
      verbs: ["update", "patch"],
      resources: [{ group: RBAC, resources: ["clusterroles"] }],
    };
    expect(paths(aggregation, REST)).toEqual([]);
    const { users: _users, ...anybody } = aggregation;
    expect(paths(anybody, REST)).toEqual(["rules[0].level"]);
  });
});
