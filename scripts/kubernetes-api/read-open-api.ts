import { requestFromHttp } from "../../src/request/request-from-http.js";
import { joinMentions, type Mention, type ServedResource } from "./served-resource.js";

const METHODS = ["get", "head", "post", "put", "patch", "delete", "options"] as const;

/** What is read of `api/openapi-spec/swagger.json`. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, PathItem>>;
}
export type PathItem = { readonly [Method in (typeof METHODS)[number]]?: Operation };
interface Operation {
  readonly "x-kubernetes-group-version-kind"?: { readonly kind: string };
}

/**
 * The resources of an OpenAPI document: each of its operations is a request, and read as kube-apiserver reads it.
 *
 * So the operation `connect` of `pods/exec` is `get` and `create`. That a list can be watched is told by its deprecated
 * path below `/watch/`: the parameter `watch` is on every list, even of what has no watch (`componentstatuses`).
 */
export function readOpenApi({ paths }: OpenApi): readonly ServedResource[] {
  return joinMentions(Object.entries(paths).flatMap(([path, item]) => readPath(path, item)));
}

function readPath(path: string, item: PathItem): readonly Mention[] {
  const version = /^\/(?:api|apis\/[^/]+)\/([^/]+)\/./.exec(path)?.[1];
  if (version === undefined) return []; // Discovery, /version, /logs.
  return METHODS.flatMap((method) => {
    const operation = item[method];
    if (!operation) return [];
    const { verb, resource } = requestFromHttp(method.toUpperCase(), path.replace(/\{\w+\}/g, "x"), null);
    // No verb: OPTIONS of a proxy, which has none for resources.
    if (!resource || verb === "") return [];
    const kind = operation["x-kubernetes-group-version-kind"]?.kind;
    const isSubresource = resource.subresource !== undefined && resource.subresource !== "";
    return {
      group: resource.apiGroup,
      name: isSubresource ? `${resource.resource}/${resource.subresource}` : resource.resource,
      version,
      // Not by the request's namespace: one for an object of `namespaces` has that, too.
      namespaced: path.includes("/namespaces/{namespace}/"),
      verbs: [verb],
      ...(kind !== undefined && !isSubresource && { kind }),
    };
  });
}
