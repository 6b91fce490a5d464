import fc from "fast-check";
import { expect, test } from "vitest";
import { findDifference } from "../../src/analyze/index.js";
import { evaluate } from "../../src/evaluate/index.js";
import { applyFixes } from "../../src/fix/index.js";
import { parsePolicy } from "../../src/parse/index.js";
import { offerNeedlessRules } from "../support/offer-fixes.js";
import { formatPolicy } from "./arbitraries/formatted-policy.js";
import { policyArbitrary } from "./arbitraries/policy.js";
import { requestArbitrary } from "./arbitraries/request.js";

test("a fixed policy decides every request as before, and has nothing left to be fixed", () => {
  const requests = fc.array(requestArbitrary, { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(policyArbitrary, requests, fc.gen(), (policy, some, draw) => {
      // Rules twice, so that there is something to fix.
      const twice = { ...policy, rules: [...policy.rules, ...policy.rules] };
      const text = formatPolicy(twice, draw)
        .map((line) => `${line.text}\n`)
        .join("");
      const fixed = applyFixes(text, offerNeedlessRules);
      const after = parsePolicy(fixed.text).policy;
      if (!after) throw new Error(`no policy is left: ${fixed.text}`);
      expect(findDifference(twice, after)).toBe("equivalent");
      for (const request of some) {
        const { rule: _, ...before } = evaluate(twice, request);
        expect(evaluate(after, request)).toMatchObject({ level: before.level, stages: before.stages });
      }
      expect(fixed.applied.length).toBeGreaterThan(0);
      const again = applyFixes(fixed.text, offerNeedlessRules);
      expect([again.text, again.applied]).toEqual([fixed.text, []]);
    }),
    { numRuns: 40 },
  );
});
