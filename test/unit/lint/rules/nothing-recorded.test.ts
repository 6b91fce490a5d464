import { describe, expect, test } from "vitest";
import { lintPolicy } from "../../../../src/lint/index.js";
import type { PolicyRule } from "../../../../src/model/index.js";
import { findingsOf, pathsOf, policyOf } from "../../../support/lint-rules.js";

function paths(...rules: readonly PolicyRule[]): readonly string[] {
  return pathsOf("nothing-recorded", policyOf(rules));
}

describe("nothing-recorded", () => {
  test("is all that is found of a policy that turns auditing off", () => {
    const found = lintPolicy({ policy: policyOf([{ level: "None" }]) });
    expect(found.map(({ code, path, reading }) => [code, path, reading])).toEqual([
      ["nothing-recorded", "rules", undefined],
    ]);
  });

  test("is found instead of a missing catch-all", () => {
    const policy = policyOf([{ level: "None", resources: [{ group: "", resources: ["events"] }] }]);
    expect(pathsOf("nothing-recorded", policy)).toEqual(["rules"]);
    expect(pathsOf("no-catch-all", policy)).toEqual([]);
  });

  test("is found where a rule at None takes every request of those behind it", () => {
    expect(paths({ level: "None" }, { level: "Metadata" })).toEqual(["rules"]);
    expect(paths({ level: "None", verbs: ["get"] }, { level: "Metadata", verbs: ["get", "list"] })).toEqual(
      [],
    );
  });

  test("is found where every stage is left out", () => {
    const omitStages = ["RequestReceived", "ResponseStarted", "ResponseComplete"] as const;
    expect(paths({ level: "Metadata", omitStages })).toEqual(["rules"]);
    expect(paths({ level: "Metadata", omitStages: omitStages.slice(0, 2) })).toEqual([]);
  });

  test("names the reading that it needs, where no user is what the only rule asks for", () => {
    const rule: PolicyRule = { level: "Metadata", users: ["system:anonymous"], userGroups: ["system:nodes"] };
    expect(findingsOf("nothing-recorded", policyOf([rule]))).toMatchObject([
      { reading: "real-identities", data: { assumptions: ["identities"] } },
    ]);
  });

  test("is not found where the search gives up", () => {
    const policy = policyOf([{ level: "None", verbs: ["get"] }, { level: "None" }, { level: "Metadata" }]);
    expect(pathsOf("nothing-recorded", policy)).toEqual(["rules"]);
    expect(pathsOf("nothing-recorded", policy, { limit: 1 })).toEqual([]);
  });
});
