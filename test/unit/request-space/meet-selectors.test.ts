import { describe, expect, test } from "vitest";
import { parseVersion, policySupport } from "../../../src/kubernetes/index.js";
import type { RequestSelector } from "../../../src/model/index.js";
import { meetSelectors } from "../../../src/request-space/index.js";

const supportOf = (version: string) => policySupport(parseVersion(version) ?? { major: 1, minor: 37 });
const NEWEST = supportOf("1.37");

function meet(a: RequestSelector, b: RequestSelector, support = NEWEST) {
  return meetSelectors(a, b, support)?.forms;
}

function resources(...names: readonly string[]): RequestSelector {
  return { resources: [{ group: "", resources: names }] };
}

describe("resources", () => {
  test.each([
    ["pods", "pods", "pods"],
    ["*", "pods/log", "pods/log"],
    ["pods/*", "pods", "pods"],
    ["pods/*", "pods/log", "pods/log"],
    ["pods/*", "*/log", "pods/log"],
    ["*/log", "pods/log", "pods/log"],
    ["*", "pods/*", "pods/*"],
  ])("%s and %s have %s in common", (a, b, both) => {
    expect(meet(resources(a), resources(b))).toEqual([resources(both)]);
    expect(meet(resources(b), resources(a))).toEqual([resources(both)]);
  });

  test.each([
    ["pods", "pods/log"],
    ["pods", "*/log"],
    ["pods/*", "nodes/*"],
    ["*/log", "*/exec"],
    ["pods/log", "pods/exec"],
  ])("%s and %s have nothing in common", (a, b) => {
    expect(meet(resources(a), resources(b))).toBeUndefined();
    expect(meet(resources(b), resources(a))).toBeUndefined();
  });

  test("*/* and pods/* have in common what no pattern says", () => {
    expect(meetSelectors(resources("*/*"), resources("pods/*"), NEWEST)).toEqual({
      forms: [],
      isExact: false,
    });
  });

  test("before there were wildcards, names are what they are", () => {
    expect(meet(resources("*"), resources("pods"), supportOf("1.9"))).toBeUndefined();
  });

  test("all of a group, and every group", () => {
    const every = { resources: [{ group: "*", resources: ["secrets", "pods"] }] };
    expect(meet(every, { resources: [{ group: "" }, { group: "apps" }] })).toEqual([
      {
        resources: [
          { group: "", resources: ["secrets", "pods"] },
          { group: "apps", resources: ["secrets", "pods"] },
        ],
      },
    ]);
    expect(meet(every, resources("pods"), supportOf("1.35"))).toBeUndefined();
  });

  test("names of objects, that of one side or those of both", () => {
    const named = (...resourceNames: readonly string[]) => ({
      resources: [{ group: "", resources: ["pods"], resourceNames }],
    });
    expect(meet(named("a"), resources("pods"))).toEqual([named("a")]);
    expect(meet(named("a", "b"), named("b", "c"))).toEqual([named("b")]);
    expect(meet(named("a"), named("b"))).toBeUndefined();
  });
});

describe("kinds of requests", () => {
  test("a rule without resources and paths goes with both", () => {
    expect(meet({ verbs: ["get"] }, resources("pods"))).toEqual([{ verbs: ["get"], ...resources("pods") }]);
    expect(meet({ verbs: ["get"] }, { nonResourceURLs: ["/a"] })).toEqual([
      { verbs: ["get"], nonResourceURLs: ["/a"] },
    ]);
  });

  test("a namespace is of resources", () => {
    expect(meet({ namespaces: ["a"] }, resources("pods"))).toEqual([
      { ...resources("pods"), namespaces: ["a"] },
    ]);
    expect(meet({ namespaces: ["a"] }, { nonResourceURLs: ["*"] })).toBeUndefined();
  });
});

test.each([
  [["/healthz*"], ["/healthz/etcd", "/livez"], ["/healthz/etcd"]],
  [["*"], ["/api*"], ["/api*"]],
  [["/a*"], ["/ab*", "/b"], ["/ab*"]],
])("paths %j and %j have %j in common", (a, b, both) => {
  expect(meet({ nonResourceURLs: a }, { nonResourceURLs: b })).toEqual([{ nonResourceURLs: both }]);
});

describe("groups", () => {
  test("of two lists of which one has all of the other, that one is asked for", () => {
    expect(meet({ userGroups: ["a", "b"] }, { userGroups: ["b"] })).toEqual([{ userGroups: ["b"] }]);
  });

  test("of two others, no rule says it; those that ask for one group take all of it and more", () => {
    expect(meetSelectors({ userGroups: ["a", "b"] }, { userGroups: ["b", "c"] }, NEWEST)).toEqual({
      isExact: false,
      forms: [{ userGroups: ["b"] }, { userGroups: ["a"] }, { userGroups: ["c"] }],
    });
  });

  test("a list of users and one of groups go together", () => {
    expect(meet({ userGroups: ["a"] }, { users: ["jane"] })).toEqual([
      { users: ["jane"], userGroups: ["a"] },
    ]);
  });
});

test("users that no request has both, but one without a user was taken by either", () => {
  const [a, b] = [{ users: ["jane"] }, { users: ["john"] }];
  expect(meetSelectors(a, b, NEWEST)).toBeUndefined();
  expect(meetSelectors(a, b, supportOf("1.8"))).toEqual({ forms: [], isExact: false });
});
