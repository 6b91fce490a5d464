import { expect, test } from "vitest";
import type { PolicyRule } from "../../../../src/model/index.js";
import { findingsOf, mend } from "../../../support/identity-findings.js";

const CODE = "no-such-identity";
const CATCH_ALL: PolicyRule = { level: "Metadata" };

test.each<["users" | "userGroups", string, object | undefined]>([
  ["users", "system:serviceaccount:kube-system", undefined],
  ["users", "system:serviceaccount:kube-system:a:b", undefined],
  ["users", "system:serviceaccount:kube_system:a", undefined],
  ["users", "system:serviceaccounts:a:b", { field: "users", name: "system:serviceaccount:a:b" }],
  ["users", "system:serviceaccount", { field: "userGroups", name: "system:serviceaccounts" }],
  ["users", "system:node", { field: "userGroups", name: "system:nodes" }],
  ["users", "system:node:", { field: "userGroups", name: "system:nodes" }],
  ["users", "system:Anonymous", { field: "users", name: "system:anonymous" }],
  ["userGroups", "system:serviceaccount:a", { field: "userGroups", name: "system:serviceaccounts:a" }],
  ["userGroups", "system:serviceaccounts:a:b", { field: "users", name: "system:serviceaccount:a:b" }],
  ["userGroups", "system:node", { field: "userGroups", name: "system:nodes" }],
  ["userGroups", "system:master", { field: "userGroups", name: "system:masters" }],
  ["userGroups", "System:Authenticated", { field: "userGroups", name: "system:authenticated" }],
])("%s: %s", (field, name, meant) => {
  const [found, ...others] = findingsOf(CODE, [{ level: "None", [field]: [name] }, CATCH_ALL]);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ path: `rules[0].${field}[0]`, reading: "real-identities" });
  expect(found?.data).toEqual({ name, field, meant, needsOwnRule: false });
  expect(found?.witness !== undefined).toBe(meant !== undefined);
});

test.each<["users" | "userGroups", string]>([
  ["users", "system:serviceaccount:kube-system:default"],
  ["users", "system:node:worker-1"],
  ["users", "system:node:Worker-1"],
  ["users", "system:kube-aggregator"],
  ["users", "kubelet"],
  ["users", "Jane"],
  ["userGroups", "system:serviceaccounts:kube-system"],
  ["userGroups", "system:cluster-admins"],
  ["userGroups", "system:monitoring"],
])("%s: %s may be there", (field, name) => {
  expect(findingsOf(CODE, [{ level: "None", [field]: [name] }, CATCH_ALL])).toEqual([]);
});

test("a name is put right in its place", () => {
  const written = ["system:serviceaccount:a", "devs"];
  const rules: readonly PolicyRule[] = [{ level: "None", userGroups: written }, CATCH_ALL];
  const [found] = findingsOf(CODE, rules);
  expect(found?.fix?.edits).toEqual([{ replace: "rules[0].userGroups[0]", by: "system:serviceaccounts:a" }]);
  const mended: PolicyRule = { level: "None", userGroups: ["system:serviceaccounts:a", "devs"] };
  expect(mend(found, rules)).toEqual([mended, CATCH_ALL]);
});

test("a name whose right spelling stands beside it is taken out", () => {
  const [found] = findingsOf(CODE, [
    { level: "None", userGroups: ["system:nodes", "system:node"] },
    CATCH_ALL,
  ]);
  expect(found?.fix?.edits).toEqual([{ remove: "rules[0].userGroups[1]" }]);
});

test("of two that mean the same, one stays", () => {
  const rule: PolicyRule = { level: "None", userGroups: ["system:node", "system:Nodes"] };
  const edits = findingsOf(CODE, [rule, CATCH_ALL]).flatMap(({ fix }) => fix?.edits ?? []);
  expect(edits).toEqual([
    { replace: "rules[0].userGroups[0]", by: "system:nodes" },
    { remove: "rules[0].userGroups[1]" },
  ]);
});
