import type { Policy } from "../model/index.js";
import { Analysis, type AnalysisOptions } from "./analysis.js";
import { auditConfigsOf, isSameConfig } from "./request-audit-config.js";

/** Rules by their index in the policy. */
export interface RedundantRules {
  /** Rules that apply to some request, while without any one of them every request is decided as before. */
  readonly redundant: readonly number[];
  /** The rules that the search gave up on. */
  readonly unknown: readonly number[];
}

/**
 * Which rules could be taken out without changing a decision, though they apply to some request: what they match is decided
 * the same by the rules behind them, or by none. It is said of each rule alone; two of them together may be needed.
 *
 * @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
 *
 * @example
 * const { policy } = auditPolicy()
 *   .rule("Metadata", { resources: [{ group: "", resources: ["secrets"] }] })
 *   .rule("None", { verbs: ["watch"] })
 *   .rule("Metadata", { verbs: ["delete"] })
 *   .otherwise("Metadata")
 *   .build();
 * findRedundantRules(policy).redundant; // [2]
 */
export function findRedundantRules(policy: Policy, options: AnalysisOptions = {}): RedundantRules {
  const analysis = new Analysis([policy], options);
  const redundant: number[] = [];
  const unknown: number[] = [];
  for (const rule of policy.rules.keys()) {
    const answer = isRedundant(analysis, rule);
    if (answer === "unknown") unknown.push(rule);
    else if (answer) redundant.push(rule);
  }
  return { redundant, unknown };
}

function isRedundant(analysis: Analysis, rule: number): boolean | "unknown" {
  const budget = analysis.budget();
  const requests = analysis.matchedBy(0, rule, analysis.space.roots);
  const earlier = analysis.cubesBefore(0, rule);
  const reached = analysis.search(requests, [earlier], budget);
  if (reached.found !== true) return reached.found;
  const configs = auditConfigsOf(analysis.policies[0] as Policy, analysis.support); // INVARIANT: there is one policy
  const own = configs[rule];
  // The rules at the end take most requests, so that one that is decided otherwise is found soon.
  for (let later = configs.length - 1; later > rule; later--) {
    const other = configs[later];
    if (!own || !other || isSameConfig(own, other)) continue;
    const taken = analysis.matchedBy(0, later, requests);
    if (taken.length === 0) continue;
    const between = analysis.cubesBefore(0, later, rule + 1);
    const { found } = analysis.search(taken, [earlier, between], budget);
    if (found === "unknown") return found;
    if (found) return false;
  }
  return true;
}
