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
    const matchable = new Set<number>();
    const otherLevel = new Map<number, number>();
    const reached = new Set<number>();
    const needed = new Set<number>();
    const effective = new Set<string>();
    const decisions = new Set<DecisionClass>();
    for (const request of listRequests([policy, everyEntry], options)) {
      const decision = evaluate(policy, request, options);
      decisions.add(classOf(decision));
      for (const [index, rule] of policy.rules.entries()) {
        if (!matches(policy, index, request, options)) continue;
        matchable.add(index);
        if (decision.rule === null || decision.level === rule.level) continue;
        otherLevel.set(index, Math.min(decision.rule, otherLevel.get(index) ?? index));
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
    const indexes = [...policy.rules.keys()];
    return {
      unreachable: indexes
        .filter((rule) => !reached.has(rule))
        .map((rule): UnreachableAnswer => {
          const other = otherLevel.get(rule);
          return {
            rule,
            unmatchable: !matchable.has(rule),
            ...(other !== undefined && { otherLevel: other }),
          };
        }),
      redundant: indexes.filter((rule) => reached.has(rule) && !needed.has(rule)),
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

  coverage(policy: Policy, options: EngineOptions): (rule: number, by: readonly number[]) => boolean {
    const rules = [...policy.rules.keys()];
    const matching = listRequests([policy], options).map(
      (request) => new Set(rules.filter((rule) => matches(policy, rule, request, options))),
    );
    return (rule, by) => matching.every((some) => !some.has(rule) || by.some((other) => some.has(other)));
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
