import type { PolicySupport } from "../kubernetes/index.js";
import type { GroupResources } from "../model/index.js";

/**
 * What two lists of `resources` have in common, in as few entries as they were written in; none if that is nothing.
 * `inexpressible` where no entry says what it is.
 */
export function meetResources(
  a: readonly GroupResources[],
  b: readonly GroupResources[],
  support: PolicySupport,
): readonly GroupResources[] | "inexpressible" {
  const met = a.flatMap((one) => b.map((other) => meetEntries(one, other, support)));
  const entries = met.filter((entry) => entry !== undefined);
  const expressible = entries.filter((entry) => entry !== "inexpressible");
  return expressible.length < entries.length ? "inexpressible" : uniteEntries(expressible);
}

function meetEntries(
  a: GroupResources,
  b: GroupResources,
  support: PolicySupport,
): GroupResources | undefined | "inexpressible" {
  const group = meetGroups(a.group, b.group, support);
  const [resources, names] = [meetLists(a, b, support), meetNames(namesOf(a), namesOf(b))];
  if (group === undefined || resources === undefined || names === undefined) return undefined;
  if (resources === "inexpressible") return resources;
  return {
    group,
    ...(resources.length > 0 && { resources }),
    ...(names.length > 0 && { resourceNames: names }),
  };
}

function meetGroups(a: string, b: string, { groupWildcard }: PolicySupport): string | undefined {
  if (a === b) return a;
  if (!groupWildcard) return undefined;
  return a === "*" ? b : b === "*" ? a : undefined;
}

/** Names count only beside resources. */
function namesOf({ resources = [], resourceNames = [] }: GroupResources): readonly string[] {
  return resources.length > 0 ? resourceNames : [];
}

/** What two lists have in common, of which an empty one is no constraint; undefined if nothing is. */
export function meetNames(a: readonly string[], b: readonly string[]): readonly string[] | undefined {
  if (a.length === 0 || b.length === 0) return [...a, ...b];
  const common = a.filter((name) => b.includes(name));
  return common.length > 0 ? common : undefined;
}

function meetLists(
  { resources: a = [] }: GroupResources,
  { resources: b = [] }: GroupResources,
  support: PolicySupport,
): readonly string[] | undefined | "inexpressible" {
  if (a.length === 0 || b.length === 0) return [...a, ...b];
  const met = new Set(a.flatMap((one) => b.map((other) => meetPatterns(one, other, support))));
  met.delete(undefined);
  if (met.has("inexpressible")) return "inexpressible";
  return met.size > 0 ? [...met].filter((pattern) => pattern !== undefined) : undefined;
}

/** Upstream: `k8s.io/apiserver` `pkg/audit/policy/checker.go`, `ruleMatchesResource` */
function meetPatterns(
  a: string,
  b: string,
  { resourceWildcards }: PolicySupport,
): string | undefined | "inexpressible" {
  if (a === b) return a;
  if (!resourceWildcards) return undefined;
  if (a === "*") return b;
  if (b === "*") return a;
  const [one, other] = [partsOf(a), partsOf(b)];
  if (one.subresource === undefined || other.subresource === undefined) {
    // `pods` is one of `pods/*`.
    const [plain, pattern] = one.subresource === undefined ? [a, other] : [b, one];
    return pattern.subresource === "*" && pattern.resource === plain ? plain : undefined;
  }
  // `*/*` is for a subresource that is spelled so, which no other pattern is for alone.
  if (a === "*/*" || b === "*/*")
    return one.subresource === "*" || one.resource === "*" ? "inexpressible" : undefined;
  const resource = meetParts(one.resource, other.resource);
  const subresource = meetParts(one.subresource, other.subresource);
  return resource === undefined || subresource === undefined ? undefined : `${resource}/${subresource}`;
}

function meetParts(a: string, b: string): string | undefined {
  if (a === b || b === "*") return a;
  return a === "*" ? b : undefined;
}

function partsOf(pattern: string): { readonly resource: string; readonly subresource: string | undefined } {
  const at = pattern.indexOf("/");
  return at === -1
    ? { resource: pattern, subresource: undefined }
    : { resource: pattern.slice(0, at), subresource: pattern.slice(at + 1) };
}

/** One entry for all that name resources of a group and ask for the same names. */
function uniteEntries(entries: readonly GroupResources[]): readonly GroupResources[] {
  const united = new Map<string, GroupResources>();
  for (const entry of entries) {
    const { group, resources, resourceNames } = entry;
    const key = JSON.stringify([group, resourceNames, resources === undefined]);
    const known = united.get(key);
    const all = [...new Set([...(known?.resources ?? []), ...(resources ?? [])])];
    united.set(key, { ...entry, ...(all.length > 0 && { resources: all }) });
  }
  return [...united.values()];
}
