import fc from "fast-check";
import { expect, test } from "vitest";
import { compileEvaluator, evaluate } from "../../src/evaluate/index.js";
import type { Policy } from "../../src/model/index.js";
import { policyArbitrary, ruleArbitrary } from "./arbitraries/policy.js";
import { requestArbitrary } from "./arbitraries/request.js";

const requests = fc.array(requestArbitrary, { minLength: 1, maxLength: 20 });
const release = fc.constantFrom("1.8", "1.9", "1.22", "1.30", "1.37");

test("a compiled evaluator decides as evaluate does, on every release", () => {
  fc.assert(
    fc.property(policyArbitrary, requests, release, (policy, some, kubernetesVersion) => {
      const decide = compileEvaluator(policy, { kubernetesVersion });
      for (const request of some) {
        expect(decide(request)).toEqual(evaluate(policy, request, { kubernetesVersion }));
      }
    }),
    { numRuns: 2000 },
  );
});

test("it does so for more rules than a machine word has bits", () => {
  const many = fc.array(ruleArbitrary, { minLength: 60, maxLength: 120 });
  fc.assert(
    fc.property(many, requests, (rules, some) => {
      // Rules at the front that constrain more, so that later words are reached.
      const policy: Policy = {
        apiVersion: "audit.k8s.io/v1",
        kind: "Policy",
        rules: rules.map((rule) => ({
          ...rule,
          users: rule.users ?? ["jane"],
          verbs: rule.verbs ?? ["get"],
        })),
      };
      const decide = compileEvaluator(policy);
      for (const request of some) expect(decide(request)).toEqual(evaluate(policy, request));
    }),
    { numRuns: 200 },
  );
});

test("only the rule that applies decides: rules behind it change nothing", () => {
  fc.assert(
    fc.property(policyArbitrary, requestArbitrary, (policy, request) => {
      const decision = evaluate(policy, request);
      fc.pre(decision.rule !== null);
      const upTo = { ...policy, rules: policy.rules.slice(0, (decision.rule ?? 0) + 1) };
      expect(evaluate(upTo, request)).toEqual(decision);
    }),
  );
});

test("stages are recorded in their order, none of them omitted, and none at level None", () => {
  fc.assert(
    fc.property(policyArbitrary, requestArbitrary, (policy, request) => {
      const { level, stages, omitStages } = evaluate(policy, request);
      if (level === "None") expect(stages).toEqual([]);
      expect(stages.filter((stage) => omitStages.includes(stage))).toEqual([]);
      if (!request.user) expect(["ResponseStarted"]).toEqual(expect.arrayContaining([...stages]));
    }),
  );
});
