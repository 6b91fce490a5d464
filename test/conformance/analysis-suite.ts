import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import type { Policy } from "../../src/model/index.js";
import { bruteForce } from "../engines/brute-force.js";
import { diagramEngine } from "../engines/diagram-engine.js";
import type { ReadingOptions } from "../engines/engine.js";
import {
  analysisPolicyArbitrary,
  levelLimitsArbitrary,
  policyPairArbitrary,
  readingOptionsArbitrary,
} from "../property/arbitraries/analysis-policy.js";
import { expectations } from "./expectations.js";
import { findWrongAnswers } from "./find-wrong-answers.js";
import { type Found, findWrongCombination, type MethodName } from "./find-wrong-combination.js";
import { findWrongComparison } from "./find-wrong-comparison.js";
import { findWrongLimits } from "./find-wrong-limits.js";
import { findWrongMinimization } from "./find-wrong-minimization.js";
import type { Suite } from "./suite.js";

const POLICIES = 10_000;
/** What is compared at a stretch, and of which one mismatch is told, the simplest. */
const BATCH = 500;

const policies = fc.tuple(analysisPolicyArbitrary, readingOptionsArbitrary);
const pairs = fc.tuple(policyPairArbitrary, readingOptionsArbitrary);
const method = fc.constantFrom<MethodName>("strictest", "widest");
const combinations = fc.tuple(method, policyPairArbitrary, readingOptionsArbitrary);
const limited = fc.tuple(levelLimitsArbitrary, readingOptionsArbitrary);

/**
 * The exact analysis, not against upstream's code but against two engines that share none with it: brute force, where
 * `evaluate` decides every request that a policy can tell apart, and binary decision diagrams. `npm test` does the same with
 * fewer policies, in test/property/analyze.test.ts.
 */
export const analysisSuite: Suite = {
  name: "analysis",
  needsGo: false,
  async run({ seed, signal, log }) {
    const mismatches: string[] = [];
    for (let done = 0; done < POLICIES; done += BATCH) {
      // Where the end of the time given is noticed.
      await setImmediate();
      signal.throwIfAborted();
      const parameters = { seed: seed + done, numRuns: BATCH };
      for (const { counterexample, errorInstance } of [
        fc.check(
          fc.property(policies, ([policy, how]) => refuse(examine(policy, how))),
          parameters,
        ),
        fc.check(
          fc.property(pairs, ([pair, how]) => refuse(compare(pair, how))),
          parameters,
        ),
        fc.check(
          fc.property(combinations, ([by, pair, { kubernetesVersion }]) =>
            requireRight(findWrongCombination(by, pair, kubernetesVersion)),
          ),
          parameters,
        ),
        fc.check(
          fc.property(limited, ([[policy, limits], { kubernetesVersion }]) =>
            requireRight(findWrongLimits(policy, limits, kubernetesVersion)),
          ),
          parameters,
        ),
      ]) {
        if (counterexample) mismatches.push(`${JSON.stringify(counterexample[0])}: ${errorInstance}`);
      }
      if ((done + BATCH) % 2000 === 0)
        log(`${(done + BATCH).toLocaleString("en")} policies, and as many pairs and combinations`);
    }
    const count = POLICIES.toLocaleString("en");
    return {
      against: ["brute force", "binary decision diagrams"],
      compared: `${count} policies, pairs of policies, combinations of two and policies within limits each`,
      mismatches,
    };
  },
};

function examine(policy: Policy, how: ReadingOptions): readonly string[] {
  const { expect, wrong } = expectations();
  expect("the two engines", diagramEngine.examine(policy, how), bruteForce.examine(policy, how));
  return [
    ...wrong,
    ...findWrongAnswers(policy, how, diagramEngine),
    ...findWrongMinimization(policy, how, diagramEngine),
  ];
}

function compare([before, after]: readonly [Policy, Policy], how: ReadingOptions): readonly string[] {
  const { expect, wrong } = expectations();
  const [found, expected] = [diagramEngine, bruteForce].map((engine) => engine.compare(before, after, how));
  expect("the two engines", found, expected);
  return [...wrong, ...findWrongComparison(before, after, how, diagramEngine)];
}

/** What could not be composed is drawn again, so that the number of runs is that of what is held against the definition. */
function requireRight({ wrong, isRefused }: Found): void {
  refuse(wrong);
  fc.pre(!isRefused);
}

function refuse(wrong: readonly string[]): void {
  if (wrong.length > 0) throw new Error(wrong.join("; "));
}
