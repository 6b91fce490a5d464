import { expect, test } from "vitest";
import type { PolicyRule } from "../../../../src/model/index.js";
import { findingsOf, mend } from "../../../support/identity-findings.js";

const CODE = "user-groups-without-effect";
const CATCH_ALL: PolicyRule = { level: "Metadata" };

test.each<[readonly string[], readonly string[]]>([
  [["jane", "system:node:a"], ["system:authenticated"]],
  [["system:node:a"], ["system:nodes", "devs"]],
  [
    ["system:serviceaccount:a:b", "system:serviceaccount:c:d"],
    ["system:serviceaccounts:a", "system:serviceaccounts:c"],
  ],
  [["system:anonymous"], ["system:unauthenticated"]],
])("users %j are in %j anyway", (users, userGroups) => {
  const rule: PolicyRule = { level: "None", users, verbs: ["get"] };
  const rules = [{ ...rule, userGroups }, CATCH_ALL];
  const [found] = findingsOf(CODE, rules);
  expect(found).toMatchObject({ path: "rules[0].userGroups", reading: "real-identities" });
  expect(found?.fix?.edits).toEqual([{ remove: "rules[0].userGroups" }]);
  expect(mend(found, rules)).toEqual([rule, CATCH_ALL]);
  expect(findingsOf("users-and-groups-never-together", rules)).toEqual([]);
});

test.each<[readonly string[], readonly string[]]>([
  [["jane"], ["devs"]],
  [["jane", "system:anonymous"], ["system:authenticated"]],
  [["system:node:*"], ["system:nodes"]],
])("users %j may not be in %j", (users, userGroups) => {
  expect(findingsOf(CODE, [{ level: "None", users, userGroups }, CATCH_ALL])).toEqual([]);
});

test("that groups of the list say the same is not told as well", () => {
  const userGroups = ["system:authenticated", "system:nodes", "devs"];
  const rules: readonly PolicyRule[] = [{ level: "None", users: ["jane"], userGroups }, CATCH_ALL];
  expect(findingsOf("entry-repeated", rules)).toEqual([]);
  expect(findingsOf("rule-unmatchable", rules)).toEqual([]);
  expect(findingsOf(CODE, rules).map(({ path }) => path)).toEqual(["rules[0].userGroups"]);
});
