import fc from "fast-check";
import { expect, test } from "vitest";
import { findRequest, RequestScreen } from "../../src/analyze/index.js";
import { breachOf, GUARANTEE_NAMES, guarantee } from "../../src/prove/index.js";
import { policyOf } from "../support/lint-rules.js";
import { policyArbitrary } from "./arbitraries/policy.js";

/** Of whom a policy names nobody, the questions are the same for all. */
const QUERIES = GUARANTEE_NAMES.flatMap((name) =>
  guarantee(name).bounds.map((bound) => breachOf(bound, policyOf([]))),
);

test("asked together, questions have the answer that each has alone", () => {
  fc.assert(
    fc.property(policyArbitrary, fc.constantFrom("formal", "real-identities"), (policy, reading) => {
      const screen = new RequestScreen(policy, QUERIES, { reading });
      for (const query of QUERIES)
        expect(screen.excludes(query)).toBe(findRequest(policy, query, { reading }) === "none");
    }),
    { numRuns: 50 },
  );
});

test("of a question that was not asked at first nothing is known", () => {
  fc.assert(
    fc.property(policyArbitrary, (policy) => {
      const nobody = { requests: [{ users: ["nobody"] }], recording: () => false };
      expect(findRequest(policy, nobody)).toBe("none");
      expect(new RequestScreen(policy, QUERIES, {}).excludes(nobody)).toBe(false);
      expect(new RequestScreen(policy, [...QUERIES, nobody], {}).excludes(nobody)).toBe(true);
    }),
    { numRuns: 10 },
  );
});
