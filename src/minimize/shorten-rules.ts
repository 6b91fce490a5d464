import {
  Analysis,
  auditConfigsOf,
  explainShadow,
  isSameConfig,
  type RequestAuditConfig,
  rangeOf,
  ruleEntries,
} from "../analyze/index.js";
import type { FieldPath } from "../diagnostics/index.js";
import { type GroupResources, isCatchAll, type Policy, type PolicyRule } from "../model/index.js";
import {
  type Cube,
  type CubeRange,
  intersect,
  type Region,
  type SearchBudget,
} from "../request-space/index.js";
import type { MinimizeOptions } from "./minimize-policy.js";
import type { Removal } from "./removal.js";

/** A rule that is left. */
export interface KeptRule {
  readonly rule: PolicyRule;
  /** The rules of the policy as it was that it is made of. */
  readonly origins: readonly number[];
  readonly config: RequestAuditConfig;
}

export interface ShortenedRules {
  readonly analysis: Analysis;
  /** In the order of the policy. */
  readonly kept: readonly KeptRule[];
  readonly removed: readonly Removal[];
  /** False if the search gave up on some: more could perhaps go. */
  readonly isComplete: boolean;
}

/**
 * Takes out rules and entries that change no decision, from the last to the first. What is looked at has all earlier rules
 * before it, and behind it what is left of the later ones, so that one pass leaves nothing that could go alone: who loses an
 * earlier rule, or an entry of the same, only gets more requests to decide.
 */
export function shortenRules(policy: Policy, options: MinimizeOptions): ShortenedRules {
  const entries = policy.rules.flatMap((rule, index) =>
    [...ruleEntries(rule, index)].map(({ alone }) => alone),
  );
  const analysis = new Analysis([policy], { ...options, reading: "formal" }, { rules: [entries] });
  const pass = new BackwardPass(analysis, auditConfigsOf(policy, analysis.support));
  for (const [index, rule] of [...policy.rules.entries()].reverse()) pass.look(index, rule);
  return { analysis, ...pass.result() };
}

const LISTS = ["nonResourceURLs", "namespaces", "verbs", "userGroups", "users"] as const;

/** A part of a rule, and what is left of the rule without it. */
interface Part {
  readonly path: FieldPath;
  readonly alone: PolicyRule;
  readonly rest?: PolicyRule;
  readonly staysIfRedundant?: boolean;
}

class BackwardPass {
  readonly #analysis: Analysis;
  readonly #configs: readonly RequestAuditConfig[];
  readonly #removed: Removal[] = [];
  #isComplete = true;
  /** From the last to the first, as are the cubes of all of them; `start` is where those of a rule begin. */
  readonly #kept: (KeptRule & { readonly index: number; readonly start: number })[] = [];
  readonly #cubes: Cube[] = [];

  constructor(analysis: Analysis, configs: readonly RequestAuditConfig[]) {
    this.#analysis = analysis;
    this.#configs = configs;
  }

  result(): Omit<ShortenedRules, "analysis"> {
    const kept = this.#kept.map(({ rule, origins, config }) => ({ rule, origins, config })).reverse();
    return { kept, removed: this.#removed, isComplete: this.#isComplete };
  }

  look(index: number, rule: PolicyRule): void {
    // Who says what happens to all other requests says it on purpose; and there is no policy without a rule.
    const isEnd = index === this.#configs.length - 2 && isCatchAll(rule);
    const isOnly = index === 0 && this.#kept.length === 0;
    const whole = { path: `rules[${index}]`, alone: rule, staysIfRedundant: isEnd };
    if (!isOnly && this.#goes(index, whole)) return;
    this.#keep(index, this.#shorten(index, rule));
  }

  #keep(index: number, rule: PolicyRule): void {
    const config = this.#config(index);
    this.#kept.push({ index, rule, origins: [index], config, start: this.#cubes.length });
    this.#cubes.push(...this.#cubesOf(rule, index));
  }

  /** The rule without the entries that can go. Those behind an entry have been looked at, so that its index is still the same. */
  #shorten(index: number, whole: PolicyRule): PolicyRule {
    let rule = whole;
    const at = `rules[${index}]`;
    for (const field of LISTS) {
      for (const [position, value] of [...(rule[field] ?? []).entries()].reverse()) {
        const list = rule[field] ?? [];
        if (list.length === 1) break;
        const rest = { ...rule, [field]: list.toSpliced(position, 1) };
        const part = { path: `${at}.${field}[${position}]`, alone: { ...rule, [field]: [value] }, rest };
        if (this.#goes(index, part)) rule = rest;
      }
    }
    for (const position of [...(rule.resources ?? []).keys()].reverse()) {
      rule = this.#shortenEntry(index, rule, position);
    }
    return rule;
  }

  #shortenEntry(index: number, whole: PolicyRule, position: number): PolicyRule {
    let rule = whole;
    const path = `rules[${index}].resources[${position}]`;
    const entries = whole.resources ?? [];
    const first = entries[position] as GroupResources; // INVARIANT: an index of the list
    const without = { ...rule, resources: entries.toSpliced(position, 1) };
    const asWhole = { path, alone: { ...rule, resources: [first] }, rest: without };
    if (entries.length > 1 && this.#goes(index, asWhole)) return without;
    for (const field of ["resourceNames", "resources"] as const) {
      for (const [inner, value] of [...(first[field] ?? []).entries()].reverse()) {
        const entry = rule.resources?.[position] as GroupResources; // INVARIANT: as above
        const list = entry[field] ?? [];
        if (list.length === 1) break;
        const shorter = { ...entry, [field]: list.toSpliced(inner, 1) };
        const rest = { ...rule, resources: (rule.resources ?? []).with(position, shorter) };
        const alone = { ...rule, resources: [{ ...entry, [field]: [value] }] };
        if (this.#goes(index, { path: `${path}.${field}[${inner}]`, alone, rest })) rule = rest;
      }
    }
    return rule;
  }

  /** Whether a part can go; it is then told of. */
  #goes(index: number, part: Part): boolean {
    const why = this.#reasonToGo(index, part);
    if (why === "unknown") this.#isComplete = false;
    if (!why || why === "unknown") return false;
    this.#removed.push({ rule: index, path: part.path, ...why });
    return true;
  }

  #reasonToGo(
    index: number,
    { alone, rest, staysIfRedundant }: Part,
  ): Pick<Removal, "reason" | "by"> | undefined | "unknown" {
    const analysis = this.#analysis;
    const budget = analysis.budget();
    const requests = regionsOf(analysis.space.roots, this.#cubesOf(alone, index));
    const earlier = analysis.cubesBefore(0, index);
    const reached = analysis.search(requests, [earlier], budget);
    if (reached.found === "unknown") return reached.found;
    if (!reached.found) {
      const why = explainShadow(analysis, index, requests, reached.by, budget);
      return why ? { reason: why.reason, by: why.shadowedBy } : "unknown";
    }
    const outside = [earlier, rangeOf(rest ? this.#cubesOf(rest, index) : [])];
    const left = analysis.search(requests, outside, budget);
    if (left.found === "unknown") return left.found;
    if (!left.found) return { reason: "repeated", by: [index] };
    if (staysIfRedundant) return undefined;
    const isAlike = this.#isDecidedAlike(index, requests, outside, budget);
    if (isAlike !== true) return isAlike || undefined;
    return { reason: "redundant", by: this.#takenBy(requests, outside, budget) };
  }

  /** Whether later rules record the same of some requests; the last take most, so that one of which they do not is found soon. */
  #isDecidedAlike(
    index: number,
    requests: readonly Region[],
    outside: readonly CubeRange[],
    budget: SearchBudget,
  ): boolean | "unknown" {
    const own = this.#config(index);
    for (const { config, regions, between } of this.#later(requests)) {
      if (isSameConfig(own, config) || regions.length === 0) continue;
      const { found } = this.#analysis.search(regions, [...outside, between], budget);
      if (found !== false) return found === "unknown" ? found : false;
    }
    return true;
  }

  #takenBy(
    requests: readonly Region[],
    outside: readonly CubeRange[],
    budget: SearchBudget,
  ): readonly (number | null)[] {
    const rules = [...this.#later(requests)].flatMap(({ index, regions, between }) =>
      this.#analysis.search(regions, [...outside, between], budget).found === false ? [] : [index],
    );
    return rules.reverse();
  }

  /** What later rules match of some requests, and what those before them take; no rule first, then the last. */
  *#later(requests: readonly Region[]): Generator<{
    readonly index: number | null;
    readonly config: RequestAuditConfig;
    readonly regions: readonly Region[];
    readonly between: CubeRange;
  }> {
    const cubes = this.#cubes;
    const end = cubes.length;
    const none = { index: null, config: this.#config(this.#configs.length - 1) };
    yield { ...none, regions: requests, between: { cubes, start: 0, end } };
    for (const [position, { index, config, start }] of this.#kept.entries()) {
      const next = this.#kept[position + 1]?.start ?? end;
      const regions = regionsOf(requests, cubes.slice(start, next));
      yield { index, config, regions, between: { cubes, start: next, end } };
    }
  }

  #config(index: number): RequestAuditConfig {
    return this.#configs[index] as RequestAuditConfig; // INVARIANT: there is one for each rule, and for none
  }

  #cubesOf(rule: PolicyRule, index: number): readonly Cube[] {
    return this.#analysis.space.cubesOf(rule, this.#analysis.support, index);
  }
}

function regionsOf(regions: readonly Region[], cubes: readonly Cube[]): readonly Region[] {
  return regions.flatMap((region) => cubes.flatMap((cube) => intersect(region, cube)));
}
