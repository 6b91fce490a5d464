import { expect, test } from "vitest";
import { composePreset } from "../../../src/fragments/index.js";
import { lintPolicy } from "../../../src/lint/index.js";
import { getPreset, PRESET_NAMES } from "../../../src/presets/index.js";
import { guarantee, guaranteesOfPack, listGuarantees, proveGuarantee } from "../../../src/prove/index.js";
import { checkScanners } from "../../../src/scanner/index.js";

const codesOf = (
  policy: ReturnType<typeof getPreset>["policy"],
  kubernetesVersion?: string,
): readonly string[] =>
  [...new Set(lintPolicy({ policy }, { kubernetesVersion }).map(({ code }) => code))].sort();

test.each(PRESET_NAMES)("lint finds in the preset %s just what that says", (name) => {
  const { policy, findings, knownFaults } = getPreset(name);
  expect(codesOf(policy)).toEqual(findings);
  const isFound = (code: string): boolean => findings.includes(code) || code === "core-group-only";
  expect(knownFaults.map(({ code }) => code).filter((code) => !isFound(code))).toEqual([]);
});

test.each(PRESET_NAMES)(
  "the preset %s keeps the guarantees that it says it keeps, and breaks all others",
  (name) => {
    const { policy, guarantees } = getPreset(name);
    const kept = listGuarantees().filter((one) => {
      const { result } = proveGuarantee(policy, guarantee(one.name), { reading: "real-identities" });
      expect(result).not.toBe("unknown");
      return result === "proved";
    });
    expect(kept.map((one) => one.name)).toEqual(guarantees);
  },
);

const RECOMMENDED = ["balanced", "cis", "pci"] as const;

test.each(RECOMMENDED)("the preset %s has nothing that lint finds, on any release", (name) => {
  for (const kubernetesVersion of ["1.19", "1.22", "1.25", "1.29", "1.31", "1.34", "1.37"]) {
    const { policy } = composePreset(getPreset(name), { kubernetesVersion });
    const left = codesOf(policy, kubernetesVersion);
    // Before 1.23 managed fields cannot be left out.
    const expected = Number(kubernetesVersion.slice(2)) < 23 ? ["managed-fields-recorded"] : [];
    expect([kubernetesVersion, ...left.filter((code) => !expected.includes(code))]).toEqual([
      kubernetesVersion,
    ]);
  }
});

test.each(RECOMMENDED)(
  "the preset %s leaks nothing, is what CIS asks, records failed authentication, and passes scanners",
  (name) => {
    const { policy, guarantees } = getPreset(name);
    const asked = [...guaranteesOfPack("leaks"), ...guaranteesOfPack("cis")].map((one) => one.name);
    expect(guarantees).toEqual(expect.arrayContaining([...asked, "failed-authentication-recorded"]));
    const failed = checkScanners(policy).filter(({ check, passed }) => !passed && !check.startsWith("stig"));
    expect(failed).toEqual([]);
  },
);
