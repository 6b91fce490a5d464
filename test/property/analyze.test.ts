import fc from "fast-check";
import { expect, test } from "vitest";
import { findWrongAnswers } from "../conformance/find-wrong-answers.js";
import { findWrongComparison } from "../conformance/find-wrong-comparison.js";
import { bruteForce } from "../engines/brute-force.js";
import { diagramEngine } from "../engines/diagram-engine.js";
import {
  analysisPolicyArbitrary,
  policyPairArbitrary,
  readingOptionsArbitrary,
} from "./arbitraries/analysis-policy.js";

// `npm run conformance -- --only analysis` does the same with 10,000 policies and pairs.
const engine = fc.constantFrom(bruteForce, diagramEngine);

test("what is said of the rules of a policy is what is so of all its requests", () => {
  fc.assert(
    fc.property(analysisPolicyArbitrary, readingOptionsArbitrary, engine, (policy, how, by) => {
      expect(findWrongAnswers(policy, how, by)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("what is said of two policies is what is so of all their requests", () => {
  fc.assert(
    fc.property(policyPairArbitrary, readingOptionsArbitrary, engine, ([before, after], how, by) => {
      expect(findWrongComparison(before, after, how, by)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
