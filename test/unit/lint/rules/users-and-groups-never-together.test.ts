import { describe, expect, test } from "vitest";
import { evaluate } from "../../../../src/evaluate/index.js";
import type { PolicyRule } from "../../../../src/model/index.js";
import { findingsOf, policyOf } from "../../../support/identity-findings.js";

const CODE = "users-and-groups-never-together";
const CATCH_ALL: PolicyRule = { level: "Metadata" };

describe("a rule whose users are in none of its groups is found", () => {
  test.each<[readonly string[], readonly string[]]>([
    [["system:kube-scheduler", "system:apiserver"], ["system:nodes"]],
    [["system:serviceaccount:a:b"], ["system:serviceaccounts:b"]],
    [["system:anonymous"], ["system:authenticated"]],
    [["jane"], ["system:unauthenticated"]],
    [["system:node:a"], ["system:serviceaccounts", "system:unauthenticated"]],
    [["system:serviceaccount:a:b"], ["devs", "system:masters"]],
  ])("%j and %j", (users, userGroups) => {
    const rules: readonly PolicyRule[] = [{ level: "None", users, userGroups, verbs: ["get"] }, CATCH_ALL];
    const [found, ...others] = findingsOf(CODE, rules);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ path: "rules[0].users", reading: "real-identities" });
    expect(found?.data).toEqual({ names: users, of: "users", isWhole: true });
    expect(found?.fix).toBeUndefined();
    const { witness } = found ?? {};
    expect(users).toContain(witness?.user?.name);
    expect(witness && evaluate(policyOf(...rules), witness).rule).toBe(1);
  });
});

test("users that are in none of the groups are named where others may be", () => {
  // Shaped like a rule of a published policy that was to silence both.
  const users = ["system:node:a", "system:kube-controller-manager", "system:kube-proxy", "system:apiserver"];
  const [found] = findingsOf(CODE, [{ level: "None", users, userGroups: ["system:nodes"] }, CATCH_ALL]);
  expect(found?.data).toEqual({
    names: ["system:kube-controller-manager", "system:kube-proxy", "system:apiserver"],
    of: "users",
    isWhole: false,
  });
  expect(found?.path).toBe("rules[0].users");
});

test("a single one is pointed at", () => {
  const users = ["system:node:a", "jane"];
  const [found] = findingsOf(CODE, [{ level: "None", users, userGroups: ["system:nodes"] }, CATCH_ALL]);
  expect(found?.path).toBe("rules[0].users[1]");
  expect(found?.witness?.user?.name).toBe("jane");
});

test("so is a group that none of the users is in", () => {
  const rule: PolicyRule = { level: "None", users: ["jane"], userGroups: ["system:nodes", "devs"] };
  const [found] = findingsOf(CODE, [rule, CATCH_ALL]);
  expect(found?.path).toBe("rules[0].userGroups[0]");
  expect(found?.data).toEqual({ names: ["system:nodes"], of: "userGroups", isWhole: false });
  expect(found?.witness?.user?.groups).toContain("system:nodes");
});

test("a rule that no request was left for anyway has no witness", () => {
  const rule: PolicyRule = { level: "None", users: ["jane"], userGroups: ["system:nodes"] };
  const [found] = findingsOf(CODE, [CATCH_ALL, rule]);
  expect(found?.path).toBe("rules[1].users");
  expect(found?.witness).toBeUndefined();
});

test.each<[string, Partial<PolicyRule>]>([
  ["the users alone", { users: ["system:kube-scheduler"] }],
  ["the groups alone", { userGroups: ["system:nodes"] }],
  ["a user that may be in the group", { users: ["jane"], userGroups: ["devs"] }],
  ["a node that may be in the group", { users: ["system:node:a"], userGroups: ["devs"] }],
  ["a user that is in the group", { users: ["system:node:a"], userGroups: ["system:nodes", "devs"] }],
  ["names of nobody, which are told instead", { users: ["system:nodes"], userGroups: ["system:masters"] }],
])("%s: nothing is found", (_, selector) => {
  expect(findingsOf(CODE, [{ level: "None", ...selector }, CATCH_ALL])).toEqual([]);
});
