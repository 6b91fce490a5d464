import {
  Analysis,
  type AnalysisOptions,
  isSameConfig,
  type RequestAuditConfig,
  rangeOf,
} from "../analyze/index.js";
import type { RequestAttributes } from "../model/index.js";
import { pickRequest, type Region, type SearchBudget } from "../request-space/index.js";
import type { ArrangedRule } from "./arrange-pairs.js";
import type { Layer } from "./layer.js";
import { policyOfSelectors } from "./policy-of-layer.js";

/**
 * Proves of rules that the first which takes a request says of it what two layers say together, and that there is one. Else it
 * finds a request of which something else is said, or gives up.
 *
 * Of each rule all pairs of rules are looked at that may apply to what it takes. Nothing is taken from how it came about but where
 * to look: that it takes nothing which its own pair does not, and that what an earlier rule of a layer takes is gone, is searched
 * for as well, and spares looking at most of the pairs.
 */
export function proveProduct<A, B>(
  rules: readonly ArrangedRule[],
  layers: readonly [a: Layer<A>, b: Layer<B>],
  combine: (a: A, b: B) => RequestAuditConfig,
  options: AnalysisOptions,
): RequestAttributes | "proved" | "unknown" {
  return new ProductProof(rules, layers, combine, options).run();
}

/** The lists of the analysis. */
const RULES = 0;
const LISTS = [1, 2] as const;

class ProductProof<A, B> {
  readonly #rules: readonly ArrangedRule[];
  readonly #layers: readonly [Layer<A>, Layer<B>];
  readonly #combine: (a: A, b: B) => RequestAuditConfig;
  readonly #analysis: Analysis;
  /** By layer and rule of it: how many of the rules take all that it does; all and none if they do not. */
  readonly #goneAfter: readonly (readonly number[])[];

  constructor(
    rules: readonly ArrangedRule[],
    layers: readonly [Layer<A>, Layer<B>],
    combine: (a: A, b: B) => RequestAuditConfig,
    options: AnalysisOptions,
  ) {
    this.#rules = rules;
    this.#layers = layers;
    this.#combine = combine;
    const policies = [rules, ...layers].map(policyOfSelectors);
    this.#analysis = new Analysis(policies, { ...options, reading: "formal" });
    this.#goneAfter = LISTS.map(
      (list, side) => layers[side]?.map((_, index) => this.#findEnd(list, side, index)) ?? [],
    );
  }

  run(): RequestAttributes | "proved" | "unknown" {
    const { space } = this.#analysis;
    const rest = this.#search(space.roots, this.#rules.length, [], this.#analysis.budget());
    if (rest !== "proved") return rest;
    for (const [index, rule] of this.#rules.entries()) {
      const found = this.#checkRule(index, rule);
      if (found !== "proved") return found;
    }
    return "proved";
  }

  #checkRule(index: number, { value, rules }: ArrangedRule): RequestAttributes | "proved" | "unknown" {
    const analysis = this.#analysis;
    const budget = analysis.budget();
    const requests = analysis.matchedBy(RULES, index, analysis.space.roots);
    const [lastA, lastB] = LISTS.map((list, side) => this.#lastOf(list, side, rules[side] ?? 0, requests));
    for (let i = 0; i <= (lastA ?? 0); i++) {
      const a = this.#layers[0][i];
      if (!a || (this.#goneAfter[0]?.[i] ?? 0) <= index) continue;
      const ofA = analysis.matchedBy(LISTS[0], i, requests);
      for (let j = 0; ofA.length > 0 && j <= (lastB ?? 0); j++) {
        const b = this.#layers[1][j];
        if (
          !b ||
          (this.#goneAfter[1]?.[j] ?? 0) <= index ||
          isSameConfig(this.#combine(a.value, b.value), value)
        )
          continue;
        const found = this.#search(analysis.matchedBy(LISTS[1], j, ofA), index, [i, j], budget);
        if (found !== "proved") return found;
      }
    }
    return "proved";
  }

  /** A request of some regions that none of the first rules takes, nor a rule of either layer before one. */
  #search(
    regions: readonly Region[],
    rules: number,
    before: readonly number[],
    budget: SearchBudget,
  ): RequestAttributes | "proved" | "unknown" {
    const analysis = this.#analysis;
    const outside = before.map((index, side) => analysis.cubesBefore(LISTS[side] ?? 0, index));
    const result = analysis.search(regions, [analysis.cubesBefore(RULES, rules), ...outside], budget);
    if (result.found === true) return pickRequest(analysis.space, result.region);
    return result.found === false ? "proved" : result.found;
  }

  /** The last rule of a layer that may apply to some requests: the one that is said to, if it takes all of them. */
  #lastOf(list: number, side: number, index: number, requests: readonly Region[]): number {
    const own = rangeOf(this.#analysis.space.cubes[list]?.[index] ?? []);
    const isWithin = this.#analysis.search(requests, [own], this.#analysis.budget()).found === false;
    return isWithin ? index : (this.#layers[side]?.length ?? 0) - 1;
  }

  #findEnd(list: number, side: number, index: number): number {
    const analysis = this.#analysis;
    const end = this.#rules.findLastIndex(({ rules }) => rules[side] === index) + 1;
    const requests = analysis.matchedBy(list, index, analysis.space.roots);
    const { found } = analysis.search(requests, [analysis.cubesBefore(RULES, end)], analysis.budget());
    return found === false ? end : Number.POSITIVE_INFINITY;
  }
}
