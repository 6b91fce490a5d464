import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compileEvaluator, evaluate } from "../../src/evaluate/index.js";
import { compact } from "./evaluation-suite.js";
import { generateCase } from "./generate-cases.js";
import { randomFrom } from "./random.js";

/** What kube-apiserver's own evaluator decided of generated requests. */
interface Recording {
  readonly recordedFrom: string;
  readonly seed: number;
  readonly requestsEach: number;
  readonly decisions: readonly (readonly string[])[];
}

const { recordedFrom, seed, requestsEach, decisions }: Recording = JSON.parse(
  readFileSync(new URL("vectors/evaluation.json", import.meta.url), "utf8"),
);

test(`generated requests are decided as by ${recordedFrom}`, () => {
  const random = randomFrom(seed);
  for (const recorded of decisions) {
    const { policy, requests } = generateCase(random, requestsEach);
    expect(requests.map((request) => compact(evaluate(policy, request)))).toEqual(recorded);
    expect(requests.map((request) => compact(compileEvaluator(policy)(request)))).toEqual(recorded);
  }
  expect(decisions.flat().length).toBe(20_000);
});
