import {
  atomsOf,
  type Dimension,
  indexesOf,
  NAME,
  NAMESPACE,
  PATH,
  type Region,
  type RequestSpace,
  TARGET,
  USER,
  VERB,
} from "../request-space/index.js";
import { describeNames, describePaths, type SplitNames } from "./describe-names.js";
import { describeTargets } from "./describe-targets.js";
import type { RequestBox } from "./request-box.js";
import type { RequestSet } from "./request-set.js";

/** The requests of a box, as a reader would name them; what does not occur at all is left out. */
export function describeBox(space: RequestSpace, { region, withoutUser }: RequestBox): RequestSet {
  const groupsOf = (bits: Uint32Array): readonly string[] =>
    indexesOf(bits).map((index) => space.groups[index] ?? "");
  const names = (dimension: number, points: Dimension<string>): SplitNames => ({
    ...split(points, space, region, dimension),
    others: space.others[dimension] ?? new Map(),
  });
  const who = {
    users: describeNames(names(USER, space.users)),
    inGroups: groupsOf(region.required),
    notInGroups: groupsOf(region.forbidden),
    withoutUser,
    verbs: describeNames(names(VERB, space.verbs)),
  };
  if (region.kind === "path") return { ...who, paths: describePaths(names(PATH, space.paths)) };
  return {
    ...who,
    resources: describeTargets(split(space.targets, space, region, TARGET)),
    namespaces: describeNames(names(NAMESPACE, space.namespaces)),
    names: describeNames(names(NAME, space.names)),
  };
}

/** What the region has of a dimension, and what it does not have, of all that occurs. */
function split<Point>(
  dimension: Dimension<Point>,
  { impossible }: RequestSpace,
  region: Region,
  index: number,
): { readonly inside: readonly Point[]; readonly outside: readonly Point[] } {
  const own = new Set(atomsOf(region, index));
  const never = new Set(
    impossible.flatMap(({ kind, sides }) => {
      const [side, ...others] = sides;
      const isOnlyOne = kind === region.kind && side?.dimension === index && others.length === 0;
      return isOnlyOne ? [...side.atoms] : [];
    }),
  );
  const atoms = Array.from({ length: dimension.size }, (_, atom) => atom).filter((atom) => !never.has(atom));
  const pointsOf = (some: readonly number[]): readonly Point[] => {
    const members = new Set(some.flatMap((atom) => dimension.members(atom)));
    return dimension.points.filter((point) => members.has(point));
  };
  return {
    inside: pointsOf(atoms.filter((atom) => own.has(atom))),
    outside: pointsOf(atoms.filter((atom) => !own.has(atom))),
  };
}
