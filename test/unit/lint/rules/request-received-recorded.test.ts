import { describe, expect, test } from "vitest";
import type { PolicyRule } from "../../../../src/model/index.js";
import { findingsOf, pathsOf, policyOf } from "../../../support/lint-rules.js";

const omitStages = ["RequestReceived"] as const;

describe("request-received-recorded", () => {
  test("is found once, at the first rule that writes both events, with all of them", () => {
    const rules: PolicyRule[] = [
      { level: "None", verbs: ["watch"] },
      { level: "Metadata", verbs: ["list"], omitStages },
      { level: "Metadata", verbs: ["get"] },
      { level: "Request" },
    ];
    const [found, ...others] = findingsOf("request-received-recorded", policyOf(rules));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      path: "rules[2].level",
      data: { rules: [2, 3] },
      witness: { verb: "get" },
    });
  });

  test("is not found where the policy or each rule leaves RequestReceived out", () => {
    expect(pathsOf("request-received-recorded", policyOf([{ level: "Metadata" }]))).toEqual([
      "rules[0].level",
    ]);
    expect(pathsOf("request-received-recorded", policyOf([{ level: "Metadata" }], { omitStages }))).toEqual(
      [],
    );
    expect(pathsOf("request-received-recorded", policyOf([{ level: "Metadata", omitStages }]))).toEqual([]);
  });

  test("is not found where it is the only stage", () => {
    const others = ["ResponseStarted", "ResponseComplete", "Panic"] as const;
    expect(
      pathsOf("request-received-recorded", policyOf([{ level: "Metadata", omitStages: others }])),
    ).toEqual([]);
  });

  test("does not count rules that no request gets to", () => {
    const rules: PolicyRule[] = [
      { level: "Metadata", omitStages },
      { level: "Metadata", verbs: ["get"] },
    ];
    expect(pathsOf("request-received-recorded", policyOf(rules))).toEqual([]);
  });
});
