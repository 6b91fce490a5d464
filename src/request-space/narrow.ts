import type { RequestAttributes } from "../model/index.js";
import type { Dimension } from "./dimension.js";
import {
  bitsOf,
  dimensionsOf,
  indexesOf,
  NAME,
  NAMESPACE,
  PATH,
  type Region,
  TARGET,
  USER,
  VERB,
  withAtoms,
} from "./region.js";
import type { RequestSpace } from "./request-space.js";

/** What of a region no rule tells apart from one of its requests: one atom in each dimension, and every group settled. */
export function narrowTo(space: RequestSpace, region: Region, request: RequestAttributes): Region {
  let narrow = region;
  for (const dimension of dimensionsOf(region)) {
    narrow = withAtoms(narrow, dimension, Int32Array.of(atomOf(space, region, dimension, request)));
  }
  if (!request.user) return narrow;
  const { groups } = request.user;
  const indexes = [...space.groups.keys()];
  const isIn = (index: number): boolean => groups.includes(space.groups[index] ?? "");
  return {
    ...narrow,
    required: bitsOf(indexes.length, indexes.filter(isIn)),
    forbidden: bitsOf(
      indexes.length,
      indexes.filter((index) => !isIn(index)),
    ),
  };
}

function atomOf(space: RequestSpace, region: Region, dimension: number, request: RequestAttributes): number {
  const { user, verb, resource, path } = request;
  const find = <Point>(points: Dimension<Point>, isMeant: (point: Point) => boolean): number => {
    const atoms = indexesOf(region.bits[dimension] ?? new Uint32Array());
    // A name that stands for any other may have been written as another one of those.
    return atoms.find((atom) => points.members(atom).some(isMeant)) ?? atoms[0] ?? 0;
  };
  switch (dimension) {
    case USER:
      return find(space.users, (name) => name === user?.name);
    case VERB:
      return find(space.verbs, (name) => name === verb);
    case NAMESPACE:
      return find(space.namespaces, (name) => name === (resource?.namespace ?? ""));
    case TARGET:
      return find(
        space.targets,
        (target) =>
          target.group === resource?.apiGroup &&
          target.resource === resource.resource &&
          target.subresource === (resource.subresource ?? ""),
      );
    case NAME:
      return find(space.names, (name) => name === (resource?.name ?? ""));
    case PATH:
      return find(space.paths, (name) => name === path);
    default:
      return 0;
  }
}
