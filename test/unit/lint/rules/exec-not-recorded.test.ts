import { describe, expect, test } from "vitest";
import type { PolicyRule } from "../../../../src/model/index.js";
import { findingsOf, pathsOf, policyOf } from "../../../support/lint-rules.js";

const REST: PolicyRule = { level: "Metadata" };
const READS = ["get", "list", "watch"];
const ACCESS = [{ group: "", resources: ["pods/exec", "pods/attach", "pods/portforward"] }];

function paths(...rules: readonly PolicyRule[]): readonly string[] {
  return pathsOf("exec-not-recorded", policyOf(rules));
}

describe("exec-not-recorded", () => {
  test("is found where a rule that leaves out reads stands before the rest", () => {
    const [found, ...others] = findingsOf(
      "exec-not-recorded",
      policyOf([{ level: "None", verbs: READS }, REST]),
    );
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      path: "rules[0].level",
      data: { rule: 0, verb: "get", resource: "pods/exec" },
      witness: { verb: "get", resource: { resource: "pods", subresource: "exec" } },
    });
  });

  test("is not found where exec, attach and port-forward are recorded above it", () => {
    expect(paths({ level: "Metadata", resources: ACCESS }, { level: "None", verbs: READS }, REST)).toEqual(
      [],
    );
  });

  test("is found where only SPDY is thought of", () => {
    const spdy: PolicyRule = { level: "Metadata", verbs: ["create"], resources: ACCESS };
    expect(paths(spdy, { level: "None", verbs: READS }, REST)).toEqual(["rules[1].level"]);
  });

  test("is found where a policy without a catch-all records one way to run a command and not the other", () => {
    const spdy: PolicyRule = { level: "Metadata", verbs: ["create"], resources: ACCESS };
    expect(paths(spdy)).toEqual(["rules"]);
    expect(paths(spdy, { level: "None" })).toEqual(["rules[1].level"]);
    expect(paths({ level: "Metadata", resources: ACCESS })).toEqual([]);
  });

  test("is not found in a policy that is about something else", () => {
    const secrets: PolicyRule = { level: "Metadata", resources: [{ group: "", resources: ["secrets"] }] };
    expect(paths(secrets)).toEqual([]);
    expect(paths({ level: "None", verbs: READS }, secrets)).toEqual([]);
    expect(paths(secrets, { level: "None" })).toEqual([]);
  });

  test("is found where a rule leaves all of it out of a policy that records the rest", () => {
    expect(paths({ level: "None", resources: ACCESS }, REST)).toEqual(["rules[0].level"]);
    expect(paths({ level: "None", namespaces: ["kube-system"] }, REST)).toEqual(["rules[0].level"]);
  });

  test("is not found where users or groups are left out that the policy names", () => {
    expect(paths({ level: "None", verbs: READS, users: ["aksService"] }, REST)).toEqual([]);
    expect(paths({ level: "None", verbs: READS, userGroups: ["system:nodes"] }, REST)).toEqual([]);
    const everybody = ["system:authenticated"];
    expect(paths({ level: "None", verbs: READS, userGroups: everybody }, REST)).toEqual(["rules[0].level"]);
  });

  test("is found of rules that leave out every stage, at what leaves them out", () => {
    const omitStages = ["RequestReceived", "ResponseStarted", "ResponseComplete"] as const;
    expect(paths({ level: "Metadata", resources: ACCESS, omitStages }, REST)).toEqual([
      "rules[0].omitStages",
    ]);
    expect(paths({ level: "Metadata", resources: ACCESS, omitStages: omitStages.slice(1) }, REST)).toEqual(
      [],
    );
  });
});
