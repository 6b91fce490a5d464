import {
  type Cube,
  countShared,
  dimensionsOf,
  hasBit,
  type Region,
  withAtoms,
  withoutAtoms,
  withoutGroups,
} from "./region.js";

/** What a search may cost, over all searches that share it: how many times a cube is looked at. */
export interface SearchBudget {
  left: number;
}

/** Whether some requests of a region are in none of the cubes. */
export type CoverResult =
  /** None of these requests is in any of the cubes. */
  | { readonly covered: false; readonly region: Region }
  /** Every request is in one of these cubes, given by their indexes; others may be left out. */
  | { readonly covered: true; readonly by: ReadonlySet<number> }
  /** The budget is used up. */
  | { readonly covered: "unknown" };

/**
 * Looks for requests of a region that no cube takes.
 *
 * A cube that the region lies in whole is a proof; one that it does not meet is out of the way. Where a request can avoid a
 * cube in one dimension only, it has to. Else the cube that is hardest to avoid is avoided in one dimension after the other,
 * the widest first, and what is looked at later lies inside the cube in those before, so that nothing is looked at twice.
 */
export function findUncovered(region: Region, cubes: readonly Cube[], budget: SearchBudget): CoverResult {
  const { kind, hasUser } = region;
  const live = [...cubes.keys()].filter((index) => {
    const cube = cubes[index];
    return cube?.kind === kind && (cube.hasUser ?? hasUser) === hasUser;
  });
  const by = new Set<number>();
  const found = new Search(cubes, by, budget).run(region, live);
  if (found === "unknown") return { covered: "unknown" };
  return found ? { covered: false, region: found } : { covered: true, by };
}

/** The way around a cube that is not one of the dimensions: to be in none of its groups. */
const GROUPS = -1;

class Search {
  readonly #cubes: readonly Cube[];
  readonly #by: Set<number>;
  readonly #budget: SearchBudget;

  constructor(cubes: readonly Cube[], by: Set<number>, budget: SearchBudget) {
    this.#cubes = cubes;
    this.#by = by;
    this.#budget = budget;
  }

  /** The part of the region that is left; undefined if there is none. */
  run(start: Region, cubes: readonly number[]): Region | "unknown" | undefined {
    let region = start;
    let live = cubes;
    let hardest = -1;
    for (let changed = true; changed; ) {
      changed = false;
      hardest = -1;
      let fewest = Number.POSITIVE_INFINITY;
      const kept: number[] = [];
      this.#budget.left -= live.length;
      if (this.#budget.left < 0) return "unknown";
      for (const index of live) {
        const cube = this.#cubes[index] as Cube; // INVARIANT: an index of the list
        const ways = waysAround(region, cube);
        if (ways === undefined) continue;
        if (ways.count === 0) {
          this.#by.add(index);
          return undefined;
        }
        if (ways.count === 1) {
          this.#by.add(index);
          region = avoid(region, cube, ways.last);
          changed = true;
          continue;
        }
        kept.push(index);
        if (ways.count < fewest) {
          fewest = ways.count;
          hardest = index;
        }
      }
      live = kept;
    }
    const cube = this.#cubes[hardest];
    if (!cube) return region;
    return this.#branch(
      region,
      cube,
      hardest,
      live.filter((index) => index !== hardest),
    );
  }

  #branch(start: Region, cube: Cube, index: number, live: readonly number[]): Region | "unknown" | undefined {
    this.#by.add(index);
    let region = start;
    for (const way of waysByWidth(region, cube)) {
      const found = this.run(avoid(region, cube, way), live);
      if (found) return found;
      const atoms = way === GROUPS ? undefined : cube.sets[way];
      // To be in none of its groups is looked at last: what is inside of it then needs no looking at.
      if (atoms) region = withAtoms(region, way, atoms);
    }
    return undefined;
  }
}

/** In how many ways a request of the region may avoid the cube, and the last of them; undefined if each does. */
function waysAround(
  region: Region,
  cube: Cube,
): { readonly count: number; readonly last: number } | undefined {
  let count = 0;
  let last = GROUPS;
  for (const dimension of dimensionsOf(region)) {
    const atoms = cube.sets[dimension];
    if (!atoms) continue;
    const shared = countShared(region.bits[dimension] as Uint32Array, atoms); // INVARIANT: one for each dimension
    if (shared === 0) return undefined;
    if (shared < (region.counts[dimension] ?? 0)) {
      count++;
      last = dimension;
    }
  }
  const { groups } = cube;
  if (!groups || !region.hasUser || groups.some((group) => hasBit(region.required, group)))
    return { count, last };
  if (groups.every((group) => hasBit(region.forbidden, group))) return undefined;
  return { count: count + 1, last: GROUPS };
}

/** The dimensions in which a request can avoid the cube, the one that leaves most first, and its groups last. */
function waysByWidth(region: Region, cube: Cube): readonly number[] {
  const ways = dimensionsOf(region).flatMap((dimension) => {
    const atoms = cube.sets[dimension];
    const bits = region.bits[dimension];
    if (!atoms || !bits) return [];
    const outside = (region.counts[dimension] ?? 0) - countShared(bits, atoms);
    return outside > 0 ? [{ dimension, outside }] : [];
  });
  const inGroup =
    !cube.groups || !region.hasUser || cube.groups.some((group) => hasBit(region.required, group));
  return [
    ...ways.sort((a, b) => b.outside - a.outside).map(({ dimension }) => dimension),
    ...(inGroup ? [] : [GROUPS]),
  ];
}

function avoid(region: Region, cube: Cube, way: number): Region {
  if (way === GROUPS) return withoutGroups(region, cube.groups ?? new Int32Array());
  return withoutAtoms(region, way, cube.sets[way] ?? new Int32Array());
}
