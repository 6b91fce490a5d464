import type { Atoms } from "./dimension.js";

/** A request is for an API resource, or for any other path. */
export type Kind = "resource" | "path";

/** The dimensions, but for the groups of the user, of which a request has any number. */
export const USER = 0;
export const VERB = 1;
export const NAMESPACE = 2;
export const TARGET = 3;
export const NAME = 4;
export const PATH = 5;
/** Which of them a request has. */
export const DIMENSIONS: Readonly<Record<Kind, readonly number[]>> = {
  resource: [USER, VERB, NAMESPACE, TARGET, NAME],
  path: [USER, VERB, PATH],
};
export const DIMENSION_COUNT = 6;

/** What a rule takes: in each dimension some atoms, or all. A rule is the union of a few cubes. */
export interface Cube {
  readonly kind: Kind;
  /** It takes no request without a user. */
  readonly needsUser: boolean;
  /** By dimension; absent for all atoms. */
  readonly sets: readonly (Atoms | undefined)[];
  /** The user is in one of these groups at least; absent if that does not matter. */
  readonly groups: Atoms | undefined;
}

/** Requests: in each dimension some atoms, groups that the user is in, and groups that the user is not in. */
export interface Region {
  readonly kind: Kind;
  readonly hasUser: boolean;
  /** One bit for each atom, by dimension. */
  readonly bits: readonly Uint32Array[];
  /** How many atoms each dimension has left; never 0. */
  readonly counts: readonly number[];
  /** One bit for each group. */
  readonly required: Uint32Array;
  readonly forbidden: Uint32Array;
}

export function hasBit(bits: Uint32Array, index: number): boolean {
  return ((bits[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0;
}

export function emptyBits(size: number): Uint32Array {
  return new Uint32Array((size + 31) >>> 5);
}

export function bitsOf(size: number, indexes: Iterable<number>): Uint32Array {
  const bits = emptyBits(size);
  for (const index of indexes) setBit(bits, index);
  return bits;
}

export function setBit(bits: Uint32Array, index: number): void {
  bits[index >>> 5] = (bits[index >>> 5] ?? 0) | (1 << (index & 31));
}

export function indexesOf(bits: Uint32Array): number[] {
  const indexes: number[] = [];
  for (const [word, value] of bits.entries()) {
    for (let left = value; left !== 0; left &= left - 1)
      indexes.push(word * 32 + 31 - Math.clz32(left & -left));
  }
  return indexes;
}

/** How many of the atoms the region has in a dimension. */
export function countShared(bits: Uint32Array, atoms: Atoms): number {
  let count = 0;
  for (const atom of atoms) if (hasBit(bits, atom)) count++;
  return count;
}

/** The region without some atoms of a dimension. */
export function withoutAtoms(region: Region, dimension: number, atoms: Atoms): Region {
  const bits = Uint32Array.from(region.bits[dimension] ?? []);
  let count = region.counts[dimension] ?? 0;
  for (const atom of atoms) {
    if (!hasBit(bits, atom)) continue;
    bits[atom >>> 5] = (bits[atom >>> 5] ?? 0) & ~(1 << (atom & 31));
    count--;
  }
  return replaceDimension(region, dimension, bits, count);
}

/** The region with those of its atoms alone that are among the given ones. */
export function withAtoms(region: Region, dimension: number, atoms: Atoms): Region {
  const own = region.bits[dimension] ?? new Uint32Array();
  const bits = new Uint32Array(own.length);
  let count = 0;
  for (const atom of atoms) {
    if (!hasBit(own, atom)) continue;
    setBit(bits, atom);
    count++;
  }
  return replaceDimension(region, dimension, bits, count);
}

function replaceDimension(region: Region, dimension: number, bits: Uint32Array, count: number): Region {
  return {
    ...region,
    bits: region.bits.with(dimension, bits),
    counts: region.counts.with(dimension, count),
  };
}

export function withoutGroups(region: Region, groups: Atoms): Region {
  const forbidden = Uint32Array.from(region.forbidden);
  for (const group of groups) setBit(forbidden, group);
  return { ...region, forbidden };
}

function withGroup(region: Region, group: number): Region {
  const required = Uint32Array.from(region.required);
  setBit(required, group);
  return { ...region, required };
}

/** What a region and a cube share: regions that have nothing in common, none if they share nothing. */
export function intersect(region: Region, cube: Cube): readonly Region[] {
  if (region.kind !== cube.kind || (cube.needsUser && !region.hasUser)) return [];
  let shared = region;
  for (const dimension of DIMENSIONS[region.kind]) {
    const atoms = cube.sets[dimension];
    if (!atoms) continue;
    shared = withAtoms(shared, dimension, atoms);
    if (shared.counts[dimension] === 0) return [];
  }
  const { groups } = cube;
  if (!groups || groups.some((group) => hasBit(region.required, group))) return [shared];
  // In the first of the groups, or not in the first but in the second, and so on.
  const regions: Region[] = [];
  for (const group of groups) {
    if (hasBit(shared.forbidden, group)) continue;
    regions.push(withGroup(shared, group));
    shared = withoutGroups(shared, Int32Array.of(group));
  }
  return regions;
}
