import { Analysis, rangeOf } from "../analyze/index.js";
import {
  ceilingWins,
  type Diagnostic,
  floorAboveCeiling,
  limitMatchesNothing,
  limitWithoutEffect,
} from "../diagnostics/index.js";
import {
  LEVELS,
  type Level,
  POLICY_API_VERSION,
  POLICY_KIND,
  type Policy,
  type RequestAttributes,
} from "../model/index.js";
import { findPlausible, pickRequest, type Region } from "../request-space/index.js";
import type { LevelLimit, LevelLimits } from "./level-limits.js";
import type { CombineOptions } from "./multiply.js";
import { nameLimit } from "./name-limit.js";

/** What is wrong with limits, whatever policy they are for; requests are those that clusters see. */
export function checkLimits(
  { atLeast = [], atMost = [] }: LevelLimits,
  options: CombineOptions,
): readonly Diagnostic[] {
  const limits = [
    ...atLeast.map((limit) => ({ ...limit, name: nameLimit("at least", limit), least: "None" })),
    ...atMost.map((limit) => ({
      ...limit,
      name: nameLimit("at most", limit),
      least: "RequestResponse",
    })),
  ];
  return new LimitCheck(limits, atLeast.length, options).run();
}

interface NamedLimit extends LevelLimit {
  readonly name: string;
  /** The level that asks for nothing. */
  readonly least: string;
}

const NO_RULES: Policy = { apiVersion: POLICY_API_VERSION, kind: POLICY_KIND, rules: [] };

class LimitCheck {
  readonly #limits: readonly NamedLimit[];
  readonly #floors: number;
  readonly #analysis: Analysis;

  constructor(limits: readonly NamedLimit[], floors: number, options: CombineOptions) {
    this.#limits = limits;
    this.#floors = floors;
    const rules = [limits.map(({ selector }) => selector)];
    this.#analysis = new Analysis([NO_RULES], { ...options, reading: "real-identities" }, { rules });
  }

  run(): readonly Diagnostic[] {
    const single = this.#limits.flatMap((limit, index) => this.#checkOne(limit, index));
    return single.length > 0
      ? single
      : this.#limits.slice(0, this.#floors).flatMap((floor, index) => this.#checkFloor(floor, index));
  }

  #checkOne({ name, level, least }: NamedLimit, index: number): readonly Diagnostic[] {
    if (level === least) return [limitWithoutEffect({ path: "" }, { name, level })];
    return this.#witness(this.#requests(index)) === "none"
      ? [limitMatchesNothing({ path: "" }, { name })]
      : [];
  }

  #checkFloor({ name, level }: NamedLimit, index: number): readonly Diagnostic[] {
    const requests = this.#requests(index);
    const lower = [...this.#limits.entries()].flatMap(([other, ceiling]) => {
      if (other < this.#floors || rank(ceiling.level) >= rank(level)) return [];
      const witness = this.#witness(this.#analysis.matchedBy(LIMITS, other, requests));
      return typeof witness === "string" ? [] : [{ index: other, name: ceiling.name, witness }];
    });
    const [first] = lower;
    if (!first) return [];
    const cubes = lower.flatMap((ceiling) => this.#analysis.space.cubes[LIMITS]?.[ceiling.index] ?? []);
    const isFree = this.#analysis.search(requests, [rangeOf(cubes)], this.#analysis.budget()).found !== false;
    const ceilings = lower.map((ceiling) => ceiling.name);
    const say = isFree ? ceilingWins : floorAboveCeiling;
    return [say({ path: "" }, { floor: name, ceilings }, { witness: first.witness })];
  }

  #requests(index: number): readonly Region[] {
    return this.#analysis.matchedBy(LIMITS, index, this.#analysis.space.roots);
  }

  #witness(regions: readonly Region[]): RequestAttributes | "none" | "unknown" {
    const { space } = this.#analysis;
    const result = this.#analysis.search(regions, [], this.#analysis.budget());
    if (result.found !== true) return result.found === false ? "none" : result.found;
    const outside = [rangeOf(space.impossible)];
    const plausible = findPlausible(space, regions, outside, this.#analysis.budget());
    return pickRequest(space, plausible ?? result.region);
  }
}

/** The list of the analysis behind that of the policy. */
const LIMITS = 1;

function rank(level: Level): number {
  return LEVELS.indexOf(level);
}
