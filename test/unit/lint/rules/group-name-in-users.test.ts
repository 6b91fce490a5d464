import { expect, test } from "vitest";
import type { PolicyRule } from "../../../../src/model/index.js";
import { findingsOf, mend } from "../../../support/identity-findings.js";

const CODE = "group-name-in-users";
const CATCH_ALL: PolicyRule = { level: "Metadata" };

test.each([
  "system:nodes",
  "system:masters",
  "system:authenticated",
  "system:unauthenticated",
  "system:serviceaccounts",
  "system:serviceaccounts:argocd",
  "system:bootstrappers",
  "system:bootstrappers:kubeadm:default-node-token",
])("%s is the name of a group", (name) => {
  const rules: readonly PolicyRule[] = [{ level: "None", users: [name], verbs: ["list"] }, CATCH_ALL];
  const [found, ...others] = findingsOf(CODE, rules);
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    path: "rules[0].users[0]",
    reading: "real-identities",
    data: { name, needsOwnRule: false },
  });
  expect(found?.witness?.user?.groups).toContain(name);
  expect(found?.fix?.edits).toEqual([{ rename: "rules[0].users", to: "userGroups" }]);
  const mended: PolicyRule = { level: "None", userGroups: [name], verbs: ["list"] };
  expect(mend(found, rules)).toEqual([mended, CATCH_ALL]);
});

test.each(["system:node:worker-1", "system:monitoring", "system:admin", "jane"])(
  "%s may be that of a user",
  (name) => {
    expect(findingsOf(CODE, [{ level: "None", users: [name] }, CATCH_ALL])).toEqual([]);
  },
);

test("beside real users it needs a rule of its own", () => {
  const [found] = findingsOf(CODE, [{ level: "None", users: ["jane", "system:nodes"] }, CATCH_ALL]);
  expect(found?.path).toBe("rules[0].users[1]");
  expect(found?.data["needsOwnRule"]).toBe(true);
  expect(found?.fix).toBeUndefined();
});

test("a policy that people ask about is found at all of its places", () => {
  // Shaped like that of kubernetes/website#37958.
  const names = ["system:node", "system:kube-scheduler", "system:authenticated", "system:anonymous"];
  const rules: readonly PolicyRule[] = [
    { level: "None", users: names },
    { level: "None", userGroups: names, nonResourceURLs: ["/api*"] },
    CATCH_ALL,
  ];
  const paths = (code: string): readonly string[] => findingsOf(code, rules).map(({ path }) => path);
  expect(paths(CODE)).toEqual(["rules[0].users[2]"]);
  expect(paths("user-name-in-groups")).toEqual(["rules[1].userGroups[1]", "rules[1].userGroups[3]"]);
  expect(paths("no-such-identity")).toEqual(["rules[0].users[0]", "rules[1].userGroups[0]"]);
});
