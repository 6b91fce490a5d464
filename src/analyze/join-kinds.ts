import type { PolicyDifference } from "./compare-policies.js";
import { isSameConfig } from "./request-audit-config.js";
import type { RequestSet } from "./request-set.js";

/** Differences with those as one that are of all resources and of all other paths, and are the same in everything else. */
export function joinKinds(differences: readonly PolicyDifference[]): readonly PolicyDifference[] {
  const joined: PolicyDifference[] = [];
  for (const one of differences) {
    const index = joined.findIndex((other) => isOtherKind(other, one));
    const other = joined[index];
    if (other) joined[index] = { ...other, requests: { ...other.requests, ...one.requests } };
    else joined.push(one);
  }
  return joined;
}

function isOtherKind(a: PolicyDifference, b: PolicyDifference): boolean {
  return (
    isSameConfig(a.before, b.before) &&
    isSameConfig(a.after, b.after) &&
    isEvery(a.requests) &&
    isEvery(b.requests) &&
    (a.requests.paths === undefined) !== (b.requests.paths === undefined) &&
    commonPart(a.requests) === commonPart(b.requests)
  );
}

function isEvery({ resources, namespaces, names, paths }: RequestSet): boolean {
  return [resources, namespaces, names, paths].every((part) => part === undefined || part === "any");
}

function commonPart({ users, inGroups, notInGroups, withoutUser, verbs }: RequestSet): string {
  return JSON.stringify([users, inGroups, notInGroups, withoutUser, verbs]);
}
