import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  printFragmentsModule,
  printPresetsModule,
  readFragments,
  readPreset,
  readPresets,
} from "../../../scripts/generate-presets.js";

const generated = (file: string): string =>
  readFileSync(new URL(`../../../src/presets/${file}`, import.meta.url), "utf8");

test("the generated modules are what the script makes of presets/ today", () => {
  const fragments = readFragments();
  expect(generated("fragments.generated.ts")).toBe(printFragmentsModule(fragments));
  expect(generated("presets.generated.ts")).toBe(printPresetsModule(readPresets(), fragments));
});

const text = `
name: sample
title: A sample
purpose: To be changed.
source: { title: here, url: "https://example.com" }
kubernetes: { since: "1.8" }
knownFaults: []
rules:
  - reason: Because.
    rule: { level: Metadata }
`;

test("a preset file with nothing wrong is read as it is written", () => {
  expect(readPreset("presets/sample.yaml", text).rules).toEqual([
    { reason: "Because.", rule: { level: "Metadata" } },
  ]);
});

test.each([
  ["level: Metadata", "level: metadata", "presets/sample.yaml: rules[0].rule.level: "],
  [
    "level: Metadata",
    "level: Metadata, verb: get",
    'presets/sample.yaml: rules[0].rule: Unrecognized key: "verb"',
  ],
  ["level: Metadata", "level: Metadata, users: []", "presets/sample.yaml: rules[0].rule.users: "],
  ["reason: Because.", "reason: ''", "presets/sample.yaml: rules[0].reason: "],
  ['since: "1.8"', "since: 1.8", "presets/sample.yaml: kubernetes.since: "],
  ["title: A sample", "", "presets/sample.yaml: title: "],
  ["name: sample", "name: other", 'presets/sample.yaml: name: expected the name of the file, found "other"'],
])("with %s changed to %s the script stops and names the file and the place", (before, after, message) => {
  expect(() => readPreset("presets/sample.yaml", text.replace(before, after))).toThrow(message);
});
