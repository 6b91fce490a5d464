import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate } from "../../src/evaluate/index.js";
import { type RequestAttributes, type RequestSelector, selectorOf } from "../../src/model/index.js";
import { intersectSelectors } from "../../src/prove/intersect-selectors.js";
import { listRequests } from "../engines/list-requests.js";
import { policyOf } from "../support/lint-rules.js";
import { policyPairArbitrary } from "./arbitraries/analysis-policy.js";

test("what two selectors have in common is taken by both, and the reverse", () => {
  const seen = new Map<string, number>();
  const count = (kind: string): unknown => seen.set(kind, (seen.get(kind) ?? 0) + 1);
  fc.assert(
    fc.property(policyPairArbitrary, ([first, second]) => {
      const [a, b] = [first, second].map(({ rules }) => selectorOf(rules[0] ?? { level: "None" }));
      if (!a || !b) return;
      const met = intersectSelectors(a, b);
      const rules = [a, b, ...(typeof met === "string" ? [] : [met])].map(asPolicy);
      count(typeof met === "string" ? met : "selector");
      if (met === "inexpressible") return;
      for (const request of listRequests(rules, { reading: "formal" })) {
        const isTaken = met !== "none" && takes(met, request);
        expect(isTaken).toBe(takes(a, request) && takes(b, request));
      }
    }),
    { numRuns: 300 },
  );
  expect([...seen.keys()].sort()).toEqual(["inexpressible", "none", "selector"]);
});

function asPolicy(selector: RequestSelector): ReturnType<typeof policyOf> {
  return policyOf([{ level: "Metadata", ...selector }]);
}

function takes(selector: RequestSelector, request: RequestAttributes): boolean {
  return evaluate(asPolicy(selector), request).rule === 0;
}
