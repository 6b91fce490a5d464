import { didYouMean, GenAuditError } from "../diagnostics/index.js";
import { adviseOnVerb, COLLECTION_VERBS, HTTP_METHODS, RESOURCE_VERBS } from "../kubernetes/index.js";
import type { RequestAttributes, ResourceAttributes, UserInfo } from "../model/index.js";
import { requestFromHttp } from "./request-from-http.js";
import { type Requester, userOf } from "./requester.js";
import { resourceFromWord, type WrittenResource } from "./resource-from-word.js";

/** A request as `kubectl auth can-i` takes it, or as HTTP. */
export interface RequestWords extends Requester {
  /** `["create", "pods/exec", "web-0"]`, `["GET", "/healthz"]` or `["GET /healthz"]`. */
  readonly words: readonly string[];
  /** `default` for namespaced resources, as for kubectl, if it is not given. */
  readonly namespace?: string | undefined;
  readonly allNamespaces?: boolean | undefined;
  /** The release whose built-in resources are known; the newest if not given. */
  readonly kubernetesVersion?: string | undefined;
}

/** A request, and what a reader should know of how it was understood. */
export interface ParsedRequest {
  readonly request: RequestAttributes;
  readonly notes: readonly string[];
}

/**
 * The attributes of a request that is written down in words.
 *
 * @throws GenAuditError `bad-input` for what is no request, with what would be one.
 */
export function requestFromWords(written: RequestWords): ParsedRequest {
  // `GET /healthz` may come as one word or as two.
  const [verb, ...rest] = written.words.flatMap((word, index) => (index === 0 ? word.split(/\s+/) : [word]));
  const [what] = rest;
  if (verb === undefined || verb === "" || what === undefined) {
    throw new GenAuditError("bad-input", "a request has a verb and a resource, or a method and a path", {
      help: "create pods/exec web-0, or GET /api/v1/pods",
    });
  }
  if (what.startsWith("/") || /^https?:\/\//.test(what)) {
    return { request: httpRequest(verb, rest, written, userOf(written)), notes: [] };
  }
  checkVerb(verb);
  const resource = resourceFromWord(what, written.kubernetesVersion);
  return resourceRequest(verb, resource, rest.slice(1), written);
}

function httpRequest(
  verb: string,
  [url = "", ...others]: readonly string[],
  { namespace, allNamespaces }: RequestWords,
  user: UserInfo | null,
): RequestAttributes {
  const method = verb.toUpperCase();
  if (!HTTP_METHODS.includes(method)) {
    const meant = didYouMean(method, HTTP_METHODS);
    throw new GenAuditError("bad-input", `"${verb}" is no HTTP method${meant}`, {
      help: `before a path stands one of ${HTTP_METHODS.join(", ")}`,
    });
  }
  if (others.length > 0 || namespace !== undefined || allNamespaces) {
    const extra = others[0] === undefined ? "a namespace" : `"${others[0]}"`;
    throw new GenAuditError("bad-input", `${extra} behind a path: the path says it all`, {
      help: "GET /api/v1/namespaces/prod/pods/web-0",
    });
  }
  return requestFromHttp(method, url, user);
}

function checkVerb(verb: string): void {
  if (RESOURCE_VERBS.includes(verb)) return;
  const advice = adviseOnVerb(verb);
  throw new GenAuditError(
    "bad-input",
    `no request has the verb "${verb}"${advice === undefined ? didYouMean(verb, RESOURCE_VERBS) : ""}`,
    { help: advice ?? `verbs are ${RESOURCE_VERBS.join(", ")}; before a path stands an HTTP method` },
  );
}

function resourceRequest(
  verb: string,
  resource: WrittenResource,
  names: readonly string[],
  written: RequestWords,
): ParsedRequest {
  const [name = "", other] = names;
  if (other !== undefined)
    throw new GenAuditError("bad-input", `one request is for one object: "${other}" is left over`);
  const isCreated = verb === "create" && resource.subresource === "";
  if (name !== "" && (isCreated || verb === "deletecollection")) {
    throw new GenAuditError("bad-input", `${verb} ${resource.word} takes no name`, {
      help: isCreated
        ? "the name of what is created is in the body, where no policy looks"
        : `delete ${resource.word} ${name} is for one object`,
    });
  }
  const { namespace, notes } = namespaceOf(verb, resource, name, written);
  const { apiGroup, resource: plural, subresource } = resource;
  const attributes: ResourceAttributes = { apiGroup, resource: plural, subresource, namespace, name };
  return {
    request: { user: userOf(written), verb, resource: attributes },
    notes: [...resource.notes, ...notes, ...noteName(verb, resource, name), ...noteVerb(verb, resource)],
  };
}

/** As kubectl has it: what is namespaced is in `default` unless something else is said. */
function namespaceOf(
  verb: string,
  { word, resource, apiGroup, served }: WrittenResource,
  name: string,
  { namespace, allNamespaces }: RequestWords,
): { readonly namespace: string; readonly notes: readonly string[] } {
  // Upstream: k8s.io/apiserver, pkg/endpoints/request/requestinfo.go: the path of a namespace names it twice.
  if (resource === "namespaces" && apiGroup === "") return { namespace: name, notes: [] };
  if (allNamespaces) {
    if (namespace !== undefined) {
      throw new GenAuditError("bad-input", `either all namespaces or "${namespace}"`, {
        help: "leave out -A, or -n",
      });
    }
    if (served?.namespaced !== false && !COLLECTION_VERBS.has(verb)) {
      throw new GenAuditError("bad-input", `${verb} ${word} is for one namespace`, {
        help: "-n NAMESPACE in place of -A",
      });
    }
    return { namespace: "", notes: [] };
  }
  if (served?.namespaced === false) {
    if (namespace === undefined) return { namespace: "", notes: [] };
    throw new GenAuditError("bad-input", `${word} is in no namespace`, { help: `leave out -n ${namespace}` });
  }
  if (namespace !== undefined) return { namespace, notes: [] };
  if (served) return { namespace: "default", notes: [] };
  return { namespace: "", notes: [`${word} is not built in: without -n it is taken to be in no namespace`] };
}

function noteName(verb: string, { word, subresource }: WrittenResource, name: string): readonly string[] {
  if (name !== "" || COLLECTION_VERBS.has(verb) || (verb === "create" && subresource === "")) return [];
  const meant = verb === "get" && subresource === "" ? `; kubectl get ${word} without a name is list` : "";
  return [`${verb} ${word} without a name is for an object that no resourceNames lists${meant}`];
}

function noteVerb(verb: string, { word, served }: WrittenResource): readonly string[] {
  if (!served || served.verbs.some((known) => known === verb)) return [];
  return [
    `${word} serves ${served.verbs.join(", ")}; ${verb} is answered with 405, and audited all the same`,
  ];
}
