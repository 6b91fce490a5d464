import { describe, expect, test } from "vitest";
import type { PolicyRule } from "../../../../src/model/index.js";
import { findingsOf, pathsOf, policyOf } from "../../../support/lint-rules.js";

const SECRETS: PolicyRule = { level: "Metadata", resources: [{ group: "", resources: ["secrets"] }] };

describe("no-catch-all", () => {
  test("is found where requests of users match no rule, with one of them", () => {
    const [found, ...others] = findingsOf("no-catch-all", policyOf([SECRETS]));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ path: "rules", witness: { user: { name: "jane" } } });
  });

  test("is not found where the last rule takes the rest, at whatever level", () => {
    expect(pathsOf("no-catch-all", policyOf([SECRETS, { level: "None" }]))).toEqual([]);
    expect(pathsOf("no-catch-all", policyOf([SECRETS, { level: "Metadata" }]))).toEqual([]);
  });

  test("is not found where several rules take the rest together", () => {
    const rest: PolicyRule[] = [
      { level: "Metadata", namespaces: ["", "default"] },
      { level: "Metadata", nonResourceURLs: ["*"] },
    ];
    expect(pathsOf("no-catch-all", policyOf([SECRETS, ...rest]))).toEqual(["rules"]);
    const resources = [{ group: "*" }];
    expect(pathsOf("no-catch-all", policyOf([SECRETS, ...rest, { level: "None", resources }]))).toEqual([]);
  });

  test("leaves requests of nobody in particular to failed-authentication-not-recorded", () => {
    const policy = policyOf([{ level: "Metadata", userGroups: ["system:authenticated"] }]);
    expect(pathsOf("no-catch-all", policy)).toEqual([]);
    expect(pathsOf("failed-authentication-not-recorded", policy)).toEqual(["rules"]);
  });
});
