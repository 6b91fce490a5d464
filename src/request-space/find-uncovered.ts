import type { Atoms } from "./dimension.js";
import {
  type Cube,
  countShared,
  hasBit,
  isLookedAt,
  type Region,
  type Side,
  withAtoms,
  withoutAtoms,
  withoutGroups,
} from "./region.js";

/** What a search may cost, over all searches that share it: how many times a cube is looked at. */
export interface SearchBudget {
  left: number;
}

/** Some cubes of a list: from one index on, and before another. */
export interface CubeRange {
  readonly cubes: readonly Cube[];
  readonly start: number;
  readonly end: number;
}

/** Whether some requests of a region are in none of the cubes. */
export type CoverResult =
  /** None of these requests is in any of the cubes. */
  | { readonly covered: false; readonly region: Region }
  /** Every request is in one of these cubes; others may be left out. */
  | { readonly covered: true; readonly by: ReadonlySet<Cube> }
  /** The budget is used up. */
  | { readonly covered: "unknown" };

/**
 * Looks for requests of a region that no cube takes.
 *
 * A cube that the region lies in whole is a proof; one that it does not meet is out of the way. Where a request can avoid a
 * cube in one dimension only, it has to. Else the cube that is hardest to avoid is avoided in one dimension after the other,
 * the widest first, and what is looked at later lies inside the cube in those before, so that nothing is looked at twice.
 */
export function findUncovered(
  region: Region,
  ranges: readonly CubeRange[],
  budget: SearchBudget,
): CoverResult {
  const { kind, hasUser } = region;
  const live: Cube[] = [];
  for (const { cubes, start, end } of ranges) {
    for (let index = start; index < end; index++) {
      const cube = cubes[index];
      if (cube?.kind === kind && (cube.hasUser ?? hasUser) === hasUser) live.push(cube);
    }
  }
  const by = new Set<Cube>();
  const found = new Search(by, budget).run(region, live);
  if (found === "unknown") return { covered: "unknown" };
  return found ? { covered: false, region: found } : { covered: true, by };
}

/** The way around a cube that is not one of the dimensions: to be in none of its groups. */
const GROUPS = -1;

class Search {
  readonly #by: Set<Cube>;
  readonly #budget: SearchBudget;

  constructor(by: Set<Cube>, budget: SearchBudget) {
    this.#by = by;
    this.#budget = budget;
  }

  /** The part of the region that is left; undefined if there is none. The list of cubes is used up. */
  run(start: Region, live: Cube[]): Region | "unknown" | undefined {
    const region = new OwnRegion(start);
    let hardest = -1;
    for (let changed = true; changed; ) {
      changed = false;
      hardest = -1;
      let fewest = Number.POSITIVE_INFINITY;
      let kept = 0;
      this.#budget.left -= live.length;
      if (this.#budget.left < 0) return "unknown";
      for (const cube of live) {
        const ways = waysAround(region, cube);
        if (ways === NOT_MET) continue;
        if (ways === INSIDE) {
          this.#by.add(cube);
          return undefined;
        }
        const count = ways >> 3;
        if (count === 1) {
          this.#by.add(cube);
          region.avoid(cube, (ways & 7) - 1);
          changed = true;
          continue;
        }
        if (count < fewest) {
          fewest = count;
          hardest = kept;
        }
        live[kept++] = cube;
      }
      live.length = kept;
    }
    const [cube] = live.splice(hardest, hardest === -1 ? 0 : 1);
    return cube ? this.#branch(region, cube, live) : region;
  }

  #branch(start: Region, cube: Cube, live: readonly Cube[]): Region | "unknown" | undefined {
    this.#by.add(cube);
    let region = start;
    for (const { dimension, atoms } of sidesByWidth(region, cube)) {
      const found = this.run(withoutAtoms(region, dimension, atoms), [...live]);
      if (found) return found;
      region = withAtoms(region, dimension, atoms);
    }
    // To be in none of its groups is looked at last: what is inside of it then needs no looking at.
    return isInGroup(region, cube)
      ? undefined
      : this.run(withoutGroups(region, cube.groups ?? new Int32Array()), [...live]);
  }
}

/** What `waysAround` says where there is no way to be in the cube, or none to avoid it. */
const NOT_MET = -1;
const INSIDE = 0;

/** In how many ways a request of the region may avoid the cube, times 8; and the last of them, a dimension, plus 1. */
function waysAround(region: Region, { sides, groups }: Cube): number {
  const { bits, counts, hasUser } = region;
  let ways = INSIDE;
  for (let index = 0; index < sides.length; index++) {
    const { dimension, atoms } = sides[index] as Side; // INVARIANT: an index of the list
    if (!isLookedAt(region, dimension)) continue;
    const shared = countShared(bits[dimension] as Uint32Array, atoms); // INVARIANT: one for each dimension
    if (shared === 0) return NOT_MET;
    if (shared < (counts[dimension] ?? 0)) ways = ((ways >> 3) + 1) * 8 + dimension + 1;
  }
  if (!groups || !hasUser) return ways;
  let isForbidden = true;
  for (const group of groups) {
    if (hasBit(region.required, group)) return ways;
    isForbidden &&= hasBit(region.forbidden, group);
  }
  return isForbidden ? NOT_MET : ((ways >> 3) + 1) * 8 + GROUPS + 1;
}

/** The dimensions in which a request can avoid the cube, the one that leaves most first. */
function sidesByWidth(region: Region, cube: Cube): readonly Side[] {
  return cube.sides
    .flatMap((side) => {
      const bits = region.bits[side.dimension];
      if (!bits || !isLookedAt(region, side.dimension)) return [];
      const outside = (region.counts[side.dimension] ?? 0) - countShared(bits, side.atoms);
      return outside > 0 ? [{ side, outside }] : [];
    })
    .sort((a, b) => b.outside - a.outside)
    .map(({ side }) => side);
}

function isInGroup({ hasUser, required }: Region, { groups }: Cube): boolean {
  return !groups || !hasUser || groups.some((group) => hasBit(required, group));
}

/** A region of which atoms are taken away in place, and which shares with another what has not changed. */
class OwnRegion implements Region {
  readonly kind: Region["kind"];
  readonly hasUser: boolean;
  readonly bits: Uint32Array[];
  readonly counts: number[];
  readonly required: Uint32Array;
  forbidden: Uint32Array;
  /** One bit for each dimension whose atoms are its own. */
  #owned = 0;

  constructor({ kind, hasUser, bits, counts, required, forbidden }: Region) {
    this.kind = kind;
    this.hasUser = hasUser;
    this.bits = [...bits];
    this.counts = [...counts];
    this.required = required;
    this.forbidden = forbidden;
  }

  /** Leaves the requests that avoid the cube in one way. */
  avoid({ sides, groups }: Cube, way: number): void {
    if (way === GROUPS) {
      this.forbidden = withoutGroups(this, groups ?? new Int32Array()).forbidden;
      return;
    }
    for (const { dimension, atoms } of sides) {
      if (dimension === way) this.#take(dimension, atoms);
    }
  }

  #take(dimension: number, atoms: Atoms): void {
    const shared = this.bits[dimension] ?? new Uint32Array();
    const bits = this.#owned & (1 << dimension) ? shared : Uint32Array.from(shared);
    this.#owned |= 1 << dimension;
    this.bits[dimension] = bits;
    let count = this.counts[dimension] ?? 0;
    for (const atom of atoms) {
      if (!hasBit(bits, atom)) continue;
      bits[atom >>> 5] = (bits[atom >>> 5] ?? 0) & ~(1 << (atom & 31));
      count--;
    }
    this.counts[dimension] = count;
  }
}
