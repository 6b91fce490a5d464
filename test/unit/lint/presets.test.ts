import { expect, test } from "vitest";
import { lintPolicy } from "../../../src/lint/index.js";
import { getPreset, PRESET_NAMES } from "../../../src/presets/index.js";

/** What lint says of names and paths that no request has. */
const IN_VAIN = [
  "no-verb-served",
  "path-of-a-resource",
  "resource-in-wrong-group",
  "resource-names-without-effect",
  "subresources-missed",
  "unknown-group",
  "unknown-resource",
  "verb-never-occurs",
];

const codesOf = (name: (typeof PRESET_NAMES)[number]): readonly string[] => [
  ...new Set(lintPolicy({ policy: getPreset(name).policy }).map(({ code }) => code)),
];

const areBodies = (code: string): boolean => code.endsWith("-bodies");

test.each(PRESET_NAMES)(
  "the preset %s has the bodies in the log that it is known for, and no others",
  (name) => {
    const known = getPreset(name).knownFaults.map(({ code }) => code);
    expect(codesOf(name).filter(areBodies).sort()).toEqual(known.filter(areBodies).sort());
  },
);

/** What a product records is as it is. */
const own = PRESET_NAMES.filter((name) => getPreset(name).baselineOf === undefined);

test.each(own)("the preset %s names nothing in vain", (name) => {
  expect(codesOf(name).filter((code) => IN_VAIN.includes(code))).toEqual([]);
});
