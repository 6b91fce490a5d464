import { listApiResources, type PolicySupport } from "../kubernetes/index.js";
import type { GroupResources } from "../model/index.js";
import { Dimension } from "./dimension.js";

/** What a resource request is for: an API resource, or one of its subresources. */
export interface Target {
  readonly group: string;
  readonly resource: string;
  /** `""` for the resource itself. */
  readonly subresource: string;
}

/** All targets that entries of rules tell apart, and for each part one value that no entry names. */
export class Targets {
  readonly dimension: Dimension<Target>;
  /** The indexes of points, by group. */
  readonly #ofGroup = new Map<string, readonly number[]>();
  readonly #support: PolicySupport;

  constructor(entries: readonly GroupResources[], support: PolicySupport) {
    this.#support = support;
    const names = namesOf(entries);
    const points: Target[] = [];
    for (const group of names.groups) {
      const first = points.length;
      for (const [resource, subresources] of resourcesOf(group, names))
        for (const subresource of subresources) points.push({ group, resource, subresource });
      this.#ofGroup.set(
        group,
        Array.from({ length: points.length - first }, (_, index) => first + index),
      );
    }
    this.dimension = new Dimension(points);
  }

  /** The targets of an entry, whatever names it asks for. */
  points({ group, resources = [] }: GroupResources): readonly number[] {
    const isEvery = group === "*" && this.#support.groupWildcard;
    const candidates = isEvery ? [...this.dimension.points.keys()] : (this.#ofGroup.get(group) ?? []);
    if (resources.length === 0) return candidates;
    const patterns = resources.map((written) => this.#pattern(written));
    return candidates.filter((index) => {
      const target = this.dimension.points[index];
      return target !== undefined && patterns.some((matches) => matches(target));
    });
  }

  /** What `resources: [pods/log]` and the like stand for. A part of a request's path has no slash in it. */
  #pattern(written: string): (target: Target) => boolean {
    const [resource = "", subresource, ...more] = written.split("/");
    if (more.length > 0) return () => false;
    const wildcards = this.#support.resourceWildcards;
    if (subresource === undefined) {
      return wildcards && written === "*"
        ? () => true
        : (target) => target.resource === resource && target.subresource === "";
    }
    // `pods/*` is for `pods` as well, whatever the documentation says.
    if (wildcards && subresource === "*" && resource !== "*") return (target) => target.resource === resource;
    if (wildcards && resource === "*") {
      // `*/*` is for a subresource that is spelled so, and for a resource that is.
      return (target) =>
        (subresource !== "" && target.subresource === subresource) ||
        (subresource === "*" && target.resource === "*");
    }
    return (target) =>
      target.resource === resource && target.subresource === subresource && subresource !== "";
  }
}

interface Names {
  readonly groups: readonly string[];
  /** The subresources that are named with a resource, by resource; under `*` those of any. */
  readonly subresources: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Names that no policy has: a custom resource, and something below it. */
const UNNAMED = { group: "example.com", resource: "widgets", subresource: "scale" };

function namesOf(entries: readonly GroupResources[]): Names {
  const subresources = new Map<string, Set<string>>();
  const add = (resource: string, subresource: string): void => {
    const known = subresources.get(resource);
    if (known) known.add(subresource);
    else subresources.set(resource, new Set([subresource]));
  };
  for (const written of entries.flatMap(({ resources }) => resources ?? [])) {
    const [resource = "", subresource = "", ...more] = written.split("/");
    if (more.length === 0) add(resource, subresource);
  }
  const groups = [...new Set(entries.map(({ group }) => group))];
  return { groups: [...groups, unlike(UNNAMED.group, groups)], subresources };
}

/** The resources of a group that anything is said of, one more, and the subresources that each may have. */
function* resourcesOf(
  group: string,
  { subresources }: Names,
): Generator<readonly [resource: string, subresources: ReadonlySet<string>]> {
  const ofAny = subresources.get("*") ?? new Set<string>();
  const all = new Set([...subresources.values()].flatMap((some) => [...some]));
  const other = unlike(UNNAMED.subresource, [...all]);
  const known = listApiResources().filter((one) => one.group === group);
  // What the group really has stands for those that nobody names, where there is something.
  const real = known.find(
    (one) => one.subresource === "" && one.verbs.length === 8 && !subresources.has(one.resource),
  )?.resource;
  for (const resource of [
    ...subresources.keys(),
    real ?? unlike(UNNAMED.resource, [...subresources.keys()]),
  ]) {
    const below = known.find(
      (one) => one.resource === resource && one.subresource !== "" && !all.has(one.subresource),
    );
    const named = subresources.get(resource) ?? [];
    yield [resource, new Set(["", ...named, ...ofAny, below?.subresource ?? other])];
  }
}

/** The name itself, or with a number behind it where a policy has it. */
export function unlike(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  for (let number = 2; ; number++) if (!taken.includes(`${name}-${number}`)) return `${name}-${number}`;
}
