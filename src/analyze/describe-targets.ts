import type { Target } from "../request-space/index.js";
import type { GroupedResources, ResourceSet } from "./request-set.js";

/** All targets that there are, in two parts. */
export interface SplitTargets {
  readonly inside: readonly Target[];
  readonly outside: readonly Target[];
}

/** Targets by group; where they are most of all, by those that are not among them. */
export function describeTargets({ inside, outside }: SplitTargets): ResourceSet {
  if (outside.length === 0) return "any";
  const isMost = outside.every(({ other }) => other !== "group");
  return isMost ? { except: byGroup(outside, inside) } : { only: byGroup(inside, outside) };
}

function byGroup(told: readonly Target[], untold: readonly Target[]): readonly GroupedResources[] {
  const groups = [...new Set(told.map(({ group }) => group))];
  return groups.map((group) => {
    const isOf = (target: Target): boolean => target.group === group;
    return describeGroup(told.filter(isOf), untold.filter(isOf));
  });
}

function describeGroup(told: readonly Target[], untold: readonly Target[]): GroupedResources {
  const group = told.some(({ other }) => other === "group") ? "*" : (told[0]?.group ?? "");
  if (untold.length === 0) return { group };
  const isMost = untold.every(({ other }) => other !== "resource" && other !== "group");
  return isMost ? { group, except: write(untold, told) } : { group, resources: write(told, untold) };
}

/** As entries of a policy; a subresource of whatever resource that nobody names is `*` and it. */
function write(told: readonly Target[], untold: readonly Target[]): readonly string[] {
  const resources = [...new Set(told.map(({ resource }) => resource))];
  const entries = resources.flatMap((resource) => {
    const own = told.filter((target) => target.resource === resource);
    const name = own.some(({ other }) => other === "resource" || other === "group") ? "*" : resource;
    if (!untold.some((target) => target.resource === resource))
      return own.length > 1 ? [`${name}/*`] : [name];
    return own.map(({ subresource, other }) => {
      if (subresource === "") return name;
      return `${name}/${other === "subresource" ? "*" : subresource}`;
    });
  });
  const ofAny = entries.filter((entry) => entry.startsWith("*/")).map((entry) => entry.slice(1));
  return entries.filter((entry) => entry.startsWith("*/") || !ofAny.some((end) => entry.endsWith(end)));
}
