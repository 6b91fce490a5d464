import { atomsOf, dimensionsOf, type Region, setAtoms, USER } from "../request-space/index.js";
import type { DifferenceBox } from "./find-difference-boxes.js";
import { isSameConfig } from "./request-audit-config.js";

/**
 * The same requests, said more plainly: what an earlier box has already is left out where that leaves a box, and two that
 * differ in one thing become one.
 */
export function tidyBoxes(boxes: readonly DifferenceBox[]): readonly DifferenceBox[] {
  const tidied: DifferenceBox[] = [];
  for (const one of boxes) tidied.push(tidied.reduce(leaveOut, one));
  return mergeAll(tidied);
}

/** The second without what the first has of it, if both agree in all but one dimension. */
function leaveOut(one: DifferenceBox, earlier: DifferenceBox): DifferenceBox {
  const { region, withoutUser } = one.box;
  const other = earlier.box;
  if (region.kind !== other.region.kind || !isGroupsInside(region, other.region)) return one;
  if (withoutUser && !other.withoutUser) return one;
  const outside = dimensionsOf(region).filter((dimension) => !isInside(region, other.region, dimension));
  const [dimension] = outside;
  if (dimension === undefined || outside.length > 1) return one;
  const taken = new Set(atomsOf(other.region, dimension));
  const left = atomsOf(region, dimension).filter((atom) => !taken.has(atom));
  // Whoever has no user is in the earlier one.
  const isWho = dimension === USER;
  return { ...one, box: { region: setAtoms(region, dimension, left), withoutUser: withoutUser && !isWho } };
}

function isInside(region: Region, other: Region, dimension: number): boolean {
  const wanted = new Set(atomsOf(other, dimension));
  return atomsOf(region, dimension).every((atom) => wanted.has(atom));
}

/** Whether the other asks nothing of groups that the region does not ask as well. */
function isGroupsInside(region: Region, other: Region): boolean {
  return (
    other.required.every((word, index) => (word & ~(region.required[index] ?? 0)) === 0) &&
    other.forbidden.every((word, index) => (word & ~(region.forbidden[index] ?? 0)) === 0)
  );
}

function mergeAll(boxes: readonly DifferenceBox[]): readonly DifferenceBox[] {
  const merged: DifferenceBox[] = [];
  for (const one of boxes) {
    const index = merged.findIndex((other) => merge(other, one) !== undefined);
    const other = merged[index];
    const both = other && merge(other, one);
    // What has become larger may now go with another.
    if (both) return mergeAll([...merged.with(index, both), ...boxes.slice(boxes.indexOf(one) + 1)]);
    merged.push(one);
  }
  return merged;
}

/** Both as one, if they differ in a single dimension. */
function merge(a: DifferenceBox, b: DifferenceBox): DifferenceBox | undefined {
  const [one, other] = [a.box, b.box];
  if (one.region.kind !== other.region.kind) return undefined;
  if (!isSameConfig(a.before, b.before) || !isSameConfig(a.after, b.after)) return undefined;
  if (!isGroupsInside(one.region, other.region) || !isGroupsInside(other.region, one.region))
    return undefined;
  const apart = dimensionsOf(one.region).filter(
    (dimension) =>
      !(isInside(one.region, other.region, dimension) && isInside(other.region, one.region, dimension)),
  );
  const [dimension = USER] = apart;
  if (apart.length > 1 || (one.withoutUser !== other.withoutUser && dimension !== USER)) return undefined;
  const atoms = [...atomsOf(one.region, dimension), ...atomsOf(other.region, dimension)];
  return {
    ...a,
    box: {
      region: setAtoms(one.region, dimension, atoms),
      withoutUser: one.withoutUser || other.withoutUser,
    },
  };
}
