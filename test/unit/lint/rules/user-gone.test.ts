import { expect, test } from "vitest";
import type { PolicyRule } from "../../../../src/model/index.js";
import { findingsOf, mend } from "../../../support/identity-findings.js";

const CODE = "user-gone";
const RULE: PolicyRule = { level: "None", users: ["system:unsecured"], verbs: ["get"] };
const CATCH_ALL: PolicyRule = { level: "Metadata" };

test.each(["1.20", "1.24.3", "1.37"])("the user of the insecure port is gone in %s", (version) => {
  const [found] = findingsOf(CODE, [RULE, CATCH_ALL], version);
  expect(found).toMatchObject({
    path: "rules[0].users[0]",
    reading: "real-identities",
    data: { name: "system:unsecured", since: "1.20" },
  });
  expect(found?.fix?.edits).toEqual([{ remove: "rules[0]" }]);
  expect(mend(found, [RULE, CATCH_ALL])).toEqual([CATCH_ALL]);
});

test("without a release the newest is meant, and nothing is taken out", () => {
  const [found] = findingsOf(CODE, [RULE, CATCH_ALL]);
  expect(found?.path).toBe("rules[0].users[0]");
  expect(found?.fix).toBeUndefined();
});

test.each(["1.19", "1.8"])("it may be there with release %s", (version) => {
  expect(findingsOf(CODE, [RULE, CATCH_ALL], version)).toEqual([]);
});

test("beside others it is taken out alone", () => {
  const rule: PolicyRule = { ...RULE, users: ["jane", "system:unsecured"] };
  const [found] = findingsOf(CODE, [rule, CATCH_ALL], "1.30");
  expect(found?.path).toBe("rules[0].users[1]");
  expect(found?.fix?.edits).toEqual([{ remove: "rules[0].users[1]" }]);
});

test("the only rule is not taken out", () => {
  const [found] = findingsOf(CODE, [RULE], "1.30");
  expect(found?.path).toBe("rules[0].users[0]");
  expect(found?.fix).toBeUndefined();
});
