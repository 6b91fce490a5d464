import type { Place } from "../diagnostics/index.js";
import type { Stage } from "../model/index.js";
import type { LintContext } from "./lint-rule.js";

/**
 * What makes a policy record nothing of a request: the level of the rule that applies, a stage that is left out, or that no
 * rule matches.
 */
export function placeOfLoss({ policy, place }: LintContext, rule: number | null, stage?: Stage): Place {
  if (rule === null) return place("rules");
  const { level, omitStages = [] } = policy.rules[rule] ?? {};
  if (level === "None") return place(`rules[${rule}].level`);
  const isOwn = stage === undefined ? omitStages.length > 0 : omitStages.includes(stage);
  const path = isOwn ? `rules[${rule}].omitStages` : "omitStages";
  if (stage === undefined) return place(path);
  return place(`${path}[${(isOwn ? omitStages : (policy.omitStages ?? [])).indexOf(stage)}]`);
}
