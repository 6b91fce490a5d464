import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describe as describeAnswer, ourAnswer } from "./request-info-suite.js";

/** Requests, and the attributes that kube-apiserver's own resolver gave them. */
interface Recording {
  readonly recordedFrom: string;
  readonly cases: readonly (readonly [method: string, url: string, attributes: string])[];
}

const { recordedFrom, cases }: Recording = JSON.parse(
  readFileSync(new URL("vectors/request-info.json", import.meta.url), "utf8"),
);

test(`${cases.length} HTTP requests have the attributes that ${recordedFrom} gives them`, () => {
  expect(cases.length).toBe(4000);
  expect(cases.map(([method, url]) => [method, url, describeAnswer(ourAnswer({ method, url }))])).toEqual(
    cases,
  );
});
