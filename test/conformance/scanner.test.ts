import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  generateScannerCases,
  predictAnswer,
  publishedCases,
  RECORDED,
  recordAnswer,
  type ScannerRecording,
} from "./scanner-suite.js";

/** What the rules of KICS and Kubescape said, run by OPA. */
const { recordedFrom, cases, published }: ScannerRecording = JSON.parse(
  readFileSync(new URL("vectors/scanner.json", import.meta.url), "utf8"),
);
const files = await publishedCases();

describe(recordedFrom.join(", "), () => {
  test("say of generated policies what we say that they do", () => {
    const predicted = generateScannerCases(1, RECORDED).map((one) =>
      recordAnswer(one, predictAnswer(one.policy)),
    );
    expect(predicted).toHaveLength(RECORDED);
    expect(predicted).toEqual(cases);
  });

  test("passed enough of these, and failed enough", () => {
    const count = (passed: (kics: boolean, kubescape: boolean) => boolean): number =>
      cases.filter(([, missing, kubescape]) => passed(missing.length === 0, kubescape)).length;
    for (const kics of [true, false])
      for (const kubescape of [true, false])
        expect(count((one, other) => one === kics && other === kubescape)).toBeGreaterThanOrEqual(10);
  });

  // A file that has changed since, or has come, waits for the next recording.
  test.each(files.filter(({ file, text }) => published[file]?.[0] === recordAnswer({ text }, undefined)[0]))(
    "say of $file what we say that they do",
    ({ file, text, policy }) => {
      expect(recordAnswer({ text }, predictAnswer(policy))).toEqual(published[file]);
    },
  );
});
