import { findApiResources, groupsOf } from "../kubernetes/index.js";
import type { RequestAttributes, ResourceAttributes, UserInfo } from "../model/index.js";
import { writeResource } from "./resource-from-word.js";

/**
 * A request on one line, as `parseRequest` and `gen-audit explain` take it.
 *
 * Every part is written out, so that nothing hangs on what a reader would fill in: the group of a resource, the namespace or
 * `-A`, and, where a user is not in the groups that the name implies, `--no-implied-groups`.
 *
 * @example
 * const user = { name: "jane", groups: ["devs", "system:authenticated"] };
 * printRequest({ user, verb: "get", path: "/healthz" }); // GET /healthz --as jane --as-group devs
 * printRequest({ user: null, verb: "list", resource: { apiGroup: "apps", resource: "deployments" } });
 * // list deployments.apps -A --as-failed
 */
export function printRequest(request: RequestAttributes): string {
  const what = request.resource
    ? [request.verb, ...printResource(request.resource)]
    : [request.verb.toUpperCase(), request.path];
  return [...what.map(quote), ...printUser(request.user)].join(" ");
}

function printResource({
  apiGroup,
  resource,
  subresource = "",
  namespace = "",
  name = "",
}: ResourceAttributes): string[] {
  const word = subresource === "" ? resource : `${resource}/${subresource}`;
  const isPlain = apiGroup === "" && findApiResources(word).length === 1;
  return [
    isPlain ? word : writeResource(apiGroup, word),
    ...(name === "" ? [] : [name]),
    ...(namespace === "" ? ["-A"] : ["-n", namespace]),
  ];
}

function printUser(user: UserInfo | null): readonly string[] {
  if (!user) return ["--as-failed"];
  const byName = groupsOf(user.name);
  const others = user.groups.filter((group) => !byName.includes(group));
  const implied = groupsOf(user.name, others);
  const isWhole =
    implied.length === user.groups.length && implied.every((group) => user.groups.includes(group));
  const own = isWhole ? others : user.groups;
  return [
    `--as ${quote(user.name)}`,
    ...own.map((group) => `--as-group ${quote(group)}`),
    ...(isWhole ? [] : ["--no-implied-groups"]),
  ];
}

function quote(word: string): string {
  if (/^[\w.:/*@=+,%-]+$/.test(word)) return word;
  return word.includes("'") ? `"${word}"` : `'${word}'`;
}
