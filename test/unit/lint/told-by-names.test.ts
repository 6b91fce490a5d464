import { expect, test } from "vitest";
import { findUnreachableEntries, findUnreachableRules } from "../../../src/analyze/index.js";
import { lintPolicy } from "../../../src/lint/index.js";
import { toldByNames } from "../../../src/lint/told-by-names.js";
import type { PolicyRule } from "../../../src/model/index.js";
import { policyOf } from "../../support/identity-findings.js";

const pods = { group: "", resources: ["pods"] };

test.each<Partial<PolicyRule>>([
  { users: ["system:nodes", "system:node:*"] },
  { userGroups: ["system:kube-scheduler", "system:serviceaccount:a"] },
  { verbs: ["*"] },
  { namespaces: ["kube-*"] },
  {
    resources: [
      { group: "", resources: ["*/*"] },
      { ...pods, resourceNames: ["web-*"] },
    ],
  },
  { users: ["jane", "system:kube-scheduler"], userGroups: ["system:nodes"] },
])("%j is for nobody, and a finding about names says why", (selector) => {
  const rule: PolicyRule = { level: "None", ...selector };
  expect([...toldByNames(rule, 0)]).toContain("rules[0]");
  const policy = policyOf(rule, { level: "Metadata" });
  expect(findUnreachableRules(policy, { reading: "real-identities" }).unreachable).toMatchObject([
    { rule: 0 },
  ]);
  expect(findUnreachableRules(policy).unreachable).toEqual([]);
  const codes = lintPolicy({ policy }).map(({ code }) => code);
  expect(codes).not.toEqual([]);
  expect(codes).not.toContain("rule-unmatchable");
});

test.each<Partial<PolicyRule>>([
  {},
  { users: ["system:nodes", "jane"] },
  { userGroups: ["system:kube-scheduler", "devs"] },
  { verbs: ["*", "get"] },
  { resources: [{ group: "", resources: ["*/*"] }, pods] },
  { users: ["jane", "system:node:a"], userGroups: ["system:nodes"] },
])("%j is for somebody", (selector) => {
  const rule: PolicyRule = { level: "None", ...selector };
  expect([...toldByNames(rule, 0)]).not.toContain("rules[0]");
  const { unreachable } = findUnreachableRules(policyOf(rule), { reading: "real-identities" });
  expect(unreachable).toEqual([]);
});

test.each<[Partial<PolicyRule>, readonly string[]]>([
  [{ users: ["system:nodes", "jane", "system:node:*"] }, ["users[0]", "users[2]"]],
  [{ userGroups: ["devs", "system:kube-scheduler"] }, ["userGroups[1]"]],
  [{ verbs: ["get", "*"] }, ["verbs[1]"]],
  [{ namespaces: ["default", "kube-*"] }, ["namespaces[1]"]],
  [{ users: ["jane", "system:node:a"], userGroups: ["system:nodes"] }, ["users[0]"]],
  [{ users: ["jane"], userGroups: ["devs", "system:nodes"] }, ["userGroups[1]"]],
  [{ resources: [{ group: "", resources: ["*/*", "pods"] }] }, ["resources[0].resources[0]"]],
])("of %j, %j are without effect, and told", (selector, entries) => {
  const rule: PolicyRule = { level: "None", ...selector };
  const paths = entries.map((entry) => `rules[0].${entry}`);
  expect([...toldByNames(rule, 0)]).toEqual(paths);
  const { unreachable } = findUnreachableEntries(policyOf(rule, { level: "Metadata" }), {
    reading: "real-identities",
  });
  expect(unreachable.map(({ path }) => path)).toEqual(paths);
});
