import fc from "fast-check";
import { expect, test } from "vitest";
import { findWrongMinimization } from "../conformance/find-wrong-minimization.js";
import { bruteForce } from "../engines/brute-force.js";
import { diagramEngine } from "../engines/diagram-engine.js";
import { analysisPolicyArbitrary, readingOptionsArbitrary } from "./arbitraries/analysis-policy.js";

// `npm run conformance -- --only analysis` does the same with 10,000 policies.
test("a minimized policy decides alike, and nothing that is left could go", () => {
  const engine = fc.constantFrom(bruteForce, diagramEngine);
  fc.assert(
    fc.property(analysisPolicyArbitrary, readingOptionsArbitrary, engine, (policy, how, by) => {
      expect(findWrongMinimization(policy, how, by)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
