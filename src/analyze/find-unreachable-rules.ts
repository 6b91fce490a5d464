import type { Policy, RequestAttributes } from "../model/index.js";
import type { Assumption, Cube, Region, SearchBudget } from "../request-space/index.js";
import { Analysis, type AnalysisOptions } from "./analysis.js";
import { NeededAssumptions } from "./needed-assumptions.js";

/** A rule that applies to no request. */
export interface UnreachableRule {
  readonly rule: number;
  /** It matches no request at all, or earlier rules match all that it does. */
  readonly reason: "unmatchable" | "shadowed";
  /**
   * Earlier rules that together match all of its requests, with none that could be left out; and, if they all audit at its
   * level while some of its requests go to another one, the first rule that takes such a request.
   */
  readonly shadowedBy: readonly number[];
  /** Whether any of its requests is audited at another level than the rule says. */
  readonly changesLevel: boolean;
  /** If so, one that is. It has been through `evaluate`. */
  readonly witness?: RequestAttributes;
  /** What of the reading it takes, with nothing that could be left out; none where it is so by the formal reading. */
  readonly assumptions: readonly Assumption[];
}

/** The rules of a policy that apply to no request, and for each other one a request that it applies to. */
export interface UnreachableRules {
  readonly unreachable: readonly UnreachableRule[];
  /** By rule: a request that it applies to, if it is known to be reachable. */
  readonly witnesses: readonly (RequestAttributes | undefined)[];
  /** The rules that the search gave up on. */
  readonly unknown: readonly number[];
}

/**
 * Which rules of a policy apply to no request, and why; and of the others, a request that they apply to.
 *
 * Every answer is exact: a rule is unreachable by proof, or reachable by a request that has been through `evaluate`. Rules
 * that take its requests together count as well as one that takes all of them.
 *
 * @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
 *
 * @example
 * const { policy } = auditPolicy()
 *   .rule("None", { verbs: ["get", "list"] })
 *   .rule("None", { verbs: ["watch"] })
 *   .rule("Metadata", { verbs: ["get", "watch"], users: ["jane"] })
 *   .otherwise("Metadata")
 *   .build();
 * const { unreachable, witnesses } = findUnreachableRules(policy);
 * unreachable[0].rule; // 2
 * unreachable[0].shadowedBy; // [0, 1]
 * unreachable[0].changesLevel; // true
 * witnesses[1]?.verb; // watch
 */
export function findUnreachableRules(policy: Policy, options: AnalysisOptions = {}): UnreachableRules {
  const analysis = new Analysis([policy], options);
  const needed = new NeededAssumptions(policy, policy.rules, options);
  const unreachable: UnreachableRule[] = [];
  const witnesses: (RequestAttributes | undefined)[] = [];
  const unknown: number[] = [];
  for (const rule of policy.rules.keys()) {
    const budget = analysis.budget();
    const requests = analysis.matchedBy(0, rule, analysis.space.roots);
    const result = analysis.search(requests, [analysis.cubesBefore(0, rule)], budget);
    witnesses.push(undefined);
    if (result.found === true) {
      witnesses[rule] = analysis.pickDecidedBy(rule, result.region);
      continue;
    }
    const why =
      result.found === false ? explainShadow(analysis, rule, requests, result.by, budget) : undefined;
    if (!why) unknown.push(rule);
    else unreachable.push({ rule, ...why, assumptions: needed.find(rule, rule) });
  }
  return { unreachable, witnesses, unknown };
}

/** Why a rule is unreachable; undefined if the budget does not suffice to say. */
export function explainShadow(
  analysis: Analysis,
  rule: number,
  requests: readonly Region[],
  by: ReadonlySet<Cube>,
  budget: SearchBudget,
): Omit<UnreachableRule, "rule" | "assumptions"> | undefined {
  // Besides the earlier rules, impossible requests may be in the cover.
  const rules = new Set([...by].map((cube) => cube.rule).filter((earlier) => earlier >= 0));
  const coverers = [...rules].sort((a, b) => a - b);
  const shadowedBy = leaveOut(analysis, requests, coverers, budget);
  if (!shadowedBy) return undefined;
  if (shadowedBy.length === 0) return { reason: "unmatchable", shadowedBy, changesLevel: false };
  const other = findOtherLevel(analysis, rule, requests, budget);
  if (other === "unknown") return undefined;
  const levelOf = (index: number): string | undefined => analysis.policies[0]?.rules[index]?.level;
  if (!other) return { reason: "shadowed", shadowedBy, changesLevel: false };
  const isNamed = shadowedBy.some((index) => levelOf(index) !== levelOf(rule));
  return {
    reason: "shadowed",
    shadowedBy: isNamed ? shadowedBy : [...shadowedBy, other.rule].sort((a, b) => a - b),
    changesLevel: true,
    witness: other.request,
  };
}

/** One rule that covers all, or else the cover without what it does not need, the later ones left out first. */
function leaveOut(
  analysis: Analysis,
  requests: readonly Region[],
  rules: readonly number[],
  budget: SearchBudget,
): readonly number[] | undefined {
  for (const rule of rules) {
    const { found } = analysis.search(requests, [analysis.cubesOf(0, [rule])], budget);
    if (found === "unknown") return undefined;
    if (!found) return analysis.search(requests, [], budget).found === false ? [] : [rule];
  }
  let needed = rules;
  for (const rule of rules.toReversed()) {
    const others = needed.filter((other) => other !== rule);
    const { found } = analysis.search(requests, [analysis.cubesOf(0, others)], budget);
    if (found === "unknown") return undefined;
    if (!found) needed = others;
  }
  return needed;
}

/** The first earlier rule of another level that takes one of the requests, and such a request. */
function findOtherLevel(
  analysis: Analysis,
  rule: number,
  requests: readonly Region[],
  budget: SearchBudget,
): { readonly rule: number; readonly request: RequestAttributes } | undefined | "unknown" {
  const rules = analysis.policies[0]?.rules ?? [];
  for (const [earlier, { level }] of rules.slice(0, rule).entries()) {
    if (level === rules[rule]?.level) continue;
    const taken = analysis.matchedBy(0, earlier, requests);
    const result = analysis.search(taken, [analysis.cubesBefore(0, earlier)], budget);
    if (result.found === "unknown") return result.found;
    if (result.found) return { rule: earlier, request: analysis.pickDecidedBy(earlier, result.region) };
  }
  return undefined;
}
