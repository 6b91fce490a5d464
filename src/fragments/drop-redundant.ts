import { findRedundantRules, findUnreachableEntries, findUnreachableRules } from "../analyze/index.js";
import type { Policy, PolicyRule } from "../model/index.js";

/** A rule of several, and its place among those that there were at first. */
export interface IndexedRule {
  readonly rule: PolicyRule;
  readonly index: number;
}

export interface NeededRules {
  readonly rules: readonly IndexedRule[];
  /** `rules[3]`, `rules[3].resources[1]`, by the places at first. */
  readonly dropped: readonly string[];
}

/**
 * The rules without those that decide nothing: no client's request gets to them, or what does is decided alike without them.
 * Of rules that could each go the last goes first. In what is left, entries go that no request gets to by them.
 */
export function dropRedundant(
  policy: (rules: readonly IndexedRule[]) => Policy,
  all: readonly IndexedRule[],
  kubernetesVersion: string,
): NeededRules {
  const dropped: string[] = [];
  let rules = all;
  for (;;) {
    const at = lastRedundant(policy(rules), kubernetesVersion);
    if (at === undefined) break;
    dropped.push(`rules[${rules[at]?.index}]`);
    rules = rules.filter((_, position) => position !== at);
  }
  for (;;) {
    const path = lastEntry(policy(rules), kubernetesVersion);
    const [, rule = "", rest = ""] = /^rules\[(\d+)\](.*)$/.exec(path ?? "") ?? [];
    const found = rules[Number(rule)];
    if (path === undefined || !found) break;
    dropped.push(`rules[${found.index}]${rest}`);
    rules = rules.map((one) => (one === found ? { ...one, rule: withoutEntry(one.rule, rest) } : one));
  }
  return { rules, dropped };
}

/** As lint reads a policy that is composed, so that it finds nothing left. */
const REAL = "real-identities";

function lastRedundant(policy: Policy, kubernetesVersion: string): number | undefined {
  const { unreachable } = findUnreachableRules(policy, { kubernetesVersion, reading: REAL });
  const covered = unreachable.filter(({ changesLevel }) => !changesLevel).map(({ rule }) => rule);
  const { redundant } = findRedundantRules(policy, { kubernetesVersion });
  const found = [...covered, ...redundant];
  return found.length === 0 ? undefined : Math.max(...found);
}

function lastEntry(policy: Policy, kubernetesVersion: string): string | undefined {
  return findUnreachableEntries(policy, { kubernetesVersion, reading: REAL }).unreachable.at(-1)?.path;
}

/** `.resources[1].resources[0]`, `.verbs[2]`: an entry of a list that has others. */
function withoutEntry(rule: PolicyRule, path: string): PolicyRule {
  const remove = (node: unknown, steps: readonly string[]): unknown => {
    const [step = "", ...left] = steps;
    if (Array.isArray(node)) {
      const index = Number(step);
      return left.length === 0
        ? node.filter((_, at) => at !== index)
        : node.map((one, at) => (at === index ? remove(one, left) : one));
    }
    const object = Object(node);
    return { ...object, [step]: remove(object[step], left) };
  };
  // INVARIANT: the path is one of the rule's lists, of which an entry goes.
  return remove(rule, path.split(/[.[\]]+/).filter(Boolean)) as PolicyRule;
}
