import { describe, expect, test } from "vitest";
import type { PolicyRule } from "../../../../src/model/index.js";
import { applyFix, changesOnlyWhatItSays } from "../../../support/apply-fix.js";
import { findingsOf, pathsOf, policyOf } from "../../../support/lint-rules.js";

const CODE = "health-checks-recorded";
const REST: PolicyRule = { level: "Metadata" };

function silence(...nonResourceURLs: readonly string[]): PolicyRule {
  return { level: "None", nonResourceURLs };
}

describe("health checks", () => {
  test("are found where some are recorded and others are not", () => {
    const policy = policyOf([silence("/version", "/healthz*"), REST]);
    const [found, ...others] = findingsOf(CODE, policy);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      path: "rules[0].nonResourceURLs[1]",
      severity: "info",
      data: { silent: ["/healthz*"], recorded: ["/livez", "/readyz"] },
      witness: { path: "/livez" },
    });
    expect(found && applyFix(policy, found).rules[0]?.nonResourceURLs).toEqual([
      "/version",
      "/healthz*",
      "/livez*",
      "/readyz*",
    ]);
    expect(found && changesOnlyWhatItSays(policy, found)).toBe(true);
  });

  test("are not found where all of them are left out, in one rule or in several", () => {
    expect(pathsOf(CODE, policyOf([silence("/healthz*", "/livez*", "/readyz*"), REST]))).toEqual([]);
    expect(
      pathsOf(CODE, policyOf([silence("/livez*"), silence("/readyz*"), silence("/healthz*"), REST])),
    ).toEqual(
      // Of the first rule, what it does not name is left out by the others.
      [],
    );
  });

  test("are found below paths that are named exactly, one at each", () => {
    const [found] = findingsOf(CODE, policyOf([silence("/healthz", "/livez*", "/readyz"), REST]));
    expect(found).toMatchObject({
      path: "rules[0].nonResourceURLs[0]",
      data: { recorded: ["/healthz/ping", "/readyz/ping"] },
      witness: { path: "/healthz/ping" },
    });
    expect(found?.fix).toBeUndefined();
  });

  test("are found of those users alone that the rule is for", () => {
    const own: PolicyRule = { ...silence("/healthz*"), users: ["prober"] };
    expect(findingsOf(CODE, policyOf([own, REST]))[0]?.witness?.user?.name).toBe("prober");
    expect(pathsOf(CODE, policyOf([own, { level: "None", users: ["prober"] }, REST]))).toEqual([]);
  });

  test("are not found where none are recorded, none left out, or all paths are", () => {
    expect(pathsOf(CODE, policyOf([silence("/healthz*")]))).toEqual([]);
    expect(pathsOf(CODE, policyOf([{ ...silence("/healthz*"), level: "Metadata" }, REST]))).toEqual([]);
    expect(pathsOf(CODE, policyOf([silence("*"), REST]))).toEqual([]);
  });

  test("are those of the release", () => {
    const policy = policyOf([silence("/healthz*"), REST]);
    expect(pathsOf(CODE, policy, { kubernetesVersion: "1.15" })).toEqual([]);
    expect(pathsOf(CODE, policy, { kubernetesVersion: "1.16" })).toHaveLength(1);
  });
});
