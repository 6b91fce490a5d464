import { API_VERBS } from "./read-api-resources.js";

/** The verbs that kube-apiserver gives to requests for resources. */
export const RESOURCE_VERBS: readonly string[] = [...API_VERBS, "proxy"];

/** Verbs for a collection of objects, which no name is part of. */
export const COLLECTION_VERBS: ReadonlySet<string> = new Set(["list", "watch", "deletecollection"]);

export const HTTP_METHODS: readonly string[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** The verbs that it gives to all other requests. */
export const METHOD_VERBS: readonly string[] = HTTP_METHODS.map((method) => method.toLowerCase());

/** What people call a request, and how it is written. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ["exec", "create pods/exec NAME, or get pods/exec NAME for a WebSocket"],
  ["attach", "create pods/attach NAME, or get pods/attach NAME for a WebSocket"],
  ["portforward", "create pods/portforward NAME, or get pods/portforward NAME for a WebSocket"],
  ["port-forward", "create pods/portforward NAME, or get pods/portforward NAME for a WebSocket"],
  ["logs", "get pods/log NAME"],
  ["log", "get pods/log NAME"],
  ["describe", "get RESOURCE NAME"],
  ["apply", "patch RESOURCE NAME, or create RESOURCE"],
  ["edit", "patch RESOURCE NAME"],
  ["replace", "update RESOURCE NAME"],
  ["scale", "patch deployments/scale NAME"],
  ["evict", "create pods/eviction NAME"],
  ["drain", "create pods/eviction NAME"],
]);

/** Verbs of RBAC rules that are no request's. */
const OF_RBAC_ALONE = new Set(["use", "bind", "escalate", "impersonate", "approve", "sign", "attest", "*"]);

/** What to write in place of a word that is no verb. */
export function adviseOnVerb(word: string): string | undefined {
  const meant = MEANT.get(word.toLowerCase());
  if (meant !== undefined) return `kube-apiserver sees it as ${meant}`;
  if (OF_RBAC_ALONE.has(word)) return `"${word}" stands in roles; no request has it for its verb`;
  return undefined;
}
