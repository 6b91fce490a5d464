import {
  atomsOf,
  type Cube,
  dimensionsOf,
  dimensionsOfSpace,
  indexesOf,
  NAME,
  NAMESPACE,
  PATH,
  type Region,
  type SearchBudget,
  setAtoms,
  setGroup,
  TARGET,
  USER,
  VERB,
} from "../request-space/index.js";
import { type Analysis, rangeOf, searchRegions } from "./analysis.js";
import { overlapBox, type RequestBox } from "./request-box.js";

/** All requests there are taken to be. */
export interface Universe {
  readonly roots: readonly Region[];
  /** Of the roots, those that do not occur. */
  readonly impossible: readonly Cube[];
}

/** What is to hold of every request of a box. */
export interface Uniformity {
  readonly analysis: Analysis;
  readonly universe: Universe;
  /** By policy: the rules that are not to apply, the index behind the last for no rule. */
  readonly unwanted: readonly (readonly number[])[];
  readonly budget: SearchBudget;
}

/** What is made larger first: what a reader would rather not be told of. */
const ORDER = [NAME, NAMESPACE, VERB, TARGET, PATH];

/**
 * The box made as large as it goes while no request that occurs in it is decided otherwise. All users come first, so that
 * what holds for anyone is said that way.
 */
export function growBox(start: RequestBox, uniformity: Uniformity): RequestBox {
  const growth = new Growth(uniformity);
  let box = growth.widen(start, USER);
  // Without the groups, more users may belong there.
  box = growth.widen(growth.dropGroups(box), USER);
  box = growth.addWithoutUser(box);
  const dimensions = dimensionsOf(start.region);
  for (const dimension of ORDER.filter((one) => dimensions.includes(one))) box = growth.widen(box, dimension);
  return box;
}

class Growth {
  readonly #uniformity: Uniformity;

  constructor(uniformity: Uniformity) {
    this.#uniformity = uniformity;
  }

  /** Adds to a dimension all atoms of which no request is decided otherwise. */
  widen(box: RequestBox, dimension: number): RequestBox {
    const own = atomsOf(box.region, dimension);
    const size = dimensionsOfSpace(this.#uniformity.analysis.space)[dimension]?.size ?? 0;
    let more = Array.from({ length: size }, (_, atom) => atom).filter((atom) => !own.includes(atom));
    while (more.length > 0) {
      const region = setAtoms(box.region, dimension, more);
      const other = this.#findOther({ region, withoutUser: box.withoutUser && dimension !== USER });
      if (other === "unknown") return box;
      if (!other) break;
      // INVARIANT: whatever a request of the other region has in this dimension, there is such a request.
      const bad = new Set(atomsOf(other, dimension));
      more = more.filter((atom) => !bad.has(atom));
    }
    const isWhole = own.length + more.length === size;
    const added = isWhole ? more : this.#occurring(box, dimension, more);
    return { ...box, region: setAtoms(box.region, dimension, [...own, ...added]) };
  }

  /** Those of the atoms that requests of the box can have: the others would be told of without a reason. */
  #occurring(box: RequestBox, dimension: number, atoms: readonly number[]): readonly number[] {
    const { universe, budget } = this.#uniformity;
    const occurring: number[] = [];
    for (let left = atoms; left.length > 0; ) {
      const region = setAtoms(box.region, dimension, left);
      const some = { region, withoutUser: box.withoutUser && dimension !== USER };
      const regions = universe.roots.flatMap((root) => overlapBox(root, some) ?? []);
      const result = searchRegions(regions, [rangeOf(universe.impossible)], budget);
      if (result.found !== true) break;
      const found = new Set(atomsOf(result.region, dimension));
      occurring.push(...found);
      left = left.filter((atom) => !found.has(atom));
    }
    return occurring;
  }

  /** Leaves out of what is said of groups all that makes no difference. */
  dropGroups(start: RequestBox): RequestBox {
    let box = start;
    const { required, forbidden } = start.region;
    for (const [bits, isIn] of [
      [required, true],
      [forbidden, false],
    ] as const) {
      for (const group of indexesOf(bits)) {
        const opposite = { region: setGroup(box.region, group, !isIn), withoutUser: false };
        if (this.#findOther(opposite)) continue;
        box = { ...box, region: setGroup(box.region, group, undefined) };
      }
    }
    return box;
  }

  addWithoutUser(box: RequestBox): RequestBox {
    const added = { region: setAtoms(box.region, USER, []), withoutUser: true };
    const isInGroup = box.region.required.some((word) => word !== 0);
    return isInGroup || this.#findOther(added) ? box : { ...box, withoutUser: true };
  }

  /** Requests of a box that are decided otherwise. */
  #findOther(box: RequestBox): Region | "unknown" | undefined {
    const { analysis, universe, unwanted, budget } = this.#uniformity;
    const regions = universe.roots.flatMap((root) => overlapBox(root, box) ?? []);
    for (const [policy, rules] of unwanted.entries()) {
      for (const rule of rules) {
        const matched = analysis.matchedBy(policy, rule, regions);
        if (matched.length === 0) continue;
        const outside = [analysis.cubesBefore(policy, rule), rangeOf(universe.impossible)];
        const result = searchRegions(matched, outside, budget);
        if (result.found === "unknown") return result.found;
        if (result.found) return result.region;
      }
    }
    return undefined;
  }
}
