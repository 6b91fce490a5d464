import { describe, expect, test } from "vitest";
import { findingsOf, pathsOf, policyOf } from "../../../support/lint-rules.js";

const CODE = "path-not-served";

describe("a path of old releases", () => {
  test("is found, with a request for what has taken its place", () => {
    const rules = [
      { level: "None", nonResourceURLs: ["/version", "/swagger*"] },
      { level: "Metadata" },
    ] as const;
    expect(findingsOf(CODE, policyOf(rules))).toMatchObject([
      {
        path: "rules[0].nonResourceURLs[1]",
        severity: "info",
        data: { recorded: ["/openapi/v2", "/openapi/v3"] },
        witness: { path: "/openapi/v2" },
      },
    ]);
  });

  test("is found without a request where that is not recorded, or nothing was to be left out", () => {
    const paths = ["/swagger.json", "/openapi/*"];
    const found = [
      ...findingsOf(CODE, policyOf([{ level: "None", nonResourceURLs: paths }, { level: "Metadata" }])),
      ...findingsOf(
        CODE,
        policyOf([{ level: "Metadata", nonResourceURLs: ["/swaggerapi*"] }, { level: "Metadata" }]),
      ),
    ];
    expect(found.map(({ witness, data }) => [witness, data["recorded"]])).toEqual([
      [undefined, []],
      [undefined, []],
    ]);
  });

  test("is not found of a release that serves it, nor of what is served today", () => {
    const old = policyOf([{ level: "None", nonResourceURLs: ["/swagger*"] }, { level: "Metadata" }]);
    expect(pathsOf(CODE, old, { kubernetesVersion: "1.13" })).toEqual([]);
    expect(pathsOf(CODE, old, { kubernetesVersion: "1.14" })).toHaveLength(1);
    expect(pathsOf(CODE, policyOf([{ level: "None", nonResourceURLs: ["/openapi/*", "/version"] }]))).toEqual(
      [],
    );
  });
});
