import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate, explain } from "../../src/evaluate/index.js";
import { printExplanation } from "../../src/report/index.js";
import { policyArbitrary } from "./arbitraries/policy.js";
import { requestArbitrary } from "./arbitraries/request.js";

test("an explanation decides as evaluate does, and each rule before the one that applies has a field that does not match", () => {
  fc.assert(
    fc.property(policyArbitrary, requestArbitrary, (policy, request) => {
      const { decision, trace } = explain(policy, request);
      expect(decision).toEqual(evaluate(policy, request));
      expect(trace.map(({ rule }) => rule)).toEqual([...trace.keys()]);
      const tried = decision.rule === null ? policy.rules.length : decision.rule + 1;
      expect(trace.length).toBe(tried);
      for (const { rule, matched, field } of trace) {
        expect(matched).toBe(rule === decision.rule);
        expect(field === undefined).toBe(matched);
      }
    }),
    { numRuns: 1000 },
  );
});

test("without the field that is named, a rule matches or another field is named", () => {
  fc.assert(
    fc.property(policyArbitrary, requestArbitrary, (policy, request) => {
      for (const { rule, field } of explain(policy, request).trace) {
        if (field === undefined) continue;
        const { [field]: _, ...rest } = policy.rules[rule] ?? { level: "None" };
        const [again] = explain({ ...policy, rules: [rest] }, request).trace;
        expect(again?.field).not.toBe(field);
      }
    }),
    { numRuns: 1000 },
  );
});

test("every explanation prints, with a line for each rule that was tried before", () => {
  fc.assert(
    fc.property(policyArbitrary, requestArbitrary, (policy, request) => {
      const explanation = explain(policy, request);
      const printed = printExplanation(explanation, { policy, name: "p" });
      expect(printed).not.toMatch(/undefined|\[object/);
      const tried = explanation.trace.filter(({ matched }) => !matched).length;
      expect(printed.match(/^ {2}rules\[\d+\]/gm) ?? []).toHaveLength(tried);
    }),
  );
});
