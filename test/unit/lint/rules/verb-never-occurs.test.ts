import { describe, expect, test } from "vitest";
import type { PolicyRule } from "../../../../src/model/index.js";
import { applyFix, changesOnlyWhatItSays } from "../../../support/apply-fix.js";
import { findingsOf, pathsOf, policyOf } from "../../../support/lint-rules.js";

const CODE = "verb-never-occurs";
const PODS: Partial<PolicyRule> = { resources: [{ group: "", resources: ["pods"] }] };
const PATHS: Partial<PolicyRule> = { nonResourceURLs: ["/metrics"] };

function policy(verbs: readonly string[], rest: Partial<PolicyRule>) {
  return policyOf([{ level: "Request", verbs, ...rest }, { level: "Metadata" }]);
}

function meantBy(verb: string, rest: Partial<PolicyRule>): unknown {
  return findingsOf(CODE, policy([verb], rest))[0]?.data["meant"];
}

describe("a verb that no request has", () => {
  test("is found, with a request that the rule was meant for", () => {
    const [found, ...others] = findingsOf(CODE, policy(["get", "post"], PODS));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      path: "rules[0].verbs[1]",
      reading: "real-identities",
      data: { verb: "post", kind: "resource", meant: ["create"], instead: "Metadata" },
      witness: { verb: "create", resource: { resource: "pods" } },
    });
  });

  test.each([
    ["GET", ["get"]],
    ["Create", ["create"]],
    ["put", ["update"]],
    ["head", ["get"]],
    ["creat", ["create"]],
    ["deletecollections", ["deletecollection"]],
    ["read", ["get", "list", "watch"]],
    ["connect", []],
    ["exec", []],
    ["impersonate", []],
    ["bind", []],
    ["use", []],
    ["proxy", []],
    ["options", []],
  ])("for a resource, %j is meant to be %j", (verb, meant) => {
    expect(meantBy(verb, PODS)).toEqual(meant);
    expect(meantBy(verb, { namespaces: ["default"] })).toEqual(meant);
  });

  test.each([
    ["GET", ["get"]],
    ["list", ["get"]],
    ["create", ["post"]],
    ["update", ["put"]],
  ])("for a path, %j is meant to be %j", (verb, meant) => {
    expect(meantBy(verb, PATHS)).toEqual(meant);
  });

  test("is not found where there are such requests", () => {
    const verbs = ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"];
    const methods = ["get", "head", "post", "put", "patch", "delete", "options"];
    expect(pathsOf(CODE, policy(verbs, PODS))).toEqual([]);
    expect(pathsOf(CODE, policy(methods, PATHS))).toEqual([]);
    expect(pathsOf(CODE, policy([...verbs, ...methods], {}))).toEqual([]);
    expect(pathsOf(CODE, policy(["purge"], {}))).toEqual(["rules[0].verbs[0]"]);
  });

  test("is not found where it is a wildcard that is none", () => {
    expect(pathsOf(CODE, policy(["*"], PODS))).toEqual([]);
  });

  test("is written right, without what is there already", () => {
    const wrong = policy(["post", "get", "read"], PODS);
    const [post, read] = findingsOf(CODE, wrong);
    expect(post && applyFix(wrong, post).rules[0]?.verbs).toEqual(["create", "get", "read"]);
    expect(read && applyFix(wrong, read).rules[0]?.verbs).toEqual(["post", "get", "list", "watch"]);
    expect([post, read].every((found) => found && changesOnlyWhatItSays(wrong, found))).toBe(true);
    const twice = policy(["GET", "get"], PODS);
    const [found] = findingsOf(CODE, twice);
    expect(found && applyFix(twice, found).rules[0]?.verbs).toEqual(["get"]);
  });

  test("has no fix where it is not known what was meant", () => {
    expect(findingsOf(CODE, policy(["connect"], PODS))[0]?.fix).toBeUndefined();
  });

  test("is not said to match nothing as well", () => {
    for (const rest of [PODS, PATHS]) {
      expect(pathsOf("rule-unmatchable", policy(["GET", "get"], rest))).toEqual([]);
      expect(pathsOf("rule-unmatchable", policy(["GET"], rest))).toEqual([]);
    }
  });
});
