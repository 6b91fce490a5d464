import { type ApiResource, groupsOf, listApiResources } from "../kubernetes/index.js";
import type { RequestAttributes, ResourceAttributes, UserInfo } from "../model/index.js";
import type { Dimension } from "./dimension.js";
import { hasBit, indexesOf, NAME, NAMESPACE, PATH, type Region, TARGET, USER, VERB } from "./region.js";
import type { RequestSpace } from "./request-space.js";
import type { Target } from "./targets.js";

/** One request of a region, and of all of them the one that a cluster is most likely to see. */
export function pickRequest(space: RequestSpace, region: Region): RequestAttributes {
  const user = region.hasUser ? pickUser(space, region) : null;
  const verbs = membersOf(space.verbs, region, VERB);
  if (region.kind === "path") {
    const path = membersOf(space.paths, region, PATH)[0] ?? "/";
    return { user, verb: inOrder(verbs, PATH_VERBS)[0] ?? "get", path };
  }
  return { user, ...pickResourceRequest(space, region, inOrder(verbs, LIKELY_VERBS)) };
}

/** The verbs of requests for resources, the more telling ones first. */
export const LIKELY_VERBS: readonly string[] = [
  "get",
  "list",
  "create",
  "update",
  "patch",
  "delete",
  "watch",
  "deletecollection",
];
const PATH_VERBS = ["get", "head", "post", "put", "delete", "patch", "options"];

function membersOf<Point>(dimension: Dimension<Point>, region: Region, index: number): readonly Point[] {
  return indexesOf(region.bits[index] ?? new Uint32Array()).flatMap((atom) => dimension.members(atom));
}

/** Those of the order first, and in it. */
function inOrder(names: readonly string[], order: readonly string[]): readonly string[] {
  return [...order.filter((name) => names.includes(name)), ...names.filter((name) => !order.includes(name))];
}

/** A user that no policy names, where there is one; then the first that one does. */
function pickUser(space: RequestSpace, region: Region): UserInfo {
  const users = membersOf(space.users, region, USER);
  const unnamed = users.find((user) => /^jane(-\d+)?$/.test(user));
  const name = unnamed ?? users[0] ?? "jane";
  const isIn = (bits: Uint32Array, group: string): boolean => {
    const index = space.groups.indexOf(group);
    return index !== -1 && hasBit(bits, index);
  };
  const required = space.groups.filter((group) => isIn(region.required, group));
  const implied = groupsOf(name).filter((group) => !isIn(region.forbidden, group));
  return { name, groups: [...new Set([...required, ...implied])] };
}

type ResourceRequest = { readonly verb: string; readonly resource: ResourceAttributes };

/** As many targets as are looked at for a likely request. */
const MOST_TARGETS = 200;

function pickResourceRequest(space: RequestSpace, region: Region, verbs: readonly string[]): ResourceRequest {
  const names = membersOf(space.names, region, NAME);
  const namespaces = membersOf(space.namespaces, region, NAMESPACE);
  let best: ResourceRequest | undefined;
  let most = -1;
  for (const target of membersOf(space.targets, region, TARGET).slice(0, MOST_TARGETS)) {
    const served = findServed(target);
    for (const verb of verbs) {
      const { resource, likelihood } = complete(target, served, verb, names, namespaces);
      if (likelihood <= most) continue;
      [best, most] = [{ verb, resource }, likelihood];
    }
  }
  // INVARIANT: a region has an atom in each dimension.
  return best ?? { verb: "get", resource: { apiGroup: "", resource: "pods" } };
}

/** The request for a target, with the name and the namespace that go best with the verb, and how well they do. */
function complete(
  { group, resource, subresource }: Target,
  served: ApiResource | undefined,
  verb: string,
  names: readonly string[],
  namespaces: readonly string[],
): { readonly resource: ResourceAttributes; readonly likelihood: number } {
  const isNamed =
    verb === "create" ? subresource !== "" : ["get", "update", "patch", "delete"].includes(verb);
  const name = names.find((one) => (one !== "") === isNamed) ?? names[0] ?? "";
  const isNamespaces = group === "" && resource === "namespaces";
  const isInside = served?.namespaced ?? true;
  const namespace =
    namespaces.find((one) => (isNamespaces ? one === name : (one !== "") === isInside)) ??
    namespaces[0] ??
    "";
  const fits = [
    served ? served.verbs.includes(verb) : LIKELY_VERBS.includes(verb),
    (name !== "") === isNamed,
    isNamespaces ? namespace === name : (namespace !== "") === isInside,
    served !== undefined || group.includes("."),
  ];
  // A name that no policy has may be any, and so be that of the namespace.
  const own = isNamespaces && name !== "" && namespace !== "" ? namespace : name;
  return {
    resource: { apiGroup: group, resource, subresource, namespace, name: own },
    likelihood: fits.filter(Boolean).length,
  };
}

let servedByName: ReadonlyMap<string, ApiResource> | undefined;

function findServed({ group, resource, subresource }: Target): ApiResource | undefined {
  servedByName ??= new Map(
    listApiResources().map((served) => [`${served.resource}.${served.group}/${served.subresource}`, served]),
  );
  return servedByName.get(`${resource}.${group}/${subresource}`);
}
