import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lintPolicy } from "../../../src/lint/index.js";
import { parsePolicy } from "../../../src/parse/index.js";
import { getPreset, PRESET_NAMES } from "../../../src/presets/index.js";

/** What lint warns of: names and paths that no request has, and what they were meant for. */
const CODES = [
  "no-verb-served",
  "path-of-a-resource",
  "resource-in-wrong-group",
  "resource-names-without-effect",
  "subresources-missed",
  "unknown-group",
  "unknown-resource",
  "verb-never-occurs",
];

const published = new URL("../../../../shared/data/policies/", import.meta.url);

/** By file; one that is not named has none of them. */
const FAULTS: Readonly<Record<string, readonly string[]>> = {
  "falco-plugin-k8saudit": ["rules[0].resources[0].resources[1] resource-in-wrong-group"],
  "gce-2017-09-13-v1.8": [
    "rules[6].resources[0].group unknown-group",
    "rules[10].resources[11].group unknown-group",
    "rules[11].resources[11].group unknown-group",
  ],
  "kics-3.2.2-negative-sample": [
    "rules[0].resources[0].resources[2] resource-in-wrong-group",
    "rules[1].resources[0].resources[1] resource-in-wrong-group",
    "rules[1].resources[0].resources[0] subresources-missed",
  ],
  "kontena-pharos": ["rules[1].nonResourceURLs[0] path-of-a-resource"],
  "kubermatic-minimal": [
    "rules[0].resources[4].resourceNames resource-names-without-effect",
    "rules[0].resources[0].resources[0] subresources-missed",
    "rules[0].resources[1].resources[0] subresources-missed",
  ],
  "kubermatic-recommended": ["rules[0].resources[4].resourceNames resource-names-without-effect"],
  "metal-stack-example": ["rules[0].resources[0].resources[0] subresources-missed"],
  "ocp-customrules-oauth-example": ["rules[2].resources[2].resources[1] unknown-resource"],
  "ocp-profile-allrequestbodies": ["rules[2].resources[2].resources[1] unknown-resource"],
  "ocp-profile-writerequestbodies": ["rules[2].resources[2].resources[1] unknown-resource"],
};

function faultsOf(source: Parameters<typeof lintPolicy>[0]): readonly string[] {
  return lintPolicy(source)
    .filter(({ code }) => CODES.includes(code))
    .map(({ path, code }) => `${path} ${code}`);
}

describe.skipIf(!existsSync(published))("of published policies", () => {
  const names = existsSync(published)
    ? readdirSync(published).flatMap((name) => (name.endsWith(".yaml") ? [name.slice(0, -5)] : []))
    : [];

  test("those are there that are known to have faults", () => {
    expect(names).toEqual(expect.arrayContaining(Object.keys(FAULTS)));
  });

  test.each(names)("%s names what it is known to name in vain, and nothing else", (name) => {
    const parsed = parsePolicy(readFileSync(new URL(`${name}.yaml`, published), "utf8"));
    expect(faultsOf(parsed)).toEqual(FAULTS[name] ?? []);
  });
});

test.each(PRESET_NAMES)("the preset %s names nothing in vain", (name) => {
  expect(faultsOf({ policy: getPreset(name).policy })).toEqual([]);
});
