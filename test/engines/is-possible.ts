import { API_VERBS, listApiResources } from "../../src/kubernetes/index.js";
import type { RequestAttributes, ResourceAttributes, UserInfo } from "../../src/model/index.js";

/**
 * What may be assumed of requests.
 *
 * - `identities`: the groups that Kubernetes gives to some names are given to these, and to nobody else.
 * - `verbs`: resources are asked for by the verbs of the API, other paths by HTTP methods.
 * - `names`: the verb tells whether an object is named.
 * - `scopes`: resources of the cluster are in no namespace, a namespace is in itself.
 * - `paths`: what is spelled like a resource is one, and a resource is spelled like one.
 */
export type Assumption = "identities" | "verbs" | "names" | "scopes" | "paths";

export const ASSUMPTIONS: readonly Assumption[] = ["identities", "verbs", "names", "scopes", "paths"];

/** Which requests there are taken to be: nothing is assumed, or everything. */
export type Reading = "formal" | "real-identities";

export function assumptionsOf(reading: Reading | readonly Assumption[]): readonly Assumption[] {
  if (reading === "formal") return [];
  return reading === "real-identities" ? ASSUMPTIONS : reading;
}

/**
 * Whether there is such a request, by a reading or by some assumptions.
 *
 * - `formal`: whatever the evaluator can be handed. The parts of a resource's path have no slash in them, and any other path
 *   begins with one.
 * - `real-identities`: what Kubernetes' own authenticators and the paths of its API make of a request as well.
 *
 * The user's part and the rest are possible or not each on its own.
 */
export function isPossible(request: RequestAttributes, reading: Reading | readonly Assumption[]): boolean {
  const { user, verb, resource, path } = request;
  const assumed = assumptionsOf(reading);
  const holds = (assumption: Assumption, isSo: () => boolean): boolean =>
    !assumed.includes(assumption) || isSo();
  if (user && !holds("identities", () => isRealUser(user))) return false;
  if (!resource) {
    const isOther =
      holds("verbs", () => METHODS.includes(verb)) && holds("paths", () => !isResourcePath(path));
    return path.startsWith("/") && isOther;
  }
  return (
    !resource.resource.includes("/") &&
    !resource.subresource?.includes("/") &&
    holds("verbs", () => API_VERBS.includes(verb)) &&
    holds("paths", () => isSpelledLikeOne(resource)) &&
    holds("names", () => mayName(verb, resource)) &&
    holds("scopes", () => isInItsNamespace(verb, resource))
  );
}

export const METHODS: readonly string[] = ["get", "head", "post", "put", "patch", "delete", "options"];

/** A user is in the groups that go with its name, and in none of those that go with other names. */
function isRealUser({ name, groups }: UserInfo): boolean {
  const own = groupsOfName(name);
  return (
    mayBeCalled("user", name) &&
    groups.every((group) => mayBeCalled("group", group)) &&
    own.every((group) => groups.includes(group)) &&
    groups.every((group) => own.includes(group) || !(goesWithName(group) || isInNoOther(name)))
  );
}

/** Whether the name stands for somebody who is in the groups that go with it alone: whom no identity provider knows. */
export function isInNoOther(name: string): boolean {
  return (
    ["system:anonymous", "system:apiserver"].includes(name) ||
    groupsOfName(name).includes("system:serviceaccounts")
  );
}

const USERS =
  "anonymous apiserver cloud-controller-manager kube-controller-manager kube-proxy kube-scheduler unsecured";
const GROUPS = "authenticated bootstrappers masters nodes serviceaccounts unauthenticated";

/** Whether there are such, as far as Kubernetes gives names to users alone, or to groups. */
export function mayBeCalled(what: "user" | "group", name: string): boolean {
  if (name.includes("*")) return false;
  const kind = kindOf(name.toLowerCase());
  if (kind === "either" || (name !== name.toLowerCase() && /^system:node:/i.test(name))) return true;
  return kind === what && name === name.toLowerCase();
}

function kindOf(name: string): "user" | "group" | "either" | "neither" {
  const [system, kind = "", ...rest] = name.split(":");
  if (system !== "system") return "either";
  const isSpelled = rest.every((part) => /^[a-z0-9.-]+$/.test(part));
  const inNamespace = isSpelled && !rest[0]?.includes(".");
  if (rest.length === 0) {
    if (USERS.split(" ").includes(kind)) return "user";
    return GROUPS.split(" ").includes(kind) ? "group" : "either";
  }
  switch (kind) {
    case "serviceaccount":
      return inNamespace && rest.length === 2 ? "user" : "neither";
    case "serviceaccounts":
      return inNamespace && rest.length === 1 ? "group" : "neither";
    case "node":
      return isSpelled && rest.length === 1 ? "user" : "either";
    case "bootstrap":
      return /^[a-z0-9]{6}$/.test(rest.join(":")) ? "user" : "either";
    case "bootstrappers":
      return "group";
    default:
      return "either";
  }
}

/** The groups that a name comes with. */
export function groupsOfName(name: string): readonly string[] {
  if (name === "system:anonymous") return ["system:unauthenticated"];
  const [system, kind, namespace, account, ...more] = name.split(":");
  const groups = ["system:authenticated"];
  if (system !== "system") return groups;
  if (kind === "apiserver" && namespace === undefined) groups.push("system:masters");
  if (kind === "node" && name.length > "system:node:".length) groups.push("system:nodes");
  if (kind === "serviceaccount" && namespace && account && more.length === 0)
    groups.push("system:serviceaccounts", `system:serviceaccounts:${namespace}`);
  return groups;
}

/** Whether a group goes with some names and no others: nobody is put into it by hand. */
export function goesWithName(group: string): boolean {
  return (
    ["system:authenticated", "system:unauthenticated", "system:nodes", "system:serviceaccounts"].includes(
      group,
    ) || group.startsWith("system:serviceaccounts:")
  );
}

/** Whether a path is one of a resource: behind `/api` and a version, or `/apis`, a group and a version, something follows. */
export function isResourcePath(path: string): boolean {
  const [prefix, ...rest] = path.replace(/^\/+/, "").replace(/\/+$/, "").split("/");
  return (prefix === "api" && rest.length >= 2) || (prefix === "apis" && rest.length >= 3);
}

function isSpelledLikeOne({
  apiGroup,
  resource,
  subresource = "",
  namespace = "",
  name = "",
}: ResourceAttributes): boolean {
  return (
    resource !== "" &&
    [apiGroup, resource, subresource].every((part) => /^[a-z0-9.-]*$/.test(part)) &&
    !`${namespace}${name}`.includes("*")
  );
}

/** Whether a request with this verb may name the object, or name none. */
function mayName(verb: string, { name = "", subresource = "" }: ResourceAttributes): boolean {
  switch (verb) {
    // Without a name, GET is list or watch, and DELETE is deletecollection.
    case "get":
    case "delete":
      return name !== "";
    case "deletecollection":
      return name === "";
    // What is created is named in the body, which the evaluator does not see.
    case "create":
      return name === "" || subresource !== "";
    // List and watch by `fieldSelector=metadata.name=`; PUT and PATCH without a name are answered with 405, and audited.
    default:
      return true;
  }
}

/**
 * Whether a resource of the cluster is in no namespace. A namespace that the path names is in itself; one that a field
 * selector names is not, as the path then names none.
 *
 * Upstream: `k8s.io/apiserver` `pkg/endpoints/request/requestinfo.go`, `NewRequestInfo`
 */
function isInItsNamespace(verb: string, about: ResourceAttributes): boolean {
  const { apiGroup, resource, namespace = "", name = "" } = about;
  if (apiGroup !== "" || resource !== "namespaces")
    return namespace === "" || !isClusterScoped(apiGroup, resource);
  if (verb === "list") return namespace === "";
  // `/api/v1/watch/namespaces/NAME`, or a field selector.
  if (verb === "watch") return namespace === "" || namespace === name;
  return namespace === name;
}

/** Whether it is a built-in resource of the cluster as a whole. */
export function isClusterScoped(apiGroup: string, resource: string): boolean {
  clusterScoped ??= new Set(
    listApiResources().flatMap((served) => (served.namespaced ? [] : `${served.group}/${served.resource}`)),
  );
  return clusterScoped.has(`${apiGroup}/${resource}`);
}

let clusterScoped: ReadonlySet<string> | undefined;
