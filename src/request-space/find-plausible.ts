import type { Dimension } from "./dimension.js";
import { type CubeRange, findUncovered, type SearchBudget } from "./find-uncovered.js";
import { findServed, LIKELY_VERBS } from "./pick-request.js";
import { atomsOf, NAME, type Region, setAtoms, TARGET, USER, VERB } from "./region.js";
import type { RequestSpace } from "./request-space.js";

/**
 * Of the requests of some regions that no cube takes, those that a reader would rather be shown: of a user that no policy
 * names, by a verb that is common. Undefined if there is none at all, or the search gives up.
 */
export function findPlausible(
  space: RequestSpace,
  regions: readonly Region[],
  outside: readonly CubeRange[],
  budget: SearchBudget,
): Region | undefined {
  const find = (some: readonly Region[]): Region | undefined => {
    for (const region of some) {
      const result = findUncovered(region, outside, budget);
      if (result.covered === true) continue;
      return result.covered ? undefined : result.region;
    }
    return undefined;
  };
  const anyone = space.users.points.find((name) => space.others[USER]?.get(name) === "*");
  const byAnyone = restrict(regions, USER, space.users, (name) => name === anyone);
  const users = find(byAnyone) ? byAnyone : regions;
  for (const verb of LIKELY_VERBS) {
    const some = restrict(users, VERB, space.verbs, (name) => name === verb);
    const builtIn = restrict(some, TARGET, space.targets, (target) => findServed(target) !== undefined);
    const found = find([...usualNames(space, builtIn, verb), ...usualNames(space, some, verb), ...some]);
    if (found) return found;
  }
  return find(users);
}

/** With a name where there is one as a rule: what is created is named in the body, unless it is a subresource. */
function usualNames(space: RequestSpace, regions: readonly Region[], verb: string): readonly Region[] {
  const named = (some: readonly Region[], isNamed: boolean): readonly Region[] =>
    restrict(some, NAME, space.names, (name) => (name !== "") === isNamed);
  if (verb !== "create") return named(regions, !["list", "watch", "deletecollection"].includes(verb));
  const below = (isBelow: boolean): readonly Region[] =>
    restrict(regions, TARGET, space.targets, ({ subresource }) => (subresource !== "") === isBelow);
  return [...named(below(false), false), ...named(below(true), true)];
}

function restrict<Point>(
  regions: readonly Region[],
  dimension: number,
  names: Dimension<Point>,
  isMeant: (point: Point) => boolean,
): readonly Region[] {
  return regions.flatMap((region) => {
    const atoms = atomsOf(region, dimension).filter((atom) => names.members(atom).some(isMeant));
    return atoms.length === 0 ? [] : [setAtoms(region, dimension, atoms)];
  });
}
