import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { generateTexts } from "./generate-texts.js";
import { canonicalPolicy, describeLoaded, type Loaded, loadText } from "./load-text.js";
import { type GeneratedTexts, type OddTexts, RELEASES } from "./loading-suite.js";
import { randomFrom } from "./random.js";

function read<Recording>(name: string): Recording {
  return JSON.parse(readFileSync(new URL(`vectors/${name}`, import.meta.url), "utf8"));
}

const { recordedFrom, cases } = read<OddTexts>("loading.json");
const generated = read<GeneratedTexts>("loading-generated.json");

/** What has to agree: the outcome, and what the server then has. */
function essence({ outcome, policy }: Loaded): unknown {
  return { outcome, policy: policy && JSON.parse(canonicalPolicy(policy)) };
}

describe(`odd texts, as ${recordedFrom.module} ${recordedFrom.version} loads them`, () => {
  test.each(cases)("$name: $outcome", (recorded) => {
    expect(essence(loadText(recorded.text, RELEASES[0].kubernetesVersion))).toEqual(essence(recorded));
  });
});

const versions = generated.recordedFrom.map((name) => name.split(" ")[1] ?? "");
const older = RELEASES.slice(1).map(
  ({ kubernetesVersion }, index) => [kubernetesVersion, versions[index + 1] ?? ""] as const,
);

describe.each(older)("as Kubernetes %s loads them (%s)", (kubernetesVersion, version) => {
  test("odd texts are loaded as by the newest, but for those that are recorded apart", () => {
    const found = cases.map(({ name, text }) => [name, essence(loadText(text, kubernetesVersion))]);
    const expected = cases.map((recorded) => [recorded.name, essence(recorded.older?.[version] ?? recorded)]);
    expect(found).toEqual(expected);
  });
});

test("the recording has each of the three outcomes, no name twice, and something that releases differ in", () => {
  expect(new Set(cases.map(({ outcome }) => outcome))).toEqual(new Set(["accept", "warn", "refuse"]));
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  expect(new Set(cases.flatMap(({ older = {} }) => Object.keys(older)))).toEqual(new Set(versions.slice(1)));
});

test(`${generated.count} generated texts are loaded as by ${generated.recordedFrom.join(", ")}`, () => {
  const texts = [...generateTexts(randomFrom(generated.seed), generated.count)];
  const differences = texts.flatMap((text, index) => {
    const found = RELEASES.map(({ kubernetesVersion }) => describeLoaded(loadText(text, kubernetesVersion)));
    const recorded = generated.loaded[index];
    return JSON.stringify(found) === JSON.stringify(recorded) ? [] : [{ text, recorded, found }];
  });
  expect(differences.slice(0, 5)).toEqual([]);
  expect(generated.loaded.length).toBe(1500);
});
