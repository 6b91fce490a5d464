import type { PolicySupport } from "../kubernetes/index.js";
import type { PolicyRule, RequestSelector } from "../model/index.js";
import { meetNames, meetResources } from "./meet-resources.js";

/** The requests that two selectors have in common. */
export interface Meeting {
  /** Selectors that take all of these requests at least, each or together; where it is exact, one that takes no others. */
  readonly forms: readonly RequestSelector[];
  readonly isExact: boolean;
}

/**
 * What two selectors have in common; undefined for nothing.
 *
 * A rule asks whether the user is in one of some groups, and cannot ask for two groups at once. Where that is what is needed,
 * the forms ask for one group each, and take more requests than are meant.
 */
export function meetSelectors(
  a: RequestSelector,
  b: RequestSelector,
  support: PolicySupport,
): Meeting | undefined {
  const others = meetOthers(a, b, support);
  if (others === undefined) return undefined;
  // No rule asks for requests without a user.
  if (a.user === "none" || b.user === "none") {
    const asksForUser = [a, b].some(
      ({ users = [], userGroups = [] }) => users.length + userGroups.length > 0,
    );
    return asksForUser && support.usersExcludeNoUser ? undefined : { forms: [], isExact: false };
  }
  // Without a user, a request is taken by a list of users whoever is in it: one list cannot say what two with nobody in common do.
  const users = meetLists(a.users, b.users);
  if (users === undefined && support.usersExcludeNoUser) return undefined;
  if (others === "inexpressible" || users === undefined) return { forms: [], isExact: false };
  const groups = meetGroups(a.userGroups ?? [], b.userGroups ?? []);
  const form = (userGroups: readonly string[]): RequestSelector => ({
    ...(users.length > 0 && { users }),
    ...(userGroups.length > 0 && { userGroups }),
    ...others,
  });
  if (groups.isExact) return { forms: [form(groups.either)], isExact: true };
  return { forms: groups.either.map((group) => form([group])), isExact: false };
}

/** In one of each of two lists. */
function meetGroups(
  a: readonly string[],
  b: readonly string[],
): { readonly either: readonly string[]; readonly isExact: boolean } {
  if (a.length === 0 || b.length === 0) return { either: [...a, ...b], isExact: true };
  const isWithin = (some: readonly string[], all: readonly string[]): boolean =>
    some.every((group) => all.includes(group));
  if (isWithin(a, b)) return { either: a, isExact: true };
  if (isWithin(b, a)) return { either: b, isExact: true };
  // What is in both lists first: that is exact.
  const both = a.filter((group) => b.includes(group));
  return { either: [...new Set([...both, ...a, ...b])], isExact: false };
}

function meetLists(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): readonly string[] | undefined {
  return meetNames(a ?? [], b ?? []);
}

type Others = Pick<PolicyRule, "verbs" | "namespaces" | "resources" | "nonResourceURLs">;

function meetOthers(
  a: RequestSelector,
  b: RequestSelector,
  support: PolicySupport,
): Others | undefined | "inexpressible" {
  const [one, other] = [kindOf(a), kindOf(b)];
  const verbs = meetLists(a.verbs, b.verbs);
  if (verbs === undefined || (one !== "any" && other !== "any" && one !== other)) return undefined;
  const verb = verbs.length > 0 && { verbs };
  if (one === "any" && other === "any") return { ...verb };
  if (one === "path" || other === "path") {
    const paths = meetPaths(pathsOf(a), pathsOf(b));
    return paths && { ...verb, nonResourceURLs: paths };
  }
  const namespaces = meetLists(a.namespaces, b.namespaces);
  const resources = meetSome(a, b, support);
  if (namespaces === undefined || resources === undefined) return undefined;
  if (resources === "inexpressible") return resources;
  return {
    ...verb,
    ...(resources.length > 0 && { resources }),
    ...(namespaces.length > 0 && { namespaces }),
  };
}

function kindOf({ resources = [], namespaces = [], nonResourceURLs = [] }: RequestSelector): string {
  if (resources.length > 0 || namespaces.length > 0) return "resource";
  return nonResourceURLs.length > 0 ? "path" : "any";
}

function meetSome(
  { resources: a = [] }: RequestSelector,
  { resources: b = [] }: RequestSelector,
  support: PolicySupport,
): Others["resources"] | "inexpressible" {
  if (a.length === 0 || b.length === 0) return [...a, ...b];
  const met = meetResources(a, b, support);
  return met.length > 0 ? met : undefined;
}

function pathsOf({ nonResourceURLs = [] }: RequestSelector): readonly string[] {
  return nonResourceURLs.length > 0 ? nonResourceURLs : ["*"];
}

/** Upstream: `k8s.io/apiserver` `pkg/audit/policy/checker.go`, `pathMatches` */
function meetPaths(a: readonly string[], b: readonly string[]): readonly string[] | undefined {
  const met = a.flatMap((one) =>
    b.flatMap((other) => (isWithin(one, other) ? [one] : isWithin(other, one) ? [other] : [])),
  );
  return met.length > 0 ? [...new Set(met)] : undefined;
}

function isWithin(path: string, other: string): boolean {
  if (path === other || other === "*") return true;
  return other.endsWith("*") && path.replace(/\*+$/, "").startsWith(other.replace(/\*+$/, ""));
}
