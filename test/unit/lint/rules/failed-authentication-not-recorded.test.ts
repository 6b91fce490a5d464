import { describe, expect, test } from "vitest";
import type { Policy, PolicyRule } from "../../../../src/model/index.js";
import { findingsOf, pathsOf, policyOf } from "../../../support/lint-rules.js";

const REST: PolicyRule = { level: "Metadata" };
const READS = ["get", "list", "watch"];
const LOGGED_IN = ["system:authenticated"];

function paths(policy: Policy): readonly (readonly string[])[] {
  return [pathsOf("failed-authentication-not-recorded", policy), pathsOf("anonymous-not-recorded", policy)];
}

describe("failed-authentication-not-recorded", () => {
  test("is found where a rule leaves out reads of whoever asks", () => {
    const policy = policyOf([{ level: "None", verbs: READS }, REST]);
    const [found, ...others] = findingsOf("failed-authentication-not-recorded", policy);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      path: "rules[0].level",
      data: { rule: 0, cause: "rule" },
      witness: { user: null, verb: "get" },
    });
  });

  test("is not found where it leaves out those of users who logged in", () => {
    expect(paths(policyOf([{ level: "None", verbs: READS, userGroups: LOGGED_IN }, REST]))).toEqual([[], []]);
  });

  test("is found where ResponseStarted is left out, at that stage", () => {
    const omitStages = ["RequestReceived", "ResponseStarted"] as const;
    const found = findingsOf("failed-authentication-not-recorded", policyOf([REST], { omitStages }));
    expect(found).toMatchObject([
      { path: "omitStages[1]", data: { rule: 0, cause: "stage" }, witness: { user: null } },
    ]);
    expect(paths(policyOf([{ ...REST, omitStages }]))).toEqual([["rules[0].omitStages[1]"], []]);
    expect(paths(policyOf([REST], { omitStages: omitStages.slice(0, 1) }))).toEqual([[], []]);
  });

  test("is not found where it is left out of users who logged in alone", () => {
    const omitStages = ["ResponseStarted"] as const;
    expect(paths(policyOf([{ ...REST, userGroups: LOGGED_IN, omitStages }, REST]))).toEqual([[], []]);
  });

  test("is found where each rule asks for a user, though all of these are recorded", () => {
    expect(paths(policyOf([{ ...REST, userGroups: LOGGED_IN }]))).toEqual([["rules"], []]);
    const [found] = findingsOf(
      "failed-authentication-not-recorded",
      policyOf([{ ...REST, userGroups: LOGGED_IN }, { level: "None" }]),
    );
    expect(found?.data).toEqual({ rule: 1, cause: "end" });
    expect(paths(policyOf([{ ...REST, userGroups: LOGGED_IN }, { level: "None" }]))).toEqual([
      ["rules[1].level"],
      [],
    ]);
    expect(paths(policyOf([{ ...REST, userGroups: [...LOGGED_IN, "system:unauthenticated"] }]))).toEqual([
      ["rules"],
      [],
    ]);
  });

  test("is not found where some users are recorded alone", () => {
    expect(paths(policyOf([{ ...REST, users: ["alice", "bob"] }]))).toEqual([[], []]);
    expect(paths(policyOf([{ ...REST, userGroups: ["devs"] }, { level: "None" }]))).toEqual([[], []]);
  });

  test("is not found where some resources are recorded alone", () => {
    const secrets: PolicyRule = { ...REST, resources: [{ group: "", resources: ["secrets"] }] };
    expect(paths(policyOf([{ level: "None", verbs: READS }, secrets]))).toEqual([[], []]);
    expect(paths(policyOf([{ level: "None", verbs: READS }, secrets, REST]))[0]).toEqual(["rules[0].level"]);
  });

  test("is not found of paths, nor of resources that a rule leaves out by name", () => {
    const paths_ = ["/healthz*", "/version", "/swagger*", "/metrics"];
    expect(paths(policyOf([{ level: "None", nonResourceURLs: paths_ }, REST]))).toEqual([[], []]);
    const resources = [{ group: "", resources: ["events"] }, { group: "coordination.k8s.io" }];
    expect(paths(policyOf([{ level: "None", resources }, REST]))).toEqual([[], []]);
    expect(paths(policyOf([{ level: "None", resources: [{ group: "" }] }, REST]))[0]).toEqual([
      "rules[0].level",
    ]);
  });

  test("is not found of watches alone", () => {
    expect(paths(policyOf([{ level: "None", verbs: ["watch"] }, REST]))).toEqual([[], []]);
  });
});

describe("anonymous-not-recorded", () => {
  test("is found where a rule leaves out whatever anonymous users ask for", () => {
    const policy = policyOf([{ level: "None", users: ["system:anonymous"] }, REST]);
    const [found, ...others] = findingsOf("anonymous-not-recorded", policy);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      path: "rules[0].level",
      data: { rule: 0 },
      witness: { user: { name: "system:anonymous", groups: ["system:unauthenticated"] } },
    });
    expect(pathsOf("failed-authentication-not-recorded", policy)).toEqual([]);
  });

  test("is not found where these are paths, or probes", () => {
    const userGroups = ["system:unauthenticated"];
    const nonResourceURLs = ["/healthz*", "/api*"];
    expect(paths(policyOf([{ level: "None", userGroups, nonResourceURLs }, REST]))).toEqual([[], []]);
  });

  test("is not found at a rule that leaves out failed authentications as well", () => {
    expect(paths(policyOf([{ level: "None", verbs: READS }, REST]))).toEqual([["rules[0].level"], []]);
  });

  test("is found where failed authentications alone are recorded of nobody in particular", () => {
    const anonymous: PolicyRule = { level: "None", userGroups: ["system:unauthenticated"], verbs: ["list"] };
    expect(paths(policyOf([anonymous, REST]))).toEqual([[], ["rules[0].level"]]);
  });
});
