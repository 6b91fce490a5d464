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
/** Which of them a request has, beside the user. */
const DIMENSIONS: Readonly<Record<Kind, readonly number[]>> = {
  resource: [VERB, NAMESPACE, TARGET, NAME],
  path: [VERB, PATH],
};
const WITH_USER: Readonly<Record<Kind, readonly number[]>> = {
  resource: [USER, ...DIMENSIONS.resource],
  path: [USER, ...DIMENSIONS.path],
};

/** What the requests of a region differ in. */
export function dimensionsOf({ kind, hasUser }: Pick<Region, "kind" | "hasUser">): readonly number[] {
  return hasUser ? WITH_USER[kind] : DIMENSIONS[kind];
}

/** Some atoms of one dimension. */
export interface Side {
  readonly dimension: number;
  readonly atoms: Atoms;
}

/** What a rule takes: in each dimension some atoms, or all. A rule is the union of a few cubes. */
export interface Cube {
  /** The rule that it is of, by its index in its list; -1 for none. */
  readonly rule: number;
  readonly kind: Kind;
  /** Whether its requests have a user: absent if both. */
  readonly hasUser: boolean | undefined;
  /** What it asks for, the smallest set first; a dimension that is not among these does not matter. */
  readonly sides: readonly Side[];
  /** The user is in one of these groups at least; absent if that does not matter. */
  readonly groups: Atoms | undefined;
}

/** Requests: in each dimension some atoms, groups that the user is in, and groups that the user is not in. */
export interface Region {
  readonly kind: Kind;
  readonly hasUser: boolean;
  /** One bit for each atom, by dimension; a region without a user has none of users. */
  readonly bits: readonly Uint32Array[];
  /** How many atoms each dimension has left; never 0 in one that its requests differ in. */
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

/** The region with these atoms of a dimension, and no others. */
export function setAtoms(region: Region, dimension: number, atoms: readonly number[]): Region {
  const bits = new Uint32Array((region.bits[dimension] ?? new Uint32Array()).length);
  for (const atom of atoms) setBit(bits, atom);
  return replaceDimension(region, dimension, bits, new Set(atoms).size);
}

/** The region with users in a group, not in it, or both. */
export function setGroup(region: Region, group: number, isIn: boolean | undefined): Region {
  const change = (bits: Uint32Array, value: boolean): Uint32Array => {
    const changed = Uint32Array.from(bits);
    if (value) setBit(changed, group);
    else changed[group >>> 5] = (changed[group >>> 5] ?? 0) & ~(1 << (group & 31));
    return changed;
  };
  return {
    ...region,
    required: change(region.required, isIn === true),
    forbidden: change(region.forbidden, isIn === false),
  };
}

/** The atoms of a dimension that the region has. */
export function atomsOf(region: Region, dimension: number): readonly number[] {
  return indexesOf(region.bits[dimension] ?? new Uint32Array());
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

/** Requests without a user do not differ in their users. */
export function isLookedAt({ hasUser }: Region, dimension: number): boolean {
  return hasUser || dimension !== USER;
}

/** Whether a region and a cube share a request, but for groups that the region forbids. */
function meets(region: Region, cube: Cube): boolean {
  if (region.kind !== cube.kind || (cube.hasUser ?? region.hasUser) !== region.hasUser) return false;
  return cube.sides.every(({ dimension, atoms }) => {
    const bits = region.bits[dimension];
    return !bits || !isLookedAt(region, dimension) || atoms.some((atom) => hasBit(bits, atom));
  });
}

/** What a region and a cube share: regions that have nothing in common, none if they share nothing. */
export function intersect(region: Region, cube: Cube): readonly Region[] {
  if (!meets(region, cube)) return [];
  let shared = region;
  for (const { dimension, atoms } of cube.sides) {
    if (isLookedAt(region, dimension)) shared = withAtoms(shared, dimension, atoms);
  }
  const { groups } = cube;
  if (!groups || !region.hasUser || groups.some((group) => hasBit(region.required, group))) return [shared];
  // In the first of the groups, or not in the first but in the second, and so on.
  const regions: Region[] = [];
  for (const group of groups) {
    if (hasBit(shared.forbidden, group)) continue;
    regions.push(withGroup(shared, group));
    shared = withoutGroups(shared, Int32Array.of(group));
  }
  return regions;
}

/** What some regions share with any of some cubes; the same requests may be in several. */
export function intersectAll(
  regions: readonly Region[],
  cubes: readonly Cube[],
  start = 0,
  end: number = cubes.length,
): readonly Region[] {
  const shared: Region[] = [];
  for (const region of regions) {
    for (let index = start; index < end; index++) {
      const cube = cubes[index];
      if (!cube) continue;
      for (const part of intersect(region, cube)) shared.push(part);
    }
  }
  return shared;
}

/** What two regions share, if anything. */
export function overlap(a: Region, b: Region): Region | undefined {
  if (a.kind !== b.kind || a.hasUser !== b.hasUser) return undefined;
  const bits: Uint32Array[] = [];
  const counts: number[] = [];
  for (const [dimension, own] of a.bits.entries()) {
    const other = b.bits[dimension];
    const shared = own.map((word, index) => word & (other?.[index] ?? 0));
    bits.push(shared);
    counts.push(countBits(shared));
  }
  if (dimensionsOf(a).some((dimension) => counts[dimension] === 0)) return undefined;
  const required = a.required.map((word, index) => word | (b.required[index] ?? 0));
  const forbidden = a.forbidden.map((word, index) => word | (b.forbidden[index] ?? 0));
  if (required.some((word, index) => (word & (forbidden[index] ?? 0)) !== 0)) return undefined;
  return { kind: a.kind, hasUser: a.hasUser, bits, counts, required, forbidden };
}

/** The requests of a region that are not in another: regions that have nothing in common. */
export function subtract(region: Region, other: Region): readonly Region[] {
  if (!overlap(region, other)) return [region];
  const rest: Region[] = [];
  let inside = region;
  for (const dimension of dimensionsOf(region)) {
    const atoms = Int32Array.from(indexesOf(other.bits[dimension] ?? new Uint32Array()));
    const outside = withoutAtoms(inside, dimension, atoms);
    if (outside.counts[dimension] !== 0) rest.push(outside);
    inside = withAtoms(inside, dimension, atoms);
  }
  if (!region.hasUser) return rest;
  for (const group of indexesOf(other.required)) {
    if (hasBit(inside.required, group)) continue;
    rest.push(withoutGroups(inside, Int32Array.of(group)));
    inside = withGroup(inside, group);
  }
  for (const group of indexesOf(other.forbidden)) {
    if (hasBit(inside.forbidden, group)) continue;
    rest.push(withGroup(inside, group));
    inside = withoutGroups(inside, Int32Array.of(group));
  }
  return rest;
}

function countBits(bits: Uint32Array): number {
  let count = 0;
  for (const word of bits) for (let left = word; left !== 0; left &= left - 1) count++;
  return count;
}
