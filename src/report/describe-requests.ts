import type { GroupedResources, NameSet, RequestSet, ResourceSet } from "../analyze/index.js";

/**
 * A set of requests in one phrase: `create on serviceaccounts/token in kube-system by any user`.
 *
 * @example
 * const { differences } = comparePolicies(getPreset("gce").policy, getPreset("gce-upstream").policy);
 * describeRequests(differences[0].requests);
 * // get on configmaps in kube-system by system:unsecured, cluster-autoscaler
 */
export function describeRequests(requests: RequestSet): string {
  const { verbs, resources, namespaces = "any", names = "any", paths } = requests;
  const isEverything = resources === "any" && paths === "any" && verbs === "any";
  const what = isEverything
    ? "every request"
    : [
        describeNames(verbs, "any verb"),
        "on",
        [
          ...(resources === undefined ? [] : [describeResources(resources)]),
          ...(paths === undefined ? [] : [paths === "any" ? "any path" : `path ${describeNames(paths, "")}`]),
        ].join(" and "),
      ].join(" ");
  return [
    what,
    ...(names === "any" ? [] : [`named ${describeNames(names, "", "none")}`]),
    ...(namespaces === "any" ? [] : [describeNamespaces(namespaces)]),
    `by ${describeUsers(requests)}`,
  ].join(" ");
}

function describeNames(names: NameSet, any: string, empty = '""'): string {
  const write = (some: readonly string[]): string =>
    some.map((name) => (name === "" ? empty : name)).join(", ");
  if (names === "any") return any;
  const { only, except } = names;
  if (!only) return `${any === "" ? "any" : any} but ${write(except ?? [])}`;
  return except ? `${write(only)} but ${write(except)}` : write(only);
}

/** The namespace `""` is that of what is in none. */
function describeNamespaces(namespaces: NameSet): string {
  if (namespaces !== "any" && namespaces.only?.join() === "") return "outside namespaces";
  return `in ${describeNames(namespaces, "any namespace", "none")}`;
}

function describeUsers({ users, inGroups, notInGroups, withoutUser }: RequestSet): string {
  const nobody = "nobody (failed authentication)";
  if (users !== "any" && users.only?.length === 0) return nobody;
  const isAnyone = users === "any" && inGroups.length + notInGroups.length === 0;
  if (isAnyone && withoutUser) return "anyone";
  const isMost = users !== "any" && !users.only;
  const who = describeNames(users, isMost && withoutUser ? "anyone" : "any user");
  const groups = [
    ...(inGroups.length > 0 ? [` in ${inGroups.join(" and ")}`] : []),
    ...(notInGroups.length > 0 ? [` not in ${notInGroups.join(", ")}`] : []),
  ].join(" and");
  return `${who}${groups}${withoutUser && !isMost ? `, or ${nobody}` : ""}`;
}

function describeResources(resources: ResourceSet): string {
  if (resources === "any") return "any resource";
  if ("only" in resources) return resources.only.flatMap(describeGroup).join(", ");
  return `any resource but ${resources.except.flatMap(describeGroup).join(", ")}`;
}

function describeGroup({ group, resources, except }: GroupedResources): readonly string[] {
  const name = group === "" ? "the core group" : group === "*" ? "other groups" : group;
  const write = (some: readonly string[]): string => some.map((one) => withGroup(one, group)).join(", ");
  const what = resources ? write(resources) : `everything in ${name}`;
  if (!except) return [what];
  return [`${what} but ${resources ? write(except) : except.join(", ")}`];
}

/** As kubectl writes it: `deployments.apps/scale`. */
function withGroup(written: string, group: string): string {
  if (group === "") return written;
  const [resource = "", ...subresource] = written.split("/");
  return [`${resource}.${group}`, ...subresource].join("/");
}
