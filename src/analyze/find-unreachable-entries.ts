import type { FieldPath } from "../diagnostics/index.js";
import type { Policy } from "../model/index.js";
import type { Cube } from "../request-space/index.js";
import { Analysis, type AnalysisOptions, rangeOf } from "./analysis.js";
import { explainShadow, type UnreachableRule } from "./find-unreachable-rules.js";
import { NeededAssumptions } from "./needed-assumptions.js";
import { type RuleEntry, ruleEntries } from "./rule-entries.js";

/** An entry of a list without which the rule would apply to the same requests: no request gets to the rule by it. */
export interface UnreachableEntry extends UnreachableRule {
  /** `rules[3].verbs[1]` */
  readonly path: FieldPath;
}

export interface UnreachableEntries {
  /** Entries whose requests all go to earlier rules, or that match none. */
  readonly unreachable: readonly UnreachableEntry[];
  /** Entries whose requests are all taken by other entries of the rule, those that stay where all of these are left out. */
  readonly repeated: readonly FieldPath[];
  /** Entries that the search gave up on. */
  readonly unknown: readonly FieldPath[];
}

/**
 * Which entries of rules are without effect: users, groups, verbs, namespaces, resources, names and paths that stand beside
 * others in their list. Rules that are unreachable as a whole are left out.
 *
 * @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
 *
 * @example
 * const { policy } = auditPolicy()
 *   .rule("None", { resources: [{ group: "", resources: ["events"] }] })
 *   .rule("Metadata", { resources: [{ group: "", resources: ["pods", "events", "pods/*", "secrets"] }] })
 *   .build();
 * const { unreachable, repeated } = findUnreachableEntries(policy);
 * unreachable.map(({ path }) => path); // ["rules[1].resources[0].resources[1]"]
 * repeated; // ["rules[1].resources[0].resources[0]"]
 */
export function findUnreachableEntries(policy: Policy, options: AnalysisOptions = {}): UnreachableEntries {
  const entries = policy.rules.flatMap((rule, index) => [...ruleEntries(rule, index)]);
  const variants = entries.map(({ alone }) => alone);
  const analysis = new Analysis([policy], options, { rules: [variants] });
  const needed = new NeededAssumptions(policy, variants, options);
  const ofRule: number[][] = policy.rules.map(() => []);
  for (const [position, { rule }] of entries.entries()) ofRule[rule]?.push(position);
  const isUnreachable = policy.rules.map((_, rule) => {
    const requests = analysis.matchedBy(0, rule, analysis.space.roots);
    return analysis.search(requests, [analysis.cubesBefore(0, rule)], analysis.budget()).found !== true;
  });
  const unreachable = new Map<FieldPath, UnreachableEntry>();
  const repeated = new Set<FieldPath>();
  const unknown = new Set<FieldPath>();
  // Backwards, so that of entries that take each other's requests the first stays.
  const shortened = new Map<FieldPath, Set<FieldPath>>();
  for (const [index, entry] of [...entries.entries()].reverse()) {
    if (isUnreachable[entry.rule]) continue;
    const answer = askAbout({ analysis, needed, index }, entry, () =>
      (ofRule[entry.rule] ?? []).flatMap((position) => {
        const other = entries[position];
        const isMeant = other && isBeside(other, entry, shortened) && !repeated.has(other.path);
        return isMeant ? (analysis.space.cubes[1]?.[position] ?? []) : [];
      }),
    );
    if (answer === "unknown") unknown.add(entry.path);
    else if (answer === "repeated") {
      repeated.add(entry.path);
      if (entry.outer !== undefined)
        shortened.set(entry.outer, (shortened.get(entry.outer) ?? new Set()).add(entry.list));
    } else if (answer !== "reachable") unreachable.set(entry.path, answer);
  }
  // What lies inside an entry without effect is not told as well.
  const told = entries.filter(
    ({ inside }) => inside === undefined || !(unreachable.has(inside) || repeated.has(inside)),
  );
  return {
    unreachable: told.flatMap(({ path }) => unreachable.get(path) ?? []),
    repeated: told.flatMap(({ path }) => (repeated.has(path) ? [path] : [])),
    unknown: told.flatMap(({ path }) => (unknown.has(path) ? [path] : [])),
  };
}

/**
 * Whether another entry takes requests of the same rule without this one. One of `resources` that has lost a part takes what
 * its other parts take, if they are of one list; of two lists, nothing is counted on.
 */
function isBeside(
  other: RuleEntry,
  entry: RuleEntry,
  shortened: ReadonlyMap<FieldPath, ReadonlySet<FieldPath>>,
): boolean {
  if (other.path === entry.path || other.rule !== entry.rule) return false;
  const list = `rules[${entry.rule}].resources`;
  if (!entry.list.startsWith(list) || other.list === entry.list)
    return other.list === entry.list && !shortened.has(other.path);
  if (other.list === list) return other.path !== entry.outer && !shortened.has(other.path);
  if (other.outer === undefined || other.outer === entry.outer || other.outer === entry.path) return false;
  const lists = shortened.get(other.outer);
  return lists?.size === 1 && lists.has(other.list);
}

function askAbout(
  { analysis, needed, index }: { analysis: Analysis; needed: NeededAssumptions; index: number },
  { path, rule }: RuleEntry,
  beside: () => readonly Cube[],
): UnreachableEntry | "repeated" | "reachable" | "unknown" {
  const budget = analysis.budget();
  const requests = analysis.matchedBy(1, index, analysis.space.roots);
  const earlier = analysis.cubesBefore(0, rule);
  const result = analysis.search(requests, [earlier], budget);
  if (result.found === "unknown") return result.found;
  if (!result.found) {
    const why = explainShadow(analysis, rule, requests, result.by, budget);
    return why ? { path, rule, ...why, assumptions: needed.find(index, rule) } : "unknown";
  }
  const { found } = analysis.search(requests, [earlier, rangeOf(beside())], budget);
  if (found === "unknown") return found;
  return found ? "reachable" : "repeated";
}
