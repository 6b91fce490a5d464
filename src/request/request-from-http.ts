import { GenAuditError } from "../diagnostics/index.js";
import type { RequestAttributes, UserInfo } from "../model/index.js";
import { readListOptions } from "./list-options.js";
import { parseRequestTarget, type RequestTarget } from "./request-target.js";

/**
 * The attributes of an HTTP request, as kube-apiserver computes them before it audits.
 *
 * The method counts as it is spelled: `get` is none that a resource knows. The URL is the path with its query; a scheme and
 * a host in front of it are passed over. Nothing is known here of what the server serves: a request that ends in 404 has
 * attributes like any other. The user of a request that fails authentication is `null`.
 *
 * Upstream: `k8s.io/apiserver` `pkg/endpoints/request/requestinfo.go`, `NewRequestInfo`
 *
 * @throws GenAuditError `bad-input` for a URL that is no request's, and for what is answered and not audited: `OPTIONS *`, and
 * `/api/v1/watch` and `/api/v1/proxy` with nothing behind.
 *
 * @example
 * const jane = { name: "jane", groups: ["system:authenticated"] };
 * requestFromHttp("GET", "/api/v1/namespaces/prod/pods?watch=1", jane).verb; // watch
 * requestFromHttp("POST", "/api/v1/namespaces/prod/pods/web-0/exec", jane).resource?.subresource; // exec
 */
export function requestFromHttp(method: string, url: string, user: UserInfo | null): RequestAttributes {
  // Upstream: Go net/http, serverHandler, which answers it itself
  if (method === "OPTIONS" && url === "*") {
    throw new GenAuditError("bad-input", `"OPTIONS *" asks nothing of kube-apiserver, and is not audited`, {
      help: "a path stands behind, as in OPTIONS /api/v1/pods",
    });
  }
  // Upstream: Go net/http, readRequest: behind CONNECT stands a host
  const isHost = method === "CONNECT" && !url.startsWith("/");
  const { path, query } = parseRequestTarget(isHost ? `http://${url}` : url);
  const parts = splitPath(path);
  const apiGroup = parts[0] === "apis" ? parts[1] : "";
  // Behind `/api/v1` and `/apis/apps/v1`.
  const own = parts.slice(parts[0] === "apis" ? 3 : 2);
  if (!["api", "apis"].includes(parts[0] ?? "") || apiGroup === undefined || own.length === 0) {
    return { user, verb: method.toLowerCase(), path };
  }
  return { user, ...resourceRequest(method, apiGroup, own, query, url) };
}

const VERBS: ReadonlyMap<string, string> = new Map([
  ["POST", "create"],
  ["GET", "get"],
  ["HEAD", "get"],
  ["PUT", "update"],
  ["PATCH", "patch"],
  ["DELETE", "delete"],
]);

/** Verbs that a path may begin with, whatever its method. */
const PATH_VERBS = new Set(["proxy", "watch"]);

/** What is a part of a namespace itself, and not a resource in it. */
const NAMESPACE_SUBRESOURCES = new Set(["status", "finalize"]);

function resourceRequest(
  method: string,
  apiGroup: string,
  own: readonly string[],
  query: RequestTarget["query"],
  url: string,
): Pick<Extract<RequestAttributes, { resource: object }>, "verb" | "resource"> {
  let parts = own;
  let verb = VERBS.get(method) ?? "";
  const [first = ""] = parts;
  if (PATH_VERBS.has(first)) {
    if (parts.length < 2) {
      throw new GenAuditError("bad-input", `"${url}" names nothing to ${first}, and is not audited`, {
        help: `a resource stands behind, as in ${url.replace(/[?].*|[/]+$/g, "")}/pods`,
      });
    }
    verb = first;
    parts = parts.slice(1);
  }
  let namespace = "";
  if (parts[0] === "namespaces" && parts.length > 1) {
    namespace = parts[1] ?? "";
    if (parts.length > 2 && !NAMESPACE_SUBRESOURCES.has(parts[2] ?? "")) parts = parts.slice(2);
  }
  const [resource = "", named = "", third = ""] = parts;
  const subresource = verb === "proxy" ? "" : third;
  let name = named;
  if (name === "" && verb === "get") {
    const list = readListOptions(query);
    verb = list.watch ? "watch" : "list";
    name = list.name;
  }
  if (name === "" && verb === "delete") verb = "deletecollection";
  return { verb, resource: { apiGroup, resource, subresource, namespace, name } };
}

function splitPath(path: string): readonly string[] {
  let [start, end] = [0, path.length];
  while (path[start] === "/") start++;
  while (end > start && path[end - 1] === "/") end--;
  return start === end ? [] : path.slice(start, end).split("/");
}
