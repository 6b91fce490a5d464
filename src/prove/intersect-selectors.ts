import { type GroupResources, type RequestSelector, selectorOf } from "../model/index.js";

/**
 * The requests that two selectors both take, as one that a rule can have: `none` where there are no such requests,
 * `inexpressible` where no single rule takes just these.
 */
export function intersectSelectors(
  a: RequestSelector,
  b: RequestSelector,
): RequestSelector | "none" | "inexpressible" {
  if (a.user === "none" || b.user === "none") {
    const [other] = a.user === "none" ? [b] : [a];
    return other?.users?.length || other?.userGroups?.length ? "none" : "inexpressible";
  }
  if (a.resources?.length && b.resources?.length && [a, b].some(hasOddName)) return "inexpressible";
  const userGroups = intersectGroups(a.userGroups, b.userGroups);
  const fields = {
    users: intersectLists(a.users, b.users),
    verbs: intersectLists(a.verbs, b.verbs),
    resources: intersectResources(a.resources, b.resources),
    namespaces: intersectLists(a.namespaces, b.namespaces),
    nonResourceURLs: intersectPaths(a.nonResourceURLs, b.nonResourceURLs),
  };
  const isForResources = fields.resources !== undefined || fields.namespaces !== undefined;
  if (fields.nonResourceURLs && isForResources) return "none";
  if (Object.values(fields).some((list) => list?.length === 0)) return "none";
  if (userGroups === "inexpressible") return userGroups;
  // In the order in which rules are written, and without what constrains nothing.
  const { users, verbs, resources, namespaces, nonResourceURLs } = fields;
  return selectorOf({
    level: "None",
    ...(users && { users }),
    ...(userGroups && { userGroups }),
    ...(verbs && { verbs }),
    ...(resources && { resources }),
    ...(namespaces && { namespaces }),
    ...(nonResourceURLs && { nonResourceURLs }),
  });
}

type List<Entry> = readonly Entry[] | undefined;

/** An absent or empty list constrains nothing. */
function constraint<Entry>(list: List<Entry>): List<Entry> {
  return list && list.length > 0 ? list : undefined;
}

function intersectLists(a: List<string>, b: List<string>): List<string> {
  const [one, other] = [constraint(a), constraint(b)];
  return one && other ? one.filter((entry) => other.includes(entry)) : (one ?? other);
}

/** A user in a group of the one list and in one of the other is no list's, but where one list has all of the other. */
function intersectGroups(a: List<string>, b: List<string>): List<string> | "inexpressible" {
  const [one, other] = [constraint(a), constraint(b)];
  if (!one || !other) return one ?? other;
  if (one.every((group) => other.includes(group))) return one;
  return other.every((group) => one.includes(group)) ? other : "inexpressible";
}

function intersectPaths(a: List<string>, b: List<string>): List<string> {
  return intersectPairs(a, b, (one, other) => {
    if (one === other || takesPath(other, one)) return [one];
    return takesPath(one, other) ? [other] : [];
  });
}

/** Whether a path with `*` behind it takes all that another spec does. */
function takesPath(spec: string, other: string): boolean {
  return spec.endsWith("*") && other.startsWith(spec.replace(/\*+$/, ""));
}

function intersectResources(a: List<GroupResources>, b: List<GroupResources>): List<GroupResources> {
  return intersectPairs(a, b, (one, other) => {
    const group = one.group === "*" ? other.group : one.group;
    if (other.group !== "*" && other.group !== group) return [];
    const resources = intersectPairs(one.resources, other.resources, intersectNames);
    const resourceNames = intersectLists(one.resourceNames, other.resourceNames);
    if (resources?.length === 0 || resourceNames?.length === 0) return [];
    // Names need resources.
    const written = resourceNames && !resources ? ["*"] : resources;
    return [{ group, ...(written && { resources: written }), ...(resourceNames && { resourceNames }) }];
  });
}

/** What two names of resources, which may be wildcards, both take. */
function intersectNames(one: string, other: string): readonly string[] {
  if (one === other || other === "*") return [one];
  if (one === "*") return [other];
  if (![one, other].every(isWellFormed)) return [];
  const [a, b] = [splitName(one), splitName(other)];
  const resource = a.resource === "*" ? b.resource : a.resource;
  const subresource = a.subresource === "*" ? b.subresource : a.subresource;
  if (b.resource !== "*" && b.resource !== resource) return [];
  if (b.subresource !== "*" && b.subresource !== subresource) return [];
  return [subresource === "" ? resource : `${resource}/${subresource}`];
}

/** Another name is that of a resource which is called so, and of no other. */
function isWellFormed(name: string): boolean {
  return /^[^/]+(\/[^/]+)?$/.test(name);
}

/** This is no wildcard, but takes every resource with a subresource called `*`. */
function hasOddName({ resources = [] }: RequestSelector): boolean {
  return resources.some((entry) => entry.resources?.includes("*/*"));
}

/** Upstream: `k8s.io/apiserver` `pkg/audit/policy/checker.go`, `ruleMatchesResource`: `pods/*` takes `pods` as well. */
function splitName(name: string): { readonly resource: string; readonly subresource: string } {
  const [resource = "", subresource = ""] = name.split("/");
  return { resource, subresource };
}

/** What any entry of the one list has in common with any of the other, each once. */
function intersectPairs<Entry>(
  a: List<Entry>,
  b: List<Entry>,
  intersect: (one: Entry, other: Entry) => readonly Entry[],
): List<Entry> {
  const [one, other] = [constraint(a), constraint(b)];
  if (!one || !other) return one ?? other;
  const all = one.flatMap((entry) => other.flatMap((partner) => intersect(entry, partner)));
  return [...new Map(all.map((entry) => [JSON.stringify(entry), entry])).values()];
}
