import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lintPolicy } from "../../../src/lint/index.js";
import { parsePolicy } from "../../../src/parse/index.js";
import { getPreset, PRESET_NAMES } from "../../../src/presets/index.js";

/** What lint warns of: what gets into the log and should not, and what does not and should. */
const CODES = [
  "nothing-recorded",
  "no-catch-all",
  "write-verb-missing",
  "exec-not-recorded",
  "proxy-not-recorded",
  "rbac-writes-not-recorded",
  "failed-authentication-not-recorded",
  "anonymous-not-recorded",
  "secret-bodies",
  "configmap-bodies",
  "token-bodies",
];

const published = new URL("../../../../shared/data/policies/", import.meta.url);

/** By file, and by code the places; a file that is not named has none of them. */
const FAULTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "aks-engine": {
    "secret-bodies": ["rules[5].level"],
    "configmap-bodies": ["rules[4].level", "rules[6].level"],
  },
  "audit2rbac-demo": { "no-catch-all": ["rules"] },
  "banzai-pke": { "token-bodies": ["rules[12].level"] },
  "charmed-kubernetes-default": {
    "secret-bodies": ["rules[4].level"],
    "configmap-bodies": ["rules[4].level"],
    "token-bodies": ["rules[4].level"],
  },
  "disa-stig-v-242403": {
    "secret-bodies": ["rules[0].level"],
    "configmap-bodies": ["rules[0].level"],
    "token-bodies": ["rules[0].level", "rules[0].level"],
  },
  "falco-plugin-k8saudit": { "configmap-bodies": ["rules[6].level", "rules[7].level"] },
  "gardener-shoot-default": { "nothing-recorded": ["rules"] },
  "gardener-shoot-default-2018": {
    "exec-not-recorded": ["rules[4].level"],
    "proxy-not-recorded": ["rules[4].level"],
    "failed-authentication-not-recorded": ["rules[4].level"],
  },
  "gce-2017-06-23-v1.7.0": { "token-bodies": ["rules[10].level"] },
  "gce-2017-09-13-v1.8": { "token-bodies": ["rules[11].level"] },
  "gce-2017-10-25-v1.9": { "token-bodies": ["rules[14].level"] },
  "gce-2020-04-v1.18": { "token-bodies": ["rules[15].level"] },
  "gce-2021-03-v1.20": { "token-bodies": ["rules[15].level"] },
  "gce-seed-article-2018": { "token-bodies": ["rules[12].level"] },
  "giantswarm-k8scloudconfig": { "token-bodies": ["rules[15].level"] },
  "k8s-docs-example": { "configmap-bodies": ["rules[5].level"] },
  "kics-3.2.2-negative-sample": {
    "no-catch-all": ["rules"],
    "exec-not-recorded": ["rules"],
    "proxy-not-recorded": ["rules"],
  },
  "kontena-pharos": { "token-bodies": ["rules[11].level"] },
  "kube-aws": { "token-bodies": ["rules[11].level"] },
  "kubermatic-minimal": {
    "no-catch-all": ["rules"],
    "write-verb-missing": ["rules[0].verbs"],
    "exec-not-recorded": ["rules"],
    "proxy-not-recorded": ["rules"],
  },
  "kyverno-kind-dev": { "no-catch-all": ["rules"] },
  "metal-stack-example": { "no-catch-all": ["rules"] },
  "microsoft-defender-aks": { "token-bodies": ["rules[16].level"] },
  "nsa-cisa-hardening-appendix-l": {
    "secret-bodies": ["rules[0].level"],
    "configmap-bodies": ["rules[0].level"],
    "token-bodies": ["rules[0].level", "rules[0].level"],
  },
  "ocp-base-policy": { "nothing-recorded": ["rules"] },
  "ocp-customrules-oauth-example": { "configmap-bodies": ["rules[3].level"] },
  "ocp-profile-allrequestbodies": { "configmap-bodies": ["rules[3].level"] },
  "ocp-profile-none": { "nothing-recorded": ["rules"] },
  "ocp-profile-writerequestbodies": { "configmap-bodies": ["rules[3].level"] },
  "rke2-cis-profile-default": { "nothing-recorded": ["rules"] },
};

function faultsOf(source: Parameters<typeof lintPolicy>[0]): Readonly<Record<string, readonly string[]>> {
  const found = lintPolicy(source).filter(({ code }) => CODES.includes(code));
  return Object.fromEntries(
    CODES.flatMap((code) => {
      const paths = found.filter((one) => one.code === code).map(({ path }) => path);
      return paths.length > 0 ? [[code, paths]] : [];
    }),
  );
}

describe.skipIf(!existsSync(published))("of published policies", () => {
  const names = existsSync(published)
    ? readdirSync(published)
        .filter((name) => name.endsWith(".yaml"))
        .map((name) => name.slice(0, -5))
    : [];

  test("those are there that are known to have faults", () => {
    expect(names).toEqual(expect.arrayContaining(Object.keys(FAULTS)));
  });

  test.each(names)("%s has the faults that it is known for, and no others", (name) => {
    const parsed = parsePolicy(readFileSync(new URL(`${name}.yaml`, published), "utf8"));
    expect(faultsOf(parsed)).toEqual(FAULTS[name] ?? {});
  });
});

test("presets have the bodies in the log that they are known for, and no others", () => {
  for (const name of PRESET_NAMES) {
    const { policy, knownFaults } = getPreset(name);
    const found = Object.keys(faultsOf({ policy })).filter((code) => code.endsWith("-bodies"));
    expect(found, name).toEqual(
      knownFaults.map(({ code }) => code).filter((code) => code.endsWith("-bodies")),
    );
  }
});
