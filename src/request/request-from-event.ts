import { GenAuditError } from "../diagnostics/index.js";
import type { RequestAttributes, UserInfo } from "../model/index.js";
import { requestFromHttp } from "./request-from-http.js";

/**
 * The attributes of the request that an event of an audit log is about, as they were when its policy was evaluated.
 *
 * They are read from the event's URL. Its `objectRef` is filled in later from the body (the name of an object that is being
 * created, say), and only counts where the log carries no URL. An impersonated user never counts.
 *
 * Upstream: `k8s.io/apiserver` `pkg/audit/request.go`, `LogRequestMetadata`, `LogRequestObject`
 *
 * @throws GenAuditError `bad-input` if it is no audit event, or says neither URL nor object.
 *
 * @example
 * const event = {
 *   kind: "Event",
 *   apiVersion: "audit.k8s.io/v1",
 *   requestURI: "/api/v1/namespaces/prod/pods",
 *   verb: "create",
 *   user: { username: "jane", groups: ["devs"] },
 *   objectRef: { resource: "pods", namespace: "prod", name: "web-0", apiVersion: "v1" },
 * };
 * requestFromEvent(event).resource?.name; // ""
 */
export function requestFromEvent(event: unknown): RequestAttributes {
  const fields = asRecord(event);
  if (!fields || !isAuditEvent(fields)) {
    throw notAnEvent(describe(fields, event), "an event has kind: Event and apiVersion: audit.k8s.io/v1");
  }
  const verb = textOf(fields["verb"]);
  if (verb === undefined)
    throw notAnEvent("an event without a verb", "it is written by kube-apiserver with each event");
  const user = readUser(fields["user"]);
  const url = textOf(fields["requestURI"]);
  if (url !== undefined && url !== "") {
    const request = requestFromHttp(METHODS.get(verb) ?? verb.toUpperCase(), url, user);
    return { ...request, verb };
  }
  const object = asRecord(fields["objectRef"]);
  if (!object)
    throw notAnEvent("an event with neither requestURI nor objectRef", "one of them says what was asked for");
  const part = (name: string): string => textOf(object[name]) ?? "";
  return {
    user,
    verb,
    resource: {
      apiGroup: part("apiGroup"),
      resource: part("resource"),
      subresource: part("subresource"),
      namespace: part("namespace"),
      name: part("name"),
    },
  };
}

/** What stands in an `EventList` says neither kind nor apiVersion; its ID and its stage tell it from an event of the core group. */
function isAuditEvent(fields: Readonly<Record<string, unknown>>): boolean {
  const [kind, apiVersion] = [textOf(fields["kind"]), textOf(fields["apiVersion"])];
  if ((kind ?? "Event") !== "Event" || !(apiVersion ?? "audit.k8s.io/").startsWith("audit.k8s.io/"))
    return false;
  const saysSo = kind !== undefined && apiVersion !== undefined;
  return saysSo || (textOf(fields["auditID"]) !== undefined && textOf(fields["stage"]) !== undefined);
}

/** A method that has the verb: an event does not say its own. */
const METHODS: ReadonlyMap<string, string> = new Map([
  ["create", "POST"],
  ["get", "GET"],
  ["list", "GET"],
  ["watch", "GET"],
  ["update", "PUT"],
  ["patch", "PATCH"],
  ["delete", "DELETE"],
  ["deletecollection", "DELETE"],
]);

/** `null` for the empty user of a request that was not authenticated. */
function readUser(value: unknown): UserInfo | null {
  const user = asRecord(value);
  const name = textOf(user?.["username"]);
  if (name === undefined || name === "") return null;
  const groups = user?.["groups"];
  return { name, groups: Array.isArray(groups) ? groups.filter((group) => typeof group === "string") : [] };
}

function describe(fields: Readonly<Record<string, unknown>> | undefined, event: unknown): string {
  if (!fields) return event === null ? "null" : Array.isArray(event) ? "a list" : `a ${typeof event}`;
  const [kind, apiVersion] = [textOf(fields["kind"]), textOf(fields["apiVersion"])];
  if (kind === undefined) return "an object without a kind";
  return `${kind} of ${apiVersion ?? "no apiVersion"}`;
}

function notAnEvent(found: string, help: string): GenAuditError {
  return new GenAuditError("bad-input", `expected an audit event, found ${found}`, { help });
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  // An object that is no list has string keys, and values of which nothing is known yet.
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
