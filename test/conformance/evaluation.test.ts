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
  /** Where older releases decide otherwise. */
  readonly older: readonly {
    readonly recordedFrom: string;
    readonly kubernetesVersion: string;
    readonly differences: readonly (readonly [policy: number, request: number, decision: string])[];
  }[];
}

const { recordedFrom, seed, requestsEach, decisions, older }: Recording = JSON.parse(
  readFileSync(new URL("vectors/evaluation.json", import.meta.url), "utf8"),
);

const releases = [{ recordedFrom, kubernetesVersion: undefined, differences: [] }, ...older];

test.each(releases)(
  "generated requests are decided as by $recordedFrom",
  ({ kubernetesVersion, differences }) => {
    const random = randomFrom(seed);
    const changed = new Map(
      differences.map(([policy, request, decision]) => [`${policy} ${request}`, decision]),
    );
    for (const [index, newest] of decisions.entries()) {
      const { policy, requests } = generateCase(random, requestsEach);
      const recorded = newest.map((decision, request) => changed.get(`${index} ${request}`) ?? decision);
      const decide = compileEvaluator(policy, { kubernetesVersion });
      expect(requests.map((request) => compact(evaluate(policy, request, { kubernetesVersion })))).toEqual(
        recorded,
      );
      expect(requests.map((request) => compact(decide(request)))).toEqual(recorded);
    }
  },
);

test("20,000 are recorded, and some of them of each older release differ", () => {
  expect(decisions.flat().length).toBe(20_000);
  expect(older.length).toBe(2);
  for (const { differences } of older) expect(differences.length).toBeGreaterThan(100);
});
