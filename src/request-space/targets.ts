import { type ApiResource, listApiResources, type PolicySupport } from "../kubernetes/index.js";
import type { GroupResources } from "../model/index.js";
import { Dimension } from "./dimension.js";

/** What a resource request is for: an API resource, or one of its subresources. */
export interface Target {
  readonly group: string;
  readonly resource: string;
  /** `""` for the resource itself. */
  readonly subresource: string;
  /** The parts that no entry names: each stands for all others of its kind. */
  readonly others: ReadonlySet<"group" | "resource" | "subresource">;
}

/** All targets that entries of rules tell apart, and for each part one value that no entry names. */
export class Targets {
  readonly dimension: Dimension<Target>;
  /** The indexes of points, by group. */
  readonly #ofGroup = new Map<string, readonly number[]>();

  constructor(entries: readonly GroupResources[]) {
    const names = namesOf(entries);
    const points: Target[] = [];
    for (const group of names.groups.keys()) {
      const first = points.length;
      for (const [resource, subresources] of resourcesOf(group, names))
        for (const subresource of subresources) {
          points.push({
            group,
            resource,
            subresource,
            others: otherParts(names, group, resource, subresource),
          });
        }
      this.#ofGroup.set(
        group,
        Array.from({ length: points.length - first }, (_, index) => first + index),
      );
    }
    this.dimension = new Dimension(points);
  }

  /** The targets of an entry, whatever names it asks for. */
  points({ group, resources = [] }: GroupResources, support: PolicySupport): readonly number[] {
    const isEvery = group === "*" && support.groupWildcard;
    const candidates = isEvery ? [...this.dimension.points.keys()] : (this.#ofGroup.get(group) ?? []);
    if (resources.length === 0) return candidates;
    const patterns = resources.map((written) => patternOf(written, support));
    return candidates.filter((index) => {
      const target = this.dimension.points[index];
      return target !== undefined && patterns.some((matches) => matches(target));
    });
  }
}

/** What `resources: [pods/log]` and the like stand for. A part of a request's path has no slash in it. */
function patternOf(
  written: string,
  { resourceWildcards: wildcards }: PolicySupport,
): (target: Target) => boolean {
  const [resource = "", subresource, ...more] = written.split("/");
  if (more.length > 0) return () => false;
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
  return (target) => target.resource === resource && target.subresource === subresource && subresource !== "";
}

/** The subresources that are named with a resource, by resource; under `*` those of any. */
type Subresources = ReadonlyMap<string, ReadonlySet<string>>;

interface Names {
  /** What is named of each group; what is named of every group is in each of them. */
  readonly groups: ReadonlyMap<string, Subresources>;
  /** The groups that are named themselves. */
  readonly named: ReadonlySet<string>;
  /** A subresource that nobody names. */
  readonly other: string;
}

/** Names that no policy has: a custom resource, and something below it. */
const UNNAMED = { group: "example.com", resource: "widgets", subresource: "scale" };

function namesOf(entries: readonly GroupResources[]): Names {
  const named = new Set(entries.map(({ group }) => group));
  const groups = new Map(
    [...named, unlike(UNNAMED.group, [...named])].map((group) => [group, new Map<string, Set<string>>()]),
  );
  const all: string[] = [];
  for (const { group, resources = [] } of entries) {
    for (const written of resources) {
      const [resource = "", subresource = "", ...more] = written.split("/");
      if (more.length > 0) continue;
      all.push(subresource);
      for (const names of group === "*" ? groups.values() : [groups.get(group)])
        addTo(names ?? new Map<string, Set<string>>(), resource, subresource);
    }
  }
  return { groups, named, other: unlike(UNNAMED.subresource, all) };
}

function otherParts(
  { groups, named }: Names,
  group: string,
  resource: string,
  subresource: string,
): Target["others"] {
  const names = groups.get(group);
  const isNamed =
    subresource === "" || names?.get(resource)?.has(subresource) || names?.get("*")?.has(subresource);
  return new Set([
    ...(named.has(group) ? [] : (["group"] as const)),
    ...(names?.has(resource) ? [] : (["resource"] as const)),
    ...(isNamed ? [] : (["subresource"] as const)),
  ]);
}

function addTo(names: Map<string, Set<string>>, resource: string, subresource: string): void {
  const known = names.get(resource);
  if (known) known.add(subresource);
  else names.set(resource, new Set([subresource]));
}

/** The resources of a group that anything is said of, one more, and the subresources that each may have. */
function* resourcesOf(
  group: string,
  { groups, other }: Names,
): Generator<readonly [resource: string, subresources: ReadonlySet<string>]> {
  const names = groups.get(group) ?? new Map<string, ReadonlySet<string>>();
  const ofAny = names.get("*") ?? new Set<string>();
  const known = builtInResources(group);
  for (const resource of [...names.keys(), ...othersOf(known, names)]) {
    const named = names.get(resource) ?? new Set<string>();
    const below = known.find(
      (one) =>
        one.resource === resource &&
        one.subresource !== "" &&
        !named.has(one.subresource) &&
        !ofAny.has(one.subresource),
    );
    yield [resource, new Set(["", ...named, ...ofAny, below?.subresource ?? other])];
  }
}

/**
 * What stands for the resources that nobody names: one that the group really has, where there is one, and one that is in
 * namespaces, since a group whose built-in resources are of the cluster may have others.
 */
function othersOf(known: readonly ApiResource[], names: Subresources): readonly string[] {
  const whole = known.filter(
    ({ resource, subresource, verbs }) => subresource === "" && verbs.length === 8 && !names.has(resource),
  );
  const inNamespaces = whole.find(({ namespaced }) => namespaced);
  if (inNamespaces) return [inNamespaces.resource];
  const other = unlike(UNNAMED.resource, [...names.keys()]);
  return whole[0] ? [whole[0].resource, other] : [other];
}

const byGroup = new Map<string, readonly ApiResource[]>();

function builtInResources(group: string): readonly ApiResource[] {
  const known = byGroup.get(group);
  if (known) return known;
  const found = listApiResources().filter((served) => served.group === group);
  byGroup.set(group, found);
  return found;
}

/** The name itself, or with a number behind it where a policy has it. */
export function unlike(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  for (let number = 2; ; number++) if (!taken.includes(`${name}-${number}`)) return `${name}-${number}`;
}
