import type { RequestQuery } from "../analyze/index.js";
import type { LintContext, LintRule } from "./lint-rule.js";

/** What rules ask about the requests of a policy if the answer is always that there are none: mostly, all that they will ask. */
export function collectQueries(rules: readonly LintRule[], context: LintContext): readonly RequestQuery[] {
  const asked: RequestQuery[] = [];
  const answerless: LintContext = {
    ...context,
    find(query) {
      asked.push(query);
      return undefined;
    },
    excludes(query) {
      asked.push(query);
      return false;
    },
    findOfEachRule(query) {
      asked.push(query);
      return [];
    },
  };
  for (const rule of rules) Array.from(rule.check(answerless));
  return asked;
}
