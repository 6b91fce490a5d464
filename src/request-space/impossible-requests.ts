import { listApiResources, METHOD_VERBS } from "../kubernetes/index.js";
import type { Dimension, PointSet } from "./dimension.js";
import { type Draft, draft } from "./draft.js";
import type { Names } from "./names.js";
import { isResourcePath } from "./paths.js";
import type { Assumption } from "./reading.js";
import { type Kind, NAME, NAMESPACE, PATH, TARGET, VERB } from "./region.js";
import type { Target } from "./targets.js";

/** The verbs of requests for resources, in the order in which people list them, and of all others. */
export const OCCURRING_VERBS: Readonly<Record<Kind, readonly string[]>> = {
  resource: ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"],
  path: METHOD_VERBS,
};

/** What requests differ in, but for their users. */
export interface RequestParts {
  readonly verbs: Names;
  readonly namespaces: Names;
  readonly targets: Dimension<Target>;
  readonly names: Names;
  readonly paths: Dimension<string>;
}

/**
 * What an assumption rules out, but for the groups of users: these the roots are made by.
 *
 * Upstream: `k8s.io/apiserver` `pkg/endpoints/request/requestinfo.go`, `NewRequestInfo`
 */
export function impossibleRequests(assumption: Assumption, parts: RequestParts): Iterable<Draft> {
  return IMPOSSIBLE[assumption](parts);
}

const IMPOSSIBLE: Readonly<Record<Assumption, (parts: RequestParts) => Iterable<Draft>>> = {
  identities: () => [],
  verbs: impossibleVerbs,
  names: impossibleNames,
  scopes: impossibleScopes,
  paths: impossiblePaths,
};

function* impossibleVerbs({ verbs }: RequestParts): Generator<Draft> {
  const others = (kind: Kind): PointSet => where(verbs, (verb) => !OCCURRING_VERBS[kind].includes(verb));
  yield draft({ [VERB]: others("resource") });
  yield draft({ [VERB]: others("path") }, "path");
}

function* impossiblePaths({ paths, namespaces, names, targets }: RequestParts): Generator<Draft> {
  yield draft({ [PATH]: paths.where(isResourcePath) }, "path");
  const isPattern = (name: string): boolean => name.includes("*");
  yield draft({ [NAMESPACE]: where(namespaces, isPattern) });
  yield draft({ [NAME]: where(names, isPattern) });
  yield draft({ [TARGET]: targets.where((target) => !isSpelled(target)) });
}

/** Whether the parts of a path may be spelled so: no resource is called `*`. */
function isSpelled({ group, resource, subresource }: Target): boolean {
  return /^[a-z0-9.-]*$/.test(group) && /^[a-z0-9.-]+$/.test(resource) && /^[a-z0-9.-]*$/.test(subresource);
}

/** Without a name a GET is list or watch, and a DELETE is deletecollection; what is created is named in the body. */
function* impossibleNames({ verbs, names, targets }: RequestParts): Generator<Draft> {
  const named = where(names, (name) => name !== "");
  yield draft({
    [VERB]: where(verbs, (verb) => verb === "get" || verb === "delete"),
    [NAME]: where(names, (name) => name === ""),
  });
  yield draft({ [VERB]: where(verbs, (verb) => verb === "deletecollection"), [NAME]: named });
  yield draft({
    [VERB]: where(verbs, (verb) => verb === "create"),
    [NAME]: named,
    [TARGET]: targets.where(({ subresource }) => subresource === ""),
  });
}

function* impossibleScopes({ verbs, namespaces, targets, names }: RequestParts): Generator<Draft> {
  clusterScoped ??= new Set(
    listApiResources().flatMap(({ namespaced, group, resource }) =>
      namespaced || isNamespaces({ group, resource }) ? [] : [`${resource}.${group}`],
    ),
  );
  const scoped = clusterScoped;
  const inSome = where(namespaces, (namespace) => namespace !== "");
  yield draft({
    [TARGET]: targets.where(({ group, resource }) => scoped.has(`${resource}.${group}`)),
    [NAMESPACE]: inSome,
  });
  const about = targets.where(isNamespaces);
  if (about.points.length === 0) return;
  // A field selector names the object alone, while the path of a namespace names it twice.
  yield draft({ [TARGET]: about, [VERB]: where(verbs, (verb) => verb === "list"), [NAMESPACE]: inSome });
  const watch = where(verbs, (verb) => verb === "watch");
  const others = where(verbs, (verb) => verb !== "list" && verb !== "watch");
  const known = new Set(names.dimension.points);
  for (const name of known) {
    const isNamed = names.isNamed(name) && namespaces.isNamed(name);
    const isOwn = (namespace: string): boolean => namespace === name || (!known.has(namespace) && !isNamed);
    const one = { [TARGET]: about, [NAME]: where(names, (other) => other === name) };
    yield draft({
      ...one,
      [VERB]: others,
      [NAMESPACE]: where(namespaces, (namespace) => !isOwn(namespace)),
    });
    yield draft({
      ...one,
      [VERB]: watch,
      [NAMESPACE]: where(namespaces, (namespace) => namespace !== "" && !isOwn(namespace)),
    });
  }
}

/** The built-in resources of the cluster but for namespaces, found on first use. */
let clusterScoped: ReadonlySet<string> | undefined;

function isNamespaces({ group, resource }: Pick<Target, "group" | "resource">): boolean {
  return group === "" && resource === "namespaces";
}

function where({ dimension }: Names, holds: (name: string) => boolean): PointSet {
  return dimension.where(holds);
}
