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
  const isMost = outside.every(({ others }) => !others.has("group"));
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
  const group = told.some(({ others }) => others.has("group")) ? "*" : (told[0]?.group ?? "");
  if (untold.length === 0) return { group };
  // Of the resources that nobody names, those of the cluster are out where the requests are in a namespace.
  const isMost = told.some(({ others, subresource }) => others.has("resource") && subresource === "");
  if (isMost) return { group, except: write(untold, told).entries };
  const { entries, exceptions } = write(told, untold);
  return { group, resources: entries, ...(exceptions.length > 0 && { except: exceptions }) };
}

interface Written {
  readonly entries: readonly string[];
  /** What `pods/*` takes beside the subresources that are told of. */
  readonly exceptions: readonly string[];
}

/** As entries of a policy; a subresource of whatever resource that nobody names is `*` and it. */
function write(told: readonly Target[], untold: readonly Target[]): Written {
  const resources = [...new Set(told.map(({ resource }) => resource))];
  const written = resources.map((resource) => {
    const isOf = (target: Target): boolean => target.resource === resource;
    return writeResource(told.filter(isOf), untold.filter(isOf));
  });
  const entries = written.flatMap((one) => one.entries);
  const ofAny = entries.filter((entry) => entry.startsWith("*/")).map((entry) => entry.slice(1));
  return {
    entries: [
      ...new Set(
        entries.filter((entry) => entry.startsWith("*/") || !ofAny.some((end) => entry.endsWith(end))),
      ),
    ],
    exceptions: written.flatMap((one) => one.exceptions),
  };
}

function writeResource(told: readonly Target[], untold: readonly Target[]): Written {
  const [first] = told;
  const name = first?.others.has("resource") ? "*" : (first?.resource ?? "");
  const spell = ({ subresource }: Target): string => (subresource === "" ? name : `${name}/${subresource}`);
  if (untold.length === 0) return { entries: [told.length > 1 ? `${name}/*` : name], exceptions: [] };
  const isMost = told.some(({ others }) => others.has("subresource"));
  return isMost
    ? { entries: [`${name}/*`], exceptions: untold.map(spell) }
    : { entries: told.map(spell), exceptions: [] };
}
