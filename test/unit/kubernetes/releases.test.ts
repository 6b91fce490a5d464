import { describe, expect, test } from "vitest";
import {
  compareVersions,
  isAtLeast,
  parseVersion,
  policySupport,
  printVersion,
  type Version,
} from "../../../src/kubernetes/index.js";

const version = (text: string): Version => parseVersion(text) ?? { major: 0, minor: 0 };

test.each(["1.30", "1.30.14"])("%s is read and printed alike", (text) => {
  expect(printVersion(version(text))).toBe(text);
  expect(parseVersion(`v${text}`)).toEqual(parseVersion(text));
});

test.each(["", "1", "1.", "1.30.x", "latest", "1.30.1.2", "v", "1.30-rc.1"])("%j is no version", (text) => {
  expect(parseVersion(text)).toBeUndefined();
});

test("a version without patch counts as the newest of its minor", () => {
  expect(compareVersions(version("1.26"), version("1.26.6"))).toBeGreaterThan(0);
  expect(isAtLeast(version("1.26"), "1.26.6")).toBe(true);
  expect(isAtLeast(version("1.26.5"), "1.26.6")).toBe(false);
  expect(isAtLeast(version("1.9"), "1.10")).toBe(false);
});

describe("what a release makes of a policy changes with", () => {
  test.each([
    ["1.9", "policyOmitStages"],
    ["1.10", "resourceWildcards"],
    ["1.23", "omitManagedFields"],
    ["1.26", "warnsOfUnknownFields"],
    ["1.36", "groupWildcard"],
  ] as const)("%s: %s", (since, feature) => {
    const { major, minor } = version(since);
    expect(policySupport({ major, minor })[feature]).toBe(true);
    expect(policySupport({ major, minor: minor - 1 })[feature]).toBe(false);
  });

  test.each([
    ["1.11", ["audit.k8s.io/v1beta1", "audit.k8s.io/v1alpha1"]],
    ["1.12", ["audit.k8s.io/v1", "audit.k8s.io/v1beta1", "audit.k8s.io/v1alpha1"]],
    ["1.23", ["audit.k8s.io/v1", "audit.k8s.io/v1beta1", "audit.k8s.io/v1alpha1"]],
    ["1.24", ["audit.k8s.io/v1"]],
  ])("%s: the API versions that load are %j", (release, apiVersions) => {
    expect(policySupport(version(release)).apiVersions).toEqual(apiVersions);
  });
});
