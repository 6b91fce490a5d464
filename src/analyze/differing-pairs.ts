import { isCatchAll, type Policy, type PolicyRule, selectorOf } from "../model/index.js";
import type { CubeRange, Region } from "../request-space/index.js";
import type { Analysis } from "./analysis.js";
import { auditConfigsOf, isSameConfig, type RequestAuditConfig } from "./request-audit-config.js";

/** Requests that a rule of the first policy and one of the second match, and of which the two do not record the same. */
export interface DifferingPair {
  readonly rules: readonly [number, number];
  readonly before: RequestAuditConfig;
  readonly after: RequestAuditConfig;
  readonly regions: readonly Region[];
  /** What earlier rules of either take. */
  readonly outside: readonly CubeRange[];
}

/**
 * All pairs of rules that may decide a request differently, in the order of the first policy, then of the second; the index
 * behind the last rule stands for no rule.
 */
export function* differingPairs(analysis: Analysis, roots: readonly Region[]): Generator<DifferingPair> {
  const [a, b] = [sideOf(analysis, 0), sideOf(analysis, 1)];
  const classes = classify([a.configs, b.configs]);
  const [copiesInA, copiesInB] = [copies(b, a), copies(a, b)];
  for (let i = 0; i < a.end; i++) {
    const matched = analysis.matchedBy(0, i, roots);
    const copy = copiesInB[i] ?? Number.POSITIVE_INFINITY;
    // A rule that the other policy has as well takes what it matches from those behind.
    for (let j = 0; j < Math.min(b.end, copy + 1); j++) {
      if (classes[0]?.[i] === classes[1]?.[j]) continue;
      if ((copiesInA[j] ?? Number.POSITIVE_INFINITY) < i) continue;
      const regions = analysis.matchedBy(1, j, matched);
      if (regions.length === 0) continue;
      const outside = [analysis.cubesBefore(0, i), analysis.cubesBefore(1, j)];
      const [before, after] = [a.configs[i], b.configs[j]];
      if (before && after) yield { rules: [i, j], before, after, regions, outside };
    }
  }
}

/** A number for each config; two are the same if their numbers are. */
function classify(lists: readonly (readonly RequestAuditConfig[])[]): readonly (readonly number[])[] {
  const known: RequestAuditConfig[] = [];
  return lists.map((configs) =>
    configs.map((config) => {
      const index = known.findIndex((one) => isSameConfig(one, config));
      return index === -1 ? known.push(config) - 1 : index;
    }),
  );
}

interface Side {
  readonly configs: readonly RequestAuditConfig[];
  /** What each rule matches, as text. */
  readonly selectors: readonly string[];
  /** The first index that no request gets to: behind a rule that matches every request, or behind no rule. */
  readonly end: number;
}

function sideOf({ policies, support }: Analysis, index: number): Side {
  const policy = policies[index] as Policy; // INVARIANT: two policies are compared
  const catchAll = policy.rules.findIndex(isCatchAll);
  return {
    configs: auditConfigsOf(policy, support),
    selectors: policy.rules.map(selectorText),
    end: catchAll === -1 ? policy.rules.length + 1 : catchAll + 1,
  };
}

/** What a rule matches, as text; an empty list is none. */
function selectorText(rule: PolicyRule): string {
  const entries = Object.entries(selectorOf(rule)).filter(
    ([, list]) => list !== undefined && list.length > 0,
  );
  return JSON.stringify(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** For each rule of the first, the index of a rule of the second that matches the same requests. */
function copies(of: Side, inside: Side): readonly (number | undefined)[] {
  const first = new Map<string, number>();
  for (const [index, selector] of inside.selectors.entries()) {
    if (!first.has(selector)) first.set(selector, index);
  }
  return of.selectors.map((selector) => first.get(selector));
}
