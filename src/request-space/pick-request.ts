import { type ApiResource, groupsOf, listApiResources, METHOD_VERBS } from "../kubernetes/index.js";
import type { RequestAttributes, ResourceAttributes, UserInfo } from "../model/index.js";
import type { Dimension } from "./dimension.js";
import { hasBit, indexesOf, NAME, NAMESPACE, PATH, type Region, TARGET, USER, VERB } from "./region.js";
import type { RequestSpace } from "./request-space.js";
import type { Target } from "./targets.js";

/** One request of a region, and of all of them the one that a cluster is most likely to see. */
export function pickRequest(space: RequestSpace, region: Region): RequestAttributes {
  const user = region.hasUser ? pickUser(space, region) : null;
  const verbs = [...membersOf(space.verbs, region, VERB)];
  if (region.kind === "path") {
    const [path = "/"] = membersOf(space.paths, region, PATH);
    return { user, verb: inOrder(verbs, METHOD_VERBS)[0] ?? "get", path };
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

/** The points of a region in one dimension, one after the other: mostly the first few settle the matter. */
function* membersOf<Point>(dimension: Dimension<Point>, region: Region, index: number): Generator<Point> {
  const bits = region.bits[index] ?? new Uint32Array();
  for (let atom = 0; atom < dimension.size; atom++) if (hasBit(bits, atom)) yield* dimension.members(atom);
}

function find<Point>(points: Iterable<Point>, isMeant: (point: Point) => boolean): Point | undefined {
  for (const point of points) if (isMeant(point)) return point;
  return undefined;
}

/** Those of the order first, and in it. */
function inOrder(names: readonly string[], order: readonly string[]): readonly string[] {
  return [...order.filter((name) => names.includes(name)), ...names.filter((name) => !order.includes(name))];
}

/** A user that no policy names, where there is one; then the first that one does. */
function pickUser(space: RequestSpace, region: Region): UserInfo {
  const [name = "jane"] = membersOf(space.users, region, USER);
  const inBits = (bits: Uint32Array): readonly string[] =>
    indexesOf(bits).flatMap((index) => space.groups[index] ?? []);
  const forbidden = new Set(inBits(region.forbidden));
  const implied = groupsOf(name).filter((group) => !forbidden.has(group));
  return { name, groups: [...new Set([...inBits(region.required), ...implied])] };
}

type ResourceRequest = { readonly verb: string; readonly resource: ResourceAttributes };

/** As many targets as are looked at for a likely request. */
const MOST_TARGETS = 200;

function pickResourceRequest(space: RequestSpace, region: Region, verbs: readonly string[]): ResourceRequest {
  const names = choose(() => membersOf(space.names, region, NAME));
  const namespaces = choose(() => membersOf(space.namespaces, region, NAMESPACE));
  let best: ResourceRequest | undefined;
  let most = Number.NEGATIVE_INFINITY;
  let looked = 0;
  for (const target of membersOf(space.targets, region, TARGET)) {
    const served = findServed(target);
    for (const verb of verbs) {
      const { resource, likelihood } = complete(space, target, served, verb, names, namespaces);
      if (likelihood <= most) continue;
      [best, most] = [{ verb, resource }, likelihood];
    }
    if (most === MOST_LIKELY || ++looked === MOST_TARGETS) break;
  }
  // INVARIANT: a region has an atom in each dimension.
  return best ?? { verb: "get", resource: { apiGroup: "", resource: "pods" } };
}

/** A name, and none, where the region has it; else what it has. */
interface Choice {
  readonly named: string;
  readonly unnamed: string;
  has(name: string): boolean;
}

function choose(members: () => Iterable<string>): Choice {
  const first = (isMeant: (name: string) => boolean): string | undefined => find(members(), isMeant);
  const [any = ""] = members();
  return {
    named: first((name) => name !== "") ?? any,
    unnamed: first((name) => name === "") ?? any,
    has: (name) => first((one) => one === name) !== undefined,
  };
}

/** The request for a target, with the name and the namespace that go best with the verb, and how well they do. */
function complete(
  { others }: RequestSpace,
  { group, resource, subresource }: Target,
  served: ApiResource | undefined,
  verb: string,
  names: Choice,
  namespaces: Choice,
): { readonly resource: ResourceAttributes; readonly likelihood: number } {
  const isNamed =
    verb === "create" ? subresource !== "" : ["get", "update", "patch", "delete"].includes(verb);
  const name = isNamed ? names.named : names.unnamed;
  const isNamespaces = group === "" && resource === "namespaces";
  const isInside = served?.namespaced ?? true;
  const usual = isInside ? namespaces.named : namespaces.unnamed;
  const namespace = isNamespaces && namespaces.has(name) ? name : usual;
  const fits = [
    served ? served.verbs.includes(verb) : LIKELY_VERBS.includes(verb),
    (name !== "") === isNamed,
    isNamespaces ? namespace === name : (namespace !== "") === isInside,
    served !== undefined || group.includes("."),
    served !== undefined || subresource === "",
  ];
  // A name that no policy has may be any, and so be that of the namespace.
  const areUnnamed = others[NAME]?.has(name) && others[NAMESPACE]?.has(namespace);
  const own = isNamespaces && areUnnamed ? namespace : name;
  return {
    resource: { apiGroup: group, resource, subresource, namespace, name: own },
    // Nothing is called as a wildcard is written.
    likelihood: fits.filter(Boolean).length - (group === "*" || resource === "*" ? 2 : 0),
  };
}

/** As many things as speak for a request. */
const MOST_LIKELY = 4;

let servedByName: ReadonlyMap<string, ApiResource> | undefined;

/** The built-in resource that a target is, if it is one. */
export function findServed({ group, resource, subresource }: Target): ApiResource | undefined {
  servedByName ??= new Map(
    listApiResources().map((served) => [`${served.resource}.${served.group}/${served.subresource}`, served]),
  );
  return servedByName.get(`${resource}.${group}/${subresource}`);
}
