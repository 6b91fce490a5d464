import type { RequestAttributes, Stage } from "../model/index.js";

const LONG_RUNNING_VERBS = new Set(["watch", "proxy"]);
const LONG_RUNNING_SUBRESOURCES = new Set(["attach", "exec", "proxy", "log", "portforward"]);

/**
 * Whether kube-apiserver lets a request run without a deadline, and so writes an event when the response starts.
 *
 * Upstream: `k8s.io/apiserver` `pkg/server/filters/longrunning.go`, `BasicLongRunningRequestCheck`, with the lists of
 * `k8s.io/kubernetes` `pkg/controlplane/apiserver/config.go`.
 *
 * @example
 * isLongRunning({ user: null, verb: "watch", resource: { apiGroup: "", resource: "pods" } }); // true
 */
export function isLongRunning({ verb, resource, path }: RequestAttributes): boolean {
  if (LONG_RUNNING_VERBS.has(verb)) return true;
  if (resource) return LONG_RUNNING_SUBRESOURCES.has(resource.subresource ?? "");
  return path.startsWith("/debug/pprof/");
}

/** The kinds of request that differ in the stages at which they are audited. */
export type RequestCourse = "unauthenticated" | "long-running" | "short";

const STAGES_OF: Readonly<Record<RequestCourse, readonly Stage[]>> = {
  unauthenticated: ["ResponseStarted"],
  "long-running": ["RequestReceived", "ResponseStarted", "ResponseComplete"],
  short: ["RequestReceived", "ResponseComplete"],
};

export function courseOf(request: RequestAttributes): RequestCourse {
  if (!request.user) return "unauthenticated";
  return isLongRunning(request) ? "long-running" : "short";
}

/**
 * The stages at which a request is audited if nothing is omitted and its handler does not panic.
 *
 * Upstream: `k8s.io/apiserver` `pkg/endpoints/filters/{audit,authn_audit,request_deadline}.go`
 */
export function emittedStages(course: RequestCourse): readonly Stage[] {
  return STAGES_OF[course];
}
