import { invariant } from "../diagnostics/index.js";
import { compileEvaluator, type Evaluator, evaluate } from "../evaluate/index.js";
import { NEWEST_KUBERNETES, type PolicySupport, policySupport } from "../kubernetes/index.js";
import type { Policy, RequestAttributes, RequestSelector } from "../model/index.js";
import {
  ASSUMPTIONS_OF,
  type Assumption,
  type Cube,
  type CubeRange,
  createRequestSpace,
  findUncovered,
  intersectAll,
  pickRequest,
  type Reading,
  type Region,
  type RequestSpace,
  type SearchBudget,
} from "../request-space/index.js";
import { requireRelease } from "../validate/index.js";

/** What an answer is about, and what it may cost. */
export interface AnalysisOptions {
  /** The API server's release, `1.30` or `1.30.4`; the newest if not given. */
  readonly kubernetesVersion?: string | undefined;
  /** What requests there are taken to be; if not given, `formal`, and for `comparePolicies` `real-identities`. */
  readonly reading?: Reading | undefined;
  /**
   * What one answer may cost: how many times a part of a rule is looked at; 20,000,000 if not given, about a second. The
   * questions are coNP-hard, so that some policy goes beyond any limit; what is not found within it is unknown.
   */
  readonly limit?: number | undefined;
}

export const LIMIT = 20_000_000;

interface AnalysisDetails {
  /** Further lists of rules, as the release of the policies reads them; they follow the policies. */
  readonly rules?: readonly (readonly RequestSelector[])[];
  /** Further lists of requests that are to be told apart, as today's API server reads them; they come last. */
  readonly selectors?: readonly (readonly RequestSelector[])[];
  readonly assumptions?: readonly Assumption[];
}

const NEWEST = policySupport(NEWEST_KUBERNETES);

export type SearchResult =
  | { readonly found: true; readonly region: Region }
  /** There is none: each is in one of these cubes, those of impossible requests among them; others may be left out. */
  | { readonly found: false; readonly by: ReadonlySet<Cube> }
  | { readonly found: "unknown" };

/** Some policies, the requests that they tell apart, and searches among these. */
export class Analysis {
  readonly policies: readonly Policy[];
  readonly support: PolicySupport;
  readonly space: RequestSpace;
  readonly #limit: number;
  readonly #kubernetesVersion: string | undefined;
  #evaluate: Evaluator | undefined;
  readonly #lists: readonly CubeList[];

  constructor(
    policies: readonly Policy[],
    { kubernetesVersion, reading = "formal", limit = LIMIT }: AnalysisOptions,
    { rules = [], selectors = [], assumptions = ASSUMPTIONS_OF[reading] }: AnalysisDetails = {},
  ) {
    this.policies = policies;
    this.support = policySupport(requireRelease(kubernetesVersion));
    this.space = createRequestSpace(
      [
        ...[...policies.map((policy) => policy.rules), ...rules].map((list) => ({
          selectors: list,
          support: this.support,
        })),
        ...selectors.map((list) => ({ selectors: list, support: NEWEST })),
      ],
      assumptions,
    );
    this.#limit = limit;
    this.#kubernetesVersion = kubernetesVersion;
    this.#lists = this.space.cubes.map(listCubes);
  }

  /** What the search for one answer may cost. */
  budget(): SearchBudget {
    return { left: this.#limit };
  }

  /** What a rule matches of some regions; behind the last rule, all of them. */
  matchedBy(list: number, rule: number, regions: readonly Region[]): readonly Region[] {
    const cubes = this.space.cubes[list]?.[rule];
    if (!cubes) return regions;
    return intersectAll(regions, cubes);
  }

  /** The cubes of the rules before one; from another one on, if that is given. */
  cubesBefore(list: number, rule: number, from = 0): CubeRange {
    const { cubes, starts } = this.#lists[list] ?? { cubes: [], starts: [] };
    return { cubes, start: starts[from] ?? 0, end: starts[rule] ?? 0 };
  }

  /** The cubes of some rules. */
  cubesOf(list: number, rules: readonly number[]): CubeRange {
    return rangeOf(rules.flatMap((rule) => this.space.cubes[list]?.[rule] ?? []));
  }

  /** A request of a region to which a rule of the first policy applies; it is held against `evaluate`. */
  pickDecidedBy(rule: number | null, region: Region): RequestAttributes {
    const request = pickRequest(this.space, region);
    const [policy] = this.policies;
    invariant(policy, "there is a policy");
    this.#evaluate ??= evaluatorOf(policy, this.#kubernetesVersion);
    const applied = this.#evaluate(request).rule;
    invariant(
      applied === rule,
      `rules[${rule}] and not rules[${applied}] applies to ${JSON.stringify(request)}`,
    );
    return request;
  }

  /** A possible request of the regions that is in none of the cubes. */
  search(regions: readonly Region[], outside: readonly CubeRange[], budget: SearchBudget): SearchResult {
    return searchRegions(regions, [...outside, rangeOf(this.space.impossible)], budget);
  }
}

/** A request of the regions that is in none of the cubes. */
export function searchRegions(
  regions: readonly Region[],
  outside: readonly CubeRange[],
  budget: SearchBudget,
): SearchResult {
  const by = new Set<Cube>();
  for (const region of regions) {
    const result = findUncovered(region, outside, budget);
    if (result.covered === "unknown") return { found: "unknown" };
    if (!result.covered) return { found: true, region: result.region };
    for (const cube of result.by) by.add(cube);
  }
  return { found: false, by };
}

/** All of some cubes. */
export function rangeOf(cubes: readonly Cube[]): CubeRange {
  return { cubes, start: 0, end: cubes.length };
}

/** The reference, or of many rules the compiled evaluator, which is held against it and looks at few of them. */
function evaluatorOf(policy: Policy, kubernetesVersion: string | undefined): Evaluator {
  if (policy.rules.length > 200) return compileEvaluator(policy, { kubernetesVersion });
  return (request) => evaluate(policy, request, { kubernetesVersion });
}

interface CubeList {
  readonly cubes: readonly Cube[];
  /** By rule, and one more: where its cubes begin. */
  readonly starts: readonly number[];
}

function listCubes(cubesOfRules: readonly (readonly Cube[])[]): CubeList {
  const starts = [0];
  for (const cubes of cubesOfRules) starts.push((starts.at(-1) ?? 0) + cubes.length);
  return { cubes: cubesOfRules.flat(), starts };
}
