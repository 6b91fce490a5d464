import { namespaceOfAccounts } from "./identities.js";

/**
 * Upstream: `k8s.io/apiserver` `pkg/authentication/user/user.go`, `pkg/server/deprecated_insecure_serving.go`;
 * `k8s.io/kubernetes` `cluster/gce/gci/configure-helper.sh`, `create-master-auth`
 */
const USERS: readonly string[] = [
  "system:anonymous",
  "system:apiserver",
  "system:cloud-controller-manager",
  "system:kube-controller-manager",
  "system:kube-proxy",
  "system:kube-scheduler",
  "system:unsecured",
];

/** The same, and `k8s.io/cluster-bootstrap` `token/api/types.go`. Of `system:monitoring` kube-up has a user as well. */
const GROUPS: readonly string[] = [
  "system:authenticated",
  "system:bootstrappers",
  "system:masters",
  "system:nodes",
  "system:serviceaccounts",
  "system:unauthenticated",
];

/** Upstream: `k8s.io/apiserver` `pkg/authentication/serviceaccount/util.go`, `SplitUsername`; nodes, bootstrap tokens */
const USER_PATTERN =
  /^system:(?:serviceaccount:[a-z0-9-]+:[a-z0-9.-]+|node:[a-z0-9.-]+|bootstrap:[a-z0-9]{6})$/;

/**
 * Whether Kubernetes calls users or groups so, or `nobody`: a pattern, what begins as a service account and goes on
 * otherwise, and any of them not in lower case. Undefined for a name that it gives to neither, or to both.
 *
 * Nothing keeps a certificate or an identity provider from naming a group as Kubernetes names a user: it is an assumption.
 */
export function kindOfIdentity(name: string): "user" | "group" | "nobody" | undefined {
  if (name.includes("*")) return "nobody";
  if (USERS.includes(name) || USER_PATTERN.test(name)) return "user";
  if (GROUPS.includes(name) || name.startsWith("system:bootstrappers:")) return "group";
  if (/^[a-z0-9-]+$/.test(namespaceOfAccounts(name) ?? "")) return "group";
  if (/^system:serviceaccounts?:/.test(name)) return "nobody";
  const lower = name.toLowerCase();
  return lower !== name && !/^system:node:/.test(lower) && kindOfIdentity(lower) ? "nobody" : undefined;
}
