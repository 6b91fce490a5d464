import type { Policy, PolicyRule } from "../model/index.js";
import { ASSUMPTIONS_OF, type Assumption } from "../request-space/index.js";
import { Analysis, type AnalysisOptions } from "./analysis.js";

/**
 * What of a reading it takes for a rule to be unreachable behind the first rules of a policy, with nothing that could be left
 * out; none where it is so for whatever the evaluator can be handed.
 */
export function neededAssumptions(
  policy: Policy,
  { rule, matching }: { readonly rule: number; readonly matching: PolicyRule },
  options: AnalysisOptions,
): readonly Assumption[] {
  const isUnreachable = (assumptions: readonly Assumption[]): boolean => {
    const analysis = new Analysis([policy], options, { rules: [[matching]], assumptions });
    const requests = analysis.matchedBy(1, 0, analysis.space.roots);
    return analysis.search(requests, [analysis.cubesBefore(0, rule)], analysis.budget()).found === false;
  };
  let needed = ASSUMPTIONS_OF[options.reading ?? "formal"];
  if (needed.length === 0 || isUnreachable([])) return [];
  for (const assumption of needed) {
    const others = needed.filter((other) => other !== assumption);
    if (isUnreachable(others)) needed = others;
  }
  return needed;
}
