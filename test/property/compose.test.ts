import fc from "fast-check";
import { expect, test } from "vitest";
import { auditPolicy } from "../../src/builder/index.js";
import { composeSequence, type PolicyPart } from "../../src/compose/index.js";
import { isCatchAll, type Policy, type PolicyRule, pushIntoRules, STAGES } from "../../src/model/index.js";
import { validatePolicy } from "../../src/validate/index.js";
import { policyArbitrary } from "./arbitraries/policy.js";

const parts: fc.Arbitrary<readonly PolicyPart[]> = fc
  .array(policyArbitrary, { minLength: 1, maxLength: 4 })
  .map((policies) => policies.map((policy, index) => ({ policy, name: `part ${index}` })));

/** What a rule matches and what is then recorded, as kube-apiserver works it out from the rule and its policy. */
function effective(rule: PolicyRule, policy: Policy): object {
  return {
    ...rule,
    omitStages: STAGES.filter(
      (stage) => policy.omitStages?.includes(stage) || rule.omitStages?.includes(stage),
    ),
    omitManagedFields: rule.omitManagedFields ?? policy.omitManagedFields ?? false,
  };
}

function effectiveRules(policy: Policy): readonly object[] {
  return policy.rules.map((rule) => effective(rule, policy));
}

test("a generated policy is one that kube-apiserver loads without a remark", () => {
  fc.assert(
    fc.property(policyArbitrary, (policy) => {
      expect(validatePolicy(policy)).toEqual([]);
    }),
  );
});

test("rules that say themselves what their policy says record the same without it", () => {
  fc.assert(
    fc.property(policyArbitrary, (policy) => {
      const { apiVersion, kind } = policy;
      const alone = { apiVersion, kind, rules: pushIntoRules(policy) };
      expect(effectiveRules(alone)).toEqual(effectiveRules(policy));
    }),
  );
});

test("a composition has the rules of its parts in their order, each matching and recording what it did there", () => {
  fc.assert(
    fc.property(parts, (sequence) => {
      expect(effectiveRules(composeSequence(sequence).policy)).toEqual(
        sequence.flatMap(({ policy }) => effectiveRules(policy)),
      );
    }),
  );
});

test("each origin of a composition leads back to its rule", () => {
  fc.assert(
    fc.property(parts, (sequence) => {
      const { policy, origins } = composeSequence(sequence);
      const found = origins.flatMap((some) =>
        some.map(({ source, rule = -1 }) => sequence.find(({ name }) => name === source)?.policy.rules[rule]),
      );
      expect(found.map((rule) => rule?.level)).toEqual(policy.rules.map(({ level }) => level));
    }),
  );
});

test("how parts are grouped makes no difference to the rules of a composition", () => {
  fc.assert(
    fc.property(policyArbitrary, policyArbitrary, policyArbitrary, (a, b, c) => {
      const compose = (...policies: Policy[]): Policy =>
        composeSequence(policies.map((policy, index) => ({ policy, name: `part ${index}` }))).policy;
      expect(effectiveRules(compose(compose(a, b), c))).toEqual(effectiveRules(compose(a, compose(b, c))));
    }),
  );
});

test("rules behind a catch-all are told of exactly where there are any", () => {
  fc.assert(
    fc.property(parts, (sequence) => {
      const { policy, diagnostics } = composeSequence(sequence);
      const catchAll = policy.rules.findIndex(isCatchAll);
      const expected = catchAll !== -1 && catchAll < policy.rules.length - 1 ? [`rules[${catchAll}]`] : [];
      expect(diagnostics.map(({ path }) => path)).toEqual(expected);
    }),
  );
});

test("a composition of valid policies is a valid policy", () => {
  fc.assert(
    fc.property(parts, (sequence) => {
      expect(validatePolicy(composeSequence(sequence).policy)).toEqual([]);
    }),
  );
});

test("a policy spliced into a builder records what it did, but for the stages that the builder omits, too", () => {
  fc.assert(
    fc.property(policyArbitrary, fc.subarray([...STAGES]), (policy, omitStages) => {
      const united = STAGES.filter((s) => omitStages.includes(s) || policy.omitStages?.includes(s));
      expect(effectiveRules(auditPolicy({ omitStages }).use(policy).build().policy)).toEqual(
        effectiveRules({ ...policy, omitStages: united }),
      );
    }),
  );
});
