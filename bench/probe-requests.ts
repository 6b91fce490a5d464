import { groupsOf } from "../src/kubernetes/index.js";
import type { RequestAttributes, UserInfo } from "../src/model/index.js";
import { parseRequest } from "../src/request/index.js";

/** What clusters are asked all day, and what an audit log is read for. */
const REQUESTS: readonly string[] = [
  "get secrets db -n prod",
  "create secrets -n prod",
  "list secrets -n kube-system",
  "update configmaps settings -n prod",
  "update configmaps settings -n kube-system",
  "create serviceaccounts/token web -n prod",
  "create tokenreviews",
  "create pods/exec web-0 -n prod",
  "get pods/exec web-0 -n prod",
  "create pods/portforward web-0 -n prod",
  "get pods/proxy web-0 -n prod",
  "get services/proxy web -n prod",
  "get nodes/proxy worker-1",
  "patch pods/ephemeralcontainers web-0 -n prod",
  "get pods/log web-0 -n prod",
  "create pods -n prod",
  "list pods -n prod",
  "delete pods web-0 -n prod",
  "patch deployments web -n prod",
  "create rolebindings -n prod",
  "create clusterroles",
  "create mutatingwebhookconfigurations",
  "update leases worker-1 -n kube-node-lease",
  "update leases kube-scheduler -n kube-system",
  "update endpointslices web-abcde -n prod",
  "create events.core -n prod",
  "create events.events.k8s.io -n prod",
  "patch nodes/status worker-1",
  "GET /livez",
  "GET /healthz",
  "GET /metrics",
  "GET /openapi/v2",
  "list secrets -A",
];

const USERS: readonly (UserInfo | null)[] = [
  ...["system:node:worker-1", "system:serviceaccount:prod:web", "jane", "system:anonymous"].map((name) => ({
    name,
    groups: groupsOf(name),
  })),
];

/** Each of them by a node, a service account, a user and an anonymous one. */
export const PROBE_REQUESTS: readonly RequestAttributes[] = USERS.flatMap((user) =>
  REQUESTS.map((text) => ({ ...parseRequest(`${text} --as jane`).request, user })),
);
