import { evaluate } from "../../src/evaluate/index.js";
import type { Decision, Policy, RequestAttributes } from "../../src/model/index.js";
import { type DecisionClass, decisionClass, relationOf } from "./decision-class.js";
import type { ComparisonAnswer, Engine, EngineOptions, PolicyAnswer, UnreachableAnswer } from "./engine.js";
import { listRequests } from "./list-requests.js";
import { restrictRule } from "./restrict-rule.js";

/** Lists the requests and decides each by `evaluate`, of the policy and of what the question makes of it. */
export const bruteForce: Engine = {
  examine(policy: Policy, options: EngineOptions): PolicyAnswer {
    const restricted = policy.rules.map(restrictRule);
    const everyEntry = withRules(
      policy,
      restricted.flatMap((some) => some.map(({ rule }) => rule)),
    );
    const unreached = new Map<number, { unmatchable: boolean; changesLevel: boolean }>(
      policy.rules.map((_, rule) => [rule, { unmatchable: true, changesLevel: false }]),
    );
    const reached = new Set<number>();
    const needed = new Set<number>();
    const effective = new Set<string>();
    const decisions = new Set<DecisionClass>();
    for (const request of listRequests([policy, everyEntry], options)) {
      const decision = evaluate(policy, request, options);
      decisions.add(classOf(decision));
      for (const [index, rule] of policy.rules.entries()) {
        if (!matches(policy, index, request, options)) continue;
        const found = unreached.get(index);
        if (!found) continue;
        found.unmatchable = false;
        found.changesLevel ||= decision.level !== rule.level;
      }
      const index = decision.rule;
      if (index === null) continue;
      reached.add(index);
      const without = withRules(policy, policy.rules.toSpliced(index, 1));
      if (classOf(evaluate(without, request, options)) !== classOf(decision)) needed.add(index);
      for (const { entry, rule } of restricted[index] ?? []) {
        const changed = withRules(policy, policy.rules.with(index, rule));
        if (evaluate(changed, request, options).rule === index) effective.add(`rules[${index}].${entry}`);
      }
    }
    const unreachable = [...unreached].flatMap(([rule, found]): readonly UnreachableAnswer[] =>
      reached.has(rule) ? [] : [{ rule, ...found }],
    );
    return {
      unreachable,
      redundant: [...policy.rules.keys()].filter((rule) => reached.has(rule) && !needed.has(rule)),
      withoutEffect: restricted
        .flatMap((some, rule) => some.map(({ entry }) => `rules[${rule}].${entry}`))
        .filter((entry) => !effective.has(entry)),
      decisions: [...decisions].sort(),
    };
  },

  compare(before: Policy, after: Policy, options: EngineOptions): ComparisonAnswer {
    const differences = new Map<string, readonly [DecisionClass, DecisionClass]>();
    for (const request of listRequests([before, after], options)) {
      const pair = [
        classOf(evaluate(before, request, options)),
        classOf(evaluate(after, request, options)),
      ] as const;
      if (pair[0] !== pair[1]) differences.set(pair.join(" -> "), pair);
    }
    const sorted = [...differences].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
    return { relation: relationOf(sorted), differences: sorted };
  },

  isCovered(policy: Policy, rule: number, by: readonly number[], options: EngineOptions): boolean {
    return listRequests([policy], options)
      .filter((request) => matches(policy, rule, request, options))
      .every((request) => by.some((other) => matches(policy, other, request, options)));
  },
};

function classOf({ level, omitStages, omitManagedFields }: Decision): DecisionClass {
  return decisionClass(level, omitStages, omitManagedFields);
}

/** Whether a rule matches a request, wherever it stands: whether it applies where it is the only one. */
function matches(policy: Policy, rule: number, request: RequestAttributes, options: EngineOptions): boolean {
  return evaluate(withRules(policy, policy.rules.slice(rule, rule + 1)), request, options).rule === 0;
}

function withRules(policy: Policy, rules: Policy["rules"]): Policy {
  return { ...policy, rules };
}
