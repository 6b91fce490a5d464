import { describe, expect, test } from "vitest";
import { evaluate } from "../../../../src/evaluate/index.js";
import type { PolicyRule } from "../../../../src/model/index.js";
import { findingsOf, mend, policyOf } from "../../../support/identity-findings.js";

const CODE = "wildcard-not-expanded";
const CATCH_ALL: PolicyRule = { level: "Metadata" };

const pods = { group: "", resources: ["pods"] };

describe("a pattern is found where kube-apiserver knows none", () => {
  test.each<[string, Partial<PolicyRule>]>([
    ["verbs[0]", { verbs: ["*"] }],
    ["verbs[1]", { verbs: ["create", "delete*"] }],
    ["users[0]", { users: ["system:node:*"] }],
    ["users[0]", { users: ["*"] }],
    ["userGroups[0]", { userGroups: ["system:serviceaccounts:*"] }],
    ["namespaces[0]", { namespaces: ["kube-*"] }],
    ["namespaces[0]", { namespaces: ["*"] }],
    ["resources[0].resources[0]", { resources: [{ group: "", resources: ["pod*"] }] }],
    ["resources[0].resources[0]", { resources: [{ group: "", resources: ["*pods"] }] }],
    ["resources[0].resources[1]", { resources: [{ group: "", resources: ["pods", "pods/e*"] }] }],
    ["resources[0].resources[0]", { resources: [{ group: "apps", resources: ["*/*"] }] }],
    [
      "resources[1].resourceNames[0]",
      { resources: [pods, { group: "apps", resources: ["deployments"], resourceNames: ["web-*"] }] },
    ],
    ["nonResourceURLs[0]", { nonResourceURLs: ["/healthz/.*"] }],
  ])("%s of %j", (path, selector) => {
    const rules: readonly PolicyRule[] = [{ level: "None", ...selector }, CATCH_ALL];
    const [found, ...others] = findingsOf(CODE, rules);
    expect(others).toEqual([]);
    expect(found?.path).toBe(`rules[0].${path}`);
    const { witness } = found ?? {};
    expect(witness && evaluate(policyOf(...rules), witness).rule).toBe(1);
  });

  test.each<[string, Partial<PolicyRule>]>([
    ["a group of somebody's own", { userGroups: ["devs-*"] }],
    ["users of somebody's own", { users: ["*@example.com"] }],
    ["a verb that there is not", { verbs: ["impersonate*"] }],
    ["a resource that there is not", { resources: [{ group: "example.com", resources: ["wid*"] }] }],
  ])("without a request where it is not known which is meant: %s", (_, selector) => {
    const [found] = findingsOf(CODE, [{ level: "None", ...selector }, CATCH_ALL]);
    expect(found).toBeDefined();
    expect(found?.witness).toBeUndefined();
  });
});

test.each<[string, Partial<PolicyRule>]>([
  ["every resource", { resources: [{ group: "", resources: ["*"] }] }],
  ["every subresource of one", { resources: [{ group: "", resources: ["pods/*"] }] }],
  ["one subresource of every resource", { resources: [{ group: "", resources: ["*/status"] }] }],
  ["every group", { resources: [{ group: "*", resources: ["*/status"] }] }],
  ["the end of a path", { nonResourceURLs: ["/healthz*", "*"] }],
  ["a path with a dot in it", { nonResourceURLs: ["/.*", "/swagger.*"] }],
])("%s is a wildcard", (_, selector) => {
  expect(findingsOf(CODE, [{ level: "None", ...selector }, CATCH_ALL])).toEqual([]);
});

describe("the group of all whose names a pattern was for is offered", () => {
  test.each([
    ["system:node:*", "system:nodes"],
    ["system:serviceaccount:kube-system:*", "system:serviceaccounts:kube-system"],
    ["system:serviceaccount:*", "system:serviceaccounts"],
    ["system:serviceaccount:*:*", "system:serviceaccounts"],
    ["system:bootstrap:*", "system:bootstrappers"],
  ])("%s: %s", (written, group) => {
    const rules: readonly PolicyRule[] = [{ level: "None", users: [written], verbs: ["get"] }, CATCH_ALL];
    const [found] = findingsOf(CODE, rules);
    expect(found?.data).toEqual({ written, field: "users", group, needsOwnRule: false });
    expect(found?.witness?.user?.groups).toContain(group);
    expect(found?.fix?.edits).toEqual([
      { rename: "rules[0].users", to: "userGroups" },
      { replace: "rules[0].users[0]", by: group },
    ]);
    const mended: PolicyRule = { level: "None", userGroups: [group], verbs: ["get"] };
    expect(mend(found, rules)).toEqual([mended, CATCH_ALL]);
  });

  test("and where it stands in the rule, the pattern is taken out", () => {
    const rule: PolicyRule = { level: "None", userGroups: ["system:nodes"] };
    const rules: readonly PolicyRule[] = [{ ...rule, users: ["system:node:*"] }, CATCH_ALL];
    const [found] = findingsOf(CODE, rules);
    expect(found?.fix?.edits).toEqual([{ remove: "rules[0].users" }]);
    expect(mend(found, rules)).toEqual([rule, CATCH_ALL]);
  });

  test("but not put into the rule beside users, or groups that it does not stand for", () => {
    const beside: readonly PolicyRule[] = [
      { level: "None", users: ["system:node:*", "jane"] },
      { level: "None", users: ["system:node:*"], userGroups: ["devs"] },
      { level: "None", users: ["system:node:*"], userGroups: ["system:nodes", "devs"] },
    ];
    const found = findingsOf(CODE, [...beside, CATCH_ALL]);
    expect(found.map(({ fix, data }) => [fix, data["needsOwnRule"]])).toEqual(
      beside.map(() => [undefined, true]),
    );
  });

  test("among groups it takes the place of the pattern", () => {
    const rules: readonly PolicyRule[] = [
      { level: "None", userGroups: ["system:serviceaccounts:*"] },
      CATCH_ALL,
    ];
    const [found] = findingsOf(CODE, rules);
    expect(found?.fix?.edits).toEqual([{ replace: "rules[0].userGroups[0]", by: "system:serviceaccounts" }]);
  });

  test.each(["system:serviceaccount:*:default", "system:serviceaccounts:kube-*", "system:*", "*"])(
    "there is none for %s",
    (written) => {
      const [found] = findingsOf(CODE, [{ level: "None", users: [written] }, CATCH_ALL]);
      expect(found?.data["group"]).toBeUndefined();
      expect(found?.fix).toBeUndefined();
    },
  );
});

describe("a fix is offered where it is clear what is meant", () => {
  test.each<[string, PolicyRule, PolicyRule, object]>([
    [
      "every verb",
      { level: "None", verbs: ["*"], namespaces: ["a"] },
      { level: "None", namespaces: ["a"] },
      { remove: "rules[0].verbs" },
    ],
    [
      "every namespace",
      { level: "None", namespaces: ["*"], resources: [pods] },
      { level: "None", resources: [pods] },
      { remove: "rules[0].namespaces" },
    ],
    [
      "every name",
      { level: "None", resources: [{ ...pods, resourceNames: ["*"] }] },
      { level: "None", resources: [pods] },
      { remove: "rules[0].resources[0].resourceNames" },
    ],
    [
      "every resource and subresource",
      { level: "None", resources: [{ group: "", resources: ["*/*"] }] },
      { level: "None", resources: [{ group: "", resources: ["*"] }] },
      { replace: "rules[0].resources[0].resources[0]", by: "*" },
    ],
    [
      "every path below",
      { level: "None", nonResourceURLs: ["/healthz/.*"] },
      { level: "None", nonResourceURLs: ["/healthz/*"] },
      { replace: "rules[0].nonResourceURLs[0]", by: "/healthz/*" },
    ],
  ])("%s", (_, rule, mended, edit) => {
    const [found] = findingsOf(CODE, [rule, CATCH_ALL]);
    expect(found?.fix?.edits).toEqual([edit]);
    expect(mend(found, [rule, CATCH_ALL])).toEqual([mended, CATCH_ALL]);
  });

  test.each<[string, Partial<PolicyRule>]>([
    ["some verbs", { verbs: ["get*"] }],
    ["every namespace, and perhaps what is in none", { namespaces: ["*"] }],
    ["some resources", { resources: [{ group: "", resources: ["pods*"] }] }],
    ["some names", { resources: [{ ...pods, resourceNames: ["web-*"] }] }],
  ])("not so: %s", (_, selector) => {
    const [found] = findingsOf(CODE, [{ level: "None", ...selector }, CATCH_ALL]);
    expect(found).toBeDefined();
    expect(found?.fix).toBeUndefined();
  });

  test("beside the right wildcard, the wrong one is taken out", () => {
    const [found] = findingsOf(CODE, [
      { level: "None", resources: [{ group: "", resources: ["*", "*/*"] }] },
      CATCH_ALL,
    ]);
    expect(found?.fix?.edits).toEqual([{ remove: "rules[0].resources[0].resources[1]" }]);
  });
});
