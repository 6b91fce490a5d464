import type { UserInfo } from "../../src/model/index.js";
import type { LogCase } from "./log-case.js";

const jane: UserInfo = { name: "jane", groups: [] };
const dev: UserInfo = { name: "joe", groups: ["devs"] };
/** Whom the server's authorizer forbids everything. */
const stranger: UserInfo = { name: "stranger", groups: [] };
const kubeProxy: UserInfo = { name: "system:kube-proxy", groups: [] };
const node: UserInfo = { name: "system:node:n1", groups: ["system:nodes"] };

type Rest = Partial<Omit<LogCase, "name" | "method" | "url">>;

function special(name: string, request: string, rest: Rest = {}): LogCase {
  const at = request.indexOf(" ");
  return { name, method: request.slice(0, at), url: request.slice(at + 1), from: jane, ...rest };
}

const POD = "/api/v1/namespaces/prod/pods/web-0";
const PODS = "/api/v1/namespaces/prod/pods";
const forbidden: Rest = { from: stranger, status: 403 };
const unauthorized: Rest = { from: "bad-token", status: 401 };
const badTimeout: Rest = { badTimeout: true, status: 400 };
const panic: Rest = { answer: "panic", status: "broken off" };
const abort: Rest = { answer: "abort", status: "broken off" };

const LONG_RUNNING: readonly LogCase[] = [
  special("a watch that the server ends", `GET ${PODS}?watch=true`),
  special("a watch by its path", "GET /api/v1/watch/namespaces/prod/pods"),
  special("a watch by its path, of one object", "GET /api/v1/watch/namespaces/prod/pods/web-0"),
  special("a watch that the client breaks off", `GET ${PODS}?watch=1`, { answer: "until-gone" }),
  special("a watch of what is not there", "GET /apis/x.io/v1/xs?watch=1", {
    answer: "not-found",
    status: 404,
  }),
  special("a watch that is forbidden", `GET ${PODS}?watch=1`, forbidden),
  special("a watch that is not answered", `GET ${PODS}?watch=1`, { answer: "nothing" }),
  special("a watch with a timeout that cannot be read", `GET ${PODS}?watch=1&timeout=x`, {
    badTimeout: true,
  }),
  special("a watch by a user that is not audited", "GET /api/v1/services?watch=1", { from: kubeProxy }),
  special("watch=0 is a list", `GET ${PODS}?watch=0`),
  special("watch of a named object is a get", `GET ${POD}?watch=1`),
  special("exec by WebSocket", `GET ${POD}/exec?command=sh&stdin=true`, { upgrade: true }),
  special("exec by SPDY", `POST ${POD}/exec?command=sh&stdin=true`, { upgrade: true }),
  special("exec that does not upgrade", `POST ${POD}/exec`, { answer: "bad-request", status: 400 }),
  special("exec that is forbidden", `POST ${POD}/exec`, { ...forbidden, upgrade: true }),
  special("attach", `POST ${POD}/attach?container=c`, { upgrade: true }),
  special("portforward", `GET ${POD}/portforward`, { upgrade: true, from: dev }),
  special("log", `GET ${POD}/log?tailLines=10`),
  special("log, followed", `GET ${POD}/log?follow=true`, { answer: "until-gone" }),
  special("a pod's proxy", `GET ${POD}/proxy/metrics?x=1`),
  special("a service's proxy, upgraded", "GET /api/v1/namespaces/prod/services/web:80/proxy/ws", {
    upgrade: true,
  }),
  special("a node's proxy", "POST /api/v1/nodes/n1/proxy/run/x"),
  special("proxy by its path", "DELETE /api/v1/proxy/namespaces/prod/services/web/x"),
  special("profiles", "GET /debug/pprof/"),
  special("a profile", "GET /debug/pprof/heap?seconds=1"),
  special("the folder of profiles without its slash", "GET /debug/pprof"),
  special("an upgrade where nothing is long-running", "GET /apis/x.io/v1/namespaces/prod/vms/v/console", {
    upgrade: true,
  }),
];

const PANICS: readonly LogCase[] = [
  special("a panic", `GET ${POD}`, panic),
  special("a panic of a create", `POST ${PODS}`, panic),
  special("a panic of a URL that is no resource", "GET /metrics", panic),
  special("a panic after the answer began", `GET ${POD}`, { answer: "started-panic" }),
  special("an abort", `GET ${POD}`, abort),
  special("an abort after the answer began", `PUT ${POD}`, { answer: "started-abort" }),
  special("a panic of a watch", `GET ${PODS}?watch=1`, panic),
  special("a panic of a watch that had begun", `GET ${PODS}?watch=1`, { answer: "started-panic" }),
  special("a panic of a proxy", `GET ${POD}/proxy`, panic),
  special("an abort of a proxy that had begun", `GET ${POD}/proxy`, { answer: "started-abort" }),
  special("a panic of a profile that had begun", "GET /debug/pprof/profile", { answer: "started-panic" }),
  special("a panic for somebody anonymous", "GET /healthz", { ...panic, from: "anonymous" }),
];

const DEADLINES: readonly LogCase[] = [
  special("a deadline that passes", `GET ${PODS}?timeout=30ms`, { answer: "late", status: 504 }),
  special("a deadline that passes, for a path", "GET /readyz?timeout=30ms", { answer: "late", status: 504 }),
  special("a panic after the deadline", `DELETE ${POD}?timeout=30ms`, { answer: "late-panic", status: 504 }),
  special("a client that leaves before its answer ends", `GET ${PODS}`, { answer: "late-gone" }),
  special("a timeout that cannot be read", `GET ${PODS}?timeout=x`, badTimeout),
  special("a timeout without a unit", `DELETE ${POD}?timeout=5`, badTimeout),
  special("a timeout that cannot be read, first of two", `GET ${POD}?timeout=-&timeout=5s`, badTimeout),
  special("a timeout that cannot be read, for a path", "GET /healthz?timeout=soon", badTimeout),
  special("a timeout that cannot be read, anonymous", "GET /api?timeout=x", {
    ...badTimeout,
    from: "anonymous",
  }),
  special("a timeout that cannot be read, with a bad token", `GET ${POD}?timeout=x`, {
    ...badTimeout,
    from: "bad-token",
  }),
  special("a timeout that cannot be read, of a node", "GET /api/v1/nodes/n1?timeout=x", {
    ...badTimeout,
    from: node,
  }),
  special("an empty timeout", `GET ${PODS}?timeout=`),
  special("a timeout of nothing", `GET ${PODS}?timeout=0`),
  special("a negative timeout", `GET ${PODS}?timeout=-5s`),
  special("a timeout that is no query parameter", `GET ${PODS}?timeout=%zz`),
];

const IDENTITIES: readonly LogCase[] = [
  special("nobody", `GET ${PODS}`, { from: "anonymous" }),
  special("nobody, for a probe", "GET /livez", { from: "anonymous" }),
  special("nobody, for a watch", `GET ${PODS}?watch=1`, { from: "anonymous" }),
  special("a bad token", `GET ${PODS}`, unauthorized),
  special("a bad token, for a list of secrets", "GET /api/v1/secrets", unauthorized),
  special("a bad token, for a watch", `GET ${PODS}?watch=1`, unauthorized),
  special("a bad token, for exec", `POST ${POD}/exec`, { ...unauthorized, upgrade: true }),
  special("a bad token, for a probe", "GET /healthz", unauthorized),
  special("a bad token, for a profile", "GET /debug/pprof/heap", unauthorized),
  special("a bad token, for the groups", "GET /apis", unauthorized),
  special("a bad token, for an event", "POST /api/v1/namespaces/prod/events", unauthorized),
  special("a bad token, by HEAD", `HEAD ${POD}`, unauthorized),
  special("a bad token and an impersonated user", `GET ${PODS}`, {
    ...unauthorized,
    headers: { "Impersonate-User": "system:kube-proxy" },
  }),
  special("a service account", "GET /api/v1/namespaces/kube-system/endpoints/e", {
    from: {
      name: "system:serviceaccount:kube-system:endpoint-controller",
      groups: ["system:serviceaccounts", "system:serviceaccounts:kube-system"],
    },
  }),
  special("groups as they are given", `GET ${POD}`, {
    from: { name: "joe", groups: ["system:authenticated", "devs", "devs"] },
  }),
  special("somebody called anonymous, with groups", `GET ${POD}`, {
    from: { name: "system:anonymous", groups: ["devs"] },
  }),
  special("forbidden", `DELETE ${POD}`, forbidden),
  special("forbidden, for a path", "GET /metrics", forbidden),
];

const IMPERSONATION: readonly LogCase[] = [
  special("another user, who would not be audited", "GET /api/v1/services?watch=1", {
    headers: { "Impersonate-User": "system:kube-proxy" },
  }),
  special("another user, by one who is not audited", "GET /api/v1/services?watch=1", {
    from: kubeProxy,
    headers: { "Impersonate-User": "jane" },
  }),
  special("another group", "GET /api/v1/nodes/n1", {
    headers: { "Impersonate-User": "n1", "Impersonate-Group": "system:nodes" },
  }),
  special("a service account, impersonated", `GET ${PODS}`, {
    headers: { "Impersonate-User": "system:serviceaccount:prod:app" },
  }),
  special("somebody anonymous, impersonated", `GET ${PODS}`, {
    headers: { "Impersonate-User": "system:anonymous" },
  }),
  special("another user, by somebody anonymous", `GET ${PODS}`, {
    from: "anonymous",
    headers: { "Impersonate-User": "jane" },
  }),
  special("another user, refused", `GET ${PODS}`, { headers: { "Impersonate-User": "root" }, status: 403 }),
  special("another user, refused for a watch", `GET ${PODS}?watch=1`, {
    headers: { "Impersonate-User": "root" },
    status: 403,
  }),
  special("a group without a user", `POST ${PODS}`, { headers: { "Impersonate-Group": "x" }, status: 400 }),
];

const OBJECTS: readonly LogCase[] = [
  special("deletecollection", `DELETE ${PODS}`),
  special("deletecollection by the namespace controller", "DELETE /api/v1/namespaces/old/secrets", {
    from: { name: "system:serviceaccount:kube-system:namespace-controller", groups: [] },
  }),
  special("a list of one name", `GET ${PODS}?fieldSelector=metadata.name%3Dweb-0`),
  special("a list with a limit that cannot be read", `GET ${PODS}?limit=x&fieldSelector=metadata.name%3Dy`),
  special("a create, whose name is in its body", "POST /api/v1/namespaces/default/configmaps", {
    hasBody: true,
  }),
  special("an update with managed fields", "PUT /api/v1/namespaces/prod/configmaps/in-the-body", {
    hasBody: true,
  }),
  special("a patch, whose managed fields stay", "PATCH /api/v1/namespaces/prod/configmaps/in-the-body", {
    hasBody: true,
  }),
  special("a patch of a pod", `PATCH ${POD}`, { hasBody: true }),
  special("a create of a pod", `POST ${PODS}?dryRun=All`, { hasBody: true }),
  special("a create with a name in its URL", `POST ${POD}`, { answer: "not-found", status: 404 }),
  special("not found", `GET ${POD}`, { answer: "not-found", status: 404 }),
  special("no answer at all", `PUT ${POD}`, { answer: "nothing" }),
  special("a minted token", "POST /api/v1/namespaces/prod/serviceaccounts/app/token"),
  special("a binding", `POST ${POD}/binding`),
  special("an eviction", `POST ${POD}/eviction`),
  special("a scale", "GET /apis/apps/v1/namespaces/prod/deployments/web/scale"),
  special("a status of a node, by itself", "PATCH /api/v1/nodes/n1/status", { from: node }),
  special("a namespace", "GET /api/v1/namespaces/prod"),
  special("a namespace's status", "PUT /api/v1/namespaces/prod/status"),
  special("a namespace's end", "PUT /api/v1/namespaces/prod/finalize"),
  special("all namespaces", "GET /api/v1/namespaces"),
  special("a review", "POST /apis/authentication.k8s.io/v1/tokenreviews"),
  special("a custom resource", "GET /apis/x.io/v1alpha1/namespaces/prod/xs/a"),
  special("metrics of pods", "GET /apis/metrics.k8s.io/v1beta1/pods", {
    from: { name: "system:kube-controller-manager", groups: [] },
  }),
];

const URLS: readonly LogCase[] = [
  ..."/ /api /apis /api/ /api/v1 /apis/apps /apis/apps/v1 /healthz /healthz/etcd /readyz /version /openapi/v3 /logs/x /x"
    .split(" ")
    .map((path) => special(`${path}, no resource`, `GET ${path}`)),
  special("a post to no resource", "POST /healthz"),
  special("HEAD of an object", `HEAD ${POD}`),
  special("HEAD of a list", `HEAD ${PODS}`),
  special("HEAD of a path", "HEAD /version"),
  special("OPTIONS of a resource", `OPTIONS ${PODS}`),
  special("OPTIONS of a path", "OPTIONS /api"),
  special("OPTIONS of the server", "OPTIONS *"),
  special("GET of *", "GET *"),
  special("TRACE", "TRACE /metrics"),
  special("a method of no meaning", `PURGE ${POD}`),
  special("a method in lower case", `get ${POD}`),
  special("a method in lower case, for a path", "get /metrics"),
  special("CONNECT to a host", "CONNECT example.com:443", { pathInEvent: "/" }),
  special("CONNECT to a path", "CONNECT /healthz"),
  special("a URL with its host", "GET http://example.com/api/v1/secrets"),
  special("a URL with its host and no path", "GET http://example.com", { pathInEvent: "/" }),
  special("a URL with its host and only a query", "GET http://example.com?x=1", { pathInEvent: "/" }),
  special("watch of nothing", "GET /api/v1/watch", { status: 500 }),
  special("proxy of nothing", "GET /apis/apps/v1/proxy/", { status: 500 }),
  special("a sign that encodes nothing", "GET /api/v1/pods/%zz", { status: 400 }),
  special("two slashes in front", "GET //api/v1/pods"),
  special("two slashes inside", "GET /api/v1//pods"),
  special("a slash behind", `GET ${PODS}/`),
  special("a slash that is encoded", "GET /api/v1/namespaces/prod/pods%2Fweb-0%2Flog"),
  special("a letter that is encoded", "GET /healt%68z"),
  special("letters beyond ASCII", "GET /api/v1/namespaces/prod/pods/%C3%A4"),
  special("a byte that is no UTF-8", "GET /x/%ff"),
  special("a number sign", "GET /version#x"),
  special("a question mark without a query", "GET /version?"),
];

/** Requests made by hand, each for what its name says. */
export const SPECIAL_LOG_CASES: readonly LogCase[] = [
  ...LONG_RUNNING,
  ...PANICS,
  ...DEADLINES,
  ...IDENTITIES,
  ...IMPERSONATION,
  ...OBJECTS,
  ...URLS,
];
