import {
  Analysis,
  type AnalysisOptions,
  isSameConfig,
  type RequestAuditConfig,
  rangeOf,
} from "../analyze/index.js";
import type { RequestAttributes, RequestSelector } from "../model/index.js";
import { type Cube, intersectAll, pickRequest, type Region } from "../request-space/index.js";
import type { Layer, LayerRule } from "./layer.js";
import type { Pair } from "./multiply-layers.js";
import { policyOfSelectors } from "./policy-of-layer.js";
import { refuseOverlap } from "./refuse-overlap.js";

/** A rule that takes the requests of a pair, or some of them. */
export interface ArrangedRule extends Pick<Pair, "rules" | "value"> {
  readonly selector: RequestSelector;
}

/**
 * Makes rules of pairs, so that for each request the first that takes it says what its pair says.
 *
 * Where each pair is one rule, their order is that of the pairs. Where one would have to ask for two groups at once, rules are
 * tried that ask for one, each as soon as all that it takes is said the same of; they then stand where they may, and further
 * pairs behind them. To put such a rule in place never hinders another one, so that what is found by trying is all that can be.
 *
 * @throws NotComposableError if some requests are left over, or the search gives up.
 */
export function arrangePairs<A, B>(
  a: Layer<A>,
  b: Layer<B>,
  pairs: readonly Pair[],
  decidersOf: (request: RequestAttributes) => readonly LayerRule<unknown>[],
  options: AnalysisOptions,
): readonly ArrangedRule[] {
  if (pairs.every(({ meeting }) => meeting.isExact)) {
    return pairs.flatMap(({ rules, value, meeting }) =>
      meeting.forms.map((selector) => ({ rules, value, selector })),
    );
  }
  const arrangement = new Arrangement(a, b, pairs, options);
  for (const pair of pairs) arrangement.place(pair);
  const left = arrangement.firstLeft();
  if (left) {
    const witness = arrangement.witness(left);
    throw refuseOverlap(witness ? decidersOf(witness) : [], witness);
  }
  return arrangement.rules;
}

class Arrangement {
  readonly rules: ArrangedRule[] = [];
  readonly #pairs: readonly Pair[];
  readonly #analysis: Analysis;
  /** What the rules that are in place take. */
  readonly #taken: Cube[] = [];
  /** Pairs of which something is left that no rule takes. */
  #waiting: readonly Pair[] = [];
  /** Why a rule is not in place: requests of which something else is said, and how much was taken when that was found. */
  readonly #obstacles = new Map<string, { readonly regions: readonly Region[]; readonly since: number }>();

  constructor(a: Layer<unknown>, b: Layer<unknown>, pairs: readonly Pair[], options: AnalysisOptions) {
    this.#pairs = pairs;
    const forms = pairs.flatMap(formsOf);
    this.#analysis = new Analysis(
      [a, b].map(policyOfSelectors),
      { ...options, reading: "formal" },
      { rules: [forms] },
    );
  }

  /** Puts what can be said of a pair in place, and then of those that wait, as long as anything comes of it. */
  place(pair: Pair): void {
    this.#tryForms(pair);
    if (this.#isLeft(pair)) this.#waiting = [...this.#waiting, pair];
    for (let count = -1; count !== this.rules.length; ) {
      count = this.rules.length;
      this.#waiting = this.#waiting.filter((one) => !this.#tryForms(one) || this.#isLeft(one));
    }
  }

  /** One of which something is left; where others wait for it, it is in their way. */
  firstLeft(): Pair | undefined {
    const left = this.#waiting.filter((pair) => this.#isLeft(pair));
    return left.find(({ meeting }) => !meeting.isExact) ?? left[0];
  }

  witness(pair: Pair): RequestAttributes | undefined {
    const [region] = this.#find(pair, this.#analysis.space.roots);
    return region && pickRequest(this.#analysis.space, region);
  }

  /** Whether a rule for the pair could be put in place, or several. */
  #tryForms(pair: Pair): boolean {
    const { rules, value, meeting } = pair;
    const count = this.rules.length;
    for (const selector of formsOf(pair)) {
      // What it takes and earlier rules do not is its own, or that of a pair that waits.
      const others = meeting.isExact ? this.#waiting : this.#pairs;
      if (this.#isInPlace(selector, value, others)) this.#put({ rules, value, selector });
      if (meeting.isExact && this.#waiting.length === 0) break;
    }
    return this.rules.length > count;
  }

  #isLeft(pair: Pair): boolean {
    return this.#find(pair, this.#analysis.space.roots).length > 0;
  }

  #put(rule: ArrangedRule): void {
    this.rules.push(rule);
    this.#taken.push(...this.#cubesOf(rule.selector));
  }

  /** Whether a rule may come next: it takes something, and nothing of which one of the pairs says something else. */
  #isInPlace(selector: RequestSelector, value: RequestAuditConfig, others: readonly Pair[]): boolean {
    const name = JSON.stringify([selector, value]);
    const obstacle = this.#obstacles.get(name);
    if (obstacle && !this.#isTakenSince(obstacle)) return false;
    const requests = intersectAll(this.#analysis.space.roots, this.#cubesOf(selector));
    const taken = [rangeOf(this.#taken)];
    if (this.#analysis.search(requests, taken, this.#analysis.budget()).found !== true) return false;
    for (const other of others) {
      if (isSameConfig(other.value, value)) continue;
      const regions = this.#find(other, requests);
      if (regions.length === 0) continue;
      this.#obstacles.set(name, { regions, since: this.#taken.length });
      return false;
    }
    return true;
  }

  #isTakenSince({
    regions,
    since,
  }: {
    readonly regions: readonly Region[];
    readonly since: number;
  }): boolean {
    return intersectAll(regions, this.#taken, since).length > 0;
  }

  /** Of some regions, requests to which the rules of a pair apply, and which no rule takes yet. */
  #find({ rules: [i, j] }: Pair, regions: readonly Region[]): readonly Region[] {
    const analysis = this.#analysis;
    const requests = analysis.matchedBy(1, j, analysis.matchedBy(0, i, regions));
    if (requests.length === 0) return [];
    const outside = [analysis.cubesBefore(0, i), analysis.cubesBefore(1, j), rangeOf(this.#taken)];
    const result = analysis.search(requests, outside, analysis.budget());
    // What is not known is taken to be there: then nothing is put in place that could be wrong.
    if (result.found === "unknown") return requests;
    return result.found ? [result.region] : [];
  }

  #cubesOf(selector: RequestSelector): readonly Cube[] {
    return this.#analysis.space.cubesOf(selector, this.#analysis.support, -1);
  }
}

/** A pair that waits may be let in by one of its groups before the others. */
function formsOf({ meeting: { forms } }: Pair): readonly RequestSelector[] {
  return forms.flatMap((form) => {
    const { userGroups = [] } = form;
    return userGroups.length > 1
      ? [form, ...userGroups.map((group) => ({ ...form, userGroups: [group] }))]
      : [form];
  });
}
