import { describe, expect, test } from "vitest";
import type { PolicyRule } from "../../../../src/model/index.js";
import { findingsOf, pathsOf, policyOf } from "../../../support/lint-rules.js";

const MINTED: PolicyRule = {
  level: "Metadata",
  resources: [{ group: "", resources: ["serviceaccounts/token"] }],
};
const REVIEWED: PolicyRule = {
  level: "Metadata",
  resources: [{ group: "authentication.k8s.io", resources: ["tokenreviews"] }],
};

describe("token-bodies", () => {
  test("is found where the response to a TokenRequest is recorded", () => {
    const [found, ...others] = findingsOf("token-bodies", policyOf([REVIEWED, { level: "RequestResponse" }]));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      path: "rules[1].level",
      data: { what: "serviceaccounts/token", body: "response", level: "RequestResponse", most: "Request" },
      witness: { verb: "create", resource: { resource: "serviceaccounts", subresource: "token" } },
    });
  });

  test("is found where the body of a TokenReview is recorded", () => {
    const [found, ...others] = findingsOf("token-bodies", policyOf([MINTED, { level: "Request" }]));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      path: "rules[1].level",
      data: { what: "tokenreviews", body: "request", level: "Request", most: "Metadata" },
      witness: { verb: "create", resource: { resource: "tokenreviews" } },
    });
  });

  test("is not found of a TokenRequest at Request, whose response is left out", () => {
    expect(pathsOf("token-bodies", policyOf([REVIEWED, { level: "Request" }]))).toEqual([]);
  });

  test("is found behind a rule for serviceaccounts, which are not their tokens", () => {
    const accounts = { ...MINTED, resources: [{ group: "", resources: ["serviceaccounts"] }] };
    const rest: PolicyRule = { level: "RequestResponse" };
    expect(pathsOf("token-bodies", policyOf([accounts, REVIEWED, rest]))).toEqual(["rules[2].level"]);
    expect(pathsOf("token-bodies", policyOf([MINTED, REVIEWED, rest]))).toEqual([]);
  });
});
