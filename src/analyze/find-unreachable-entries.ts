import type { FieldPath } from "../diagnostics/index.js";
import type { Policy } from "../model/index.js";
import type { Assumption } from "../request-space/index.js";
import { Analysis, type AnalysisOptions } from "./analysis.js";
import { explainShadow, type UnreachableRule } from "./find-unreachable-rules.js";
import { NeededAssumptions } from "./needed-assumptions.js";
import { type RuleEntry, ruleEntries } from "./rule-entries.js";

/** An entry of a list without which the rule would apply to the same requests: no request gets to the rule by it. */
export interface UnreachableEntry extends UnreachableRule {
  /** `rules[3].verbs[1]` */
  readonly path: FieldPath;
}

/** An entry whose requests are all taken by other entries of its rule. */
export interface RepeatedEntry {
  /** `rules[3].verbs[1]` */
  readonly path: FieldPath;
  /** What of the reading it takes, with nothing that could be left out; none where it is so by the formal reading. */
  readonly assumptions: readonly Assumption[];
}

/** Entries of a policy's lists that have no effect. */
export interface UnreachableEntries {
  /** Entries whose requests all go to earlier rules, or that match none. */
  readonly unreachable: readonly UnreachableEntry[];
  /** Those that can all be left out together: the other entries of their rules take all their requests. */
  readonly repeated: readonly RepeatedEntry[];
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
 * repeated[0].path; // rules[1].resources[0].resources[0]
 */
export function findUnreachableEntries(policy: Policy, options: AnalysisOptions = {}): UnreachableEntries {
  const entries = policy.rules.flatMap((rule, index) => [...ruleEntries(rule, index)]);
  const search = new EntrySearch(policy, entries, options);
  const unreachable = new Map<FieldPath, UnreachableEntry>();
  const repeated = new Map<FieldPath, RepeatedEntry>();
  const unknown = new Set<FieldPath>();
  // Backwards, so that of entries that take each other's requests the first stays.
  for (const [index, { path }] of [...entries.entries()].reverse()) {
    const answer = search.ask(index);
    if (answer === "unknown") unknown.add(path);
    else if (answer !== "reachable" && "reason" in answer) unreachable.set(path, answer);
    else if (answer !== "reachable") repeated.set(path, answer);
  }
  // What lies inside an entry without effect is not told as well.
  const told = entries.filter(
    ({ inside }) => inside === undefined || !(unreachable.has(inside) || repeated.has(inside)),
  );
  return {
    unreachable: told.flatMap(({ path }) => unreachable.get(path) ?? []),
    repeated: told.flatMap(({ path }) => repeated.get(path) ?? []),
    unknown: told.flatMap(({ path }) => (unknown.has(path) ? [path] : [])),
  };
}

/** Asks of one entry after the other; what is found to be repeated counts as left out from then on. */
class EntrySearch {
  readonly #entries: readonly RuleEntry[];
  readonly #analysis: Analysis;
  readonly #needed: NeededAssumptions;
  /** By rule: its entries, by their indexes. */
  readonly #ofRule: readonly (readonly number[])[];
  readonly #isReachable: readonly boolean[];
  readonly #repeated = new Set<FieldPath>();
  /** Of `resources[0]` the lists inside of it that have lost an entry. */
  readonly #shortened = new Map<FieldPath, Set<FieldPath>>();

  constructor(policy: Policy, entries: readonly RuleEntry[], options: AnalysisOptions) {
    this.#entries = entries;
    const variants = entries.map(({ alone }) => alone);
    const analysis = new Analysis([policy], options, { rules: [variants] });
    this.#analysis = analysis;
    this.#needed = new NeededAssumptions(policy, variants, options);
    const ofRule: number[][] = policy.rules.map(() => []);
    for (const [index, { rule }] of entries.entries()) ofRule[rule]?.push(index);
    this.#ofRule = ofRule;
    this.#isReachable = policy.rules.map((_, rule) => {
      const requests = analysis.matchedBy(0, rule, analysis.space.roots);
      return analysis.search(requests, [analysis.cubesBefore(0, rule)], analysis.budget()).found === true;
    });
  }

  ask(index: number): UnreachableEntry | RepeatedEntry | "reachable" | "unknown" {
    const { path, rule } = this.#entries[index] as RuleEntry; // INVARIANT: one of them is asked about
    if (!this.#isReachable[rule]) return "reachable"; // That is said of the rule.
    const analysis = this.#analysis;
    const budget = analysis.budget();
    const requests = analysis.matchedBy(1, index, analysis.space.roots);
    const earlier = analysis.cubesBefore(0, rule);
    const result = analysis.search(requests, [earlier], budget);
    if (result.found === "unknown") return result.found;
    if (!result.found) {
      const why = explainShadow(analysis, rule, requests, result.by, budget);
      return why ? { path, rule, ...why, assumptions: this.#needed.find(index, rule) } : "unknown";
    }
    const beside = this.#beside(index);
    const { found } = analysis.search(requests, [earlier, analysis.cubesOf(1, beside)], budget);
    if (found !== false) return found ? "reachable" : "unknown";
    this.#leaveOut(index);
    return { path, assumptions: this.#needed.find(index, rule, beside) };
  }

  #leaveOut(index: number): void {
    const { path, outer, list } = this.#entries[index] as RuleEntry; // INVARIANT: as above
    this.#repeated.add(path);
    if (outer !== undefined) this.#shortened.set(outer, (this.#shortened.get(outer) ?? new Set()).add(list));
  }

  /** The entries that take requests of the same rule without this one. */
  #beside(index: number): readonly number[] {
    const entry = this.#entries[index] as RuleEntry; // INVARIANT: as above
    return (this.#ofRule[entry.rule] ?? []).filter((position) => {
      const other = this.#entries[position];
      return other && !this.#repeated.has(other.path) && this.#isBeside(other, entry);
    });
  }

  /**
   * One of `resources` that has lost a part takes what its other parts take, if they are of one list; of two lists, nothing is
   * counted on.
   */
  #isBeside(other: RuleEntry, entry: RuleEntry): boolean {
    if (other.path === entry.path) return false;
    const isWhole = !this.#shortened.has(other.path);
    const resources = `rules[${entry.rule}].resources`;
    if (!entry.list.startsWith(resources) || other.list === entry.list)
      return other.list === entry.list && isWhole;
    if (other.list === resources) return other.path !== entry.outer && isWhole;
    if (other.outer === undefined || other.outer === entry.outer || other.outer === entry.path) return false;
    const lists = this.#shortened.get(other.outer);
    return lists?.size === 1 && lists.has(other.list);
  }
}
