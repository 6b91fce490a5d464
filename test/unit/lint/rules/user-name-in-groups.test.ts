import { expect, test } from "vitest";
import type { PolicyRule } from "../../../../src/model/index.js";
import { findingsOf, mend } from "../../../support/identity-findings.js";

const CODE = "user-name-in-groups";
const CATCH_ALL: PolicyRule = { level: "Metadata" };

test.each([
  "system:serviceaccount:argocd:argocd-server",
  "system:node:worker-1",
  "system:anonymous",
  "system:apiserver",
  "system:kube-scheduler",
  "system:bootstrap:abcdef",
])("%s is the name of a user", (name) => {
  const [found, ...others] = findingsOf(CODE, [{ level: "None", userGroups: [name] }, CATCH_ALL]);
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    path: "rules[0].userGroups[0]",
    reading: "real-identities",
    data: { name, needsOwnRule: false },
  });
  expect(found?.witness?.user?.name).toBe(name);
});

test.each([
  "system:serviceaccounts:argocd",
  "system:nodes",
  "system:monitoring",
  "system:authenticated:oauth",
  "devs",
])("%s may be that of a group", (name) => {
  expect(findingsOf(CODE, [{ level: "None", userGroups: [name] }, CATCH_ALL])).toEqual([]);
});

test("the same name among users is right", () => {
  expect(findingsOf(CODE, [{ level: "None", users: ["system:kube-scheduler"] }, CATCH_ALL])).toEqual([]);
});

const names = ["system:kube-scheduler", "system:serviceaccount:a:b"];

test("names that are alone in the rule are moved together, by the first of them", () => {
  const rules: readonly PolicyRule[] = [{ level: "None", userGroups: names, verbs: ["get"] }, CATCH_ALL];
  const [first, second] = findingsOf(CODE, rules);
  expect(first?.fix?.edits).toEqual([{ rename: "rules[0].userGroups", to: "users" }]);
  expect(second?.fix).toBeUndefined();
  expect(second?.data["needsOwnRule"]).toBe(false);
  const mended: PolicyRule = { level: "None", users: names, verbs: ["get"] };
  expect(mend(first, rules)).toEqual([mended, CATCH_ALL]);
});

test.each<[string, PolicyRule]>([
  ["groups", { level: "None", userGroups: [...names, "system:nodes"] }],
  ["users", { level: "None", users: ["jane"], userGroups: names }],
])("beside other %s they need a rule of their own", (_, rule) => {
  for (const { fix, data } of findingsOf(CODE, [rule, CATCH_ALL])) {
    expect(fix).toBeUndefined();
    expect(data["needsOwnRule"]).toBe(true);
  }
});

test("beside the same users, the groups are taken out", () => {
  const rules: readonly PolicyRule[] = [{ level: "None", users: names, userGroups: names }, CATCH_ALL];
  const [found] = findingsOf(CODE, rules);
  expect(found?.fix?.edits).toEqual([{ remove: "rules[0].userGroups" }]);
  expect(mend(found, rules)).toEqual([{ level: "None", users: names }, CATCH_ALL]);
});
