import { identityOf, namespaceOfAccounts } from "./identities.js";
import { kindOfIdentity } from "./kind-of-identity.js";

/** Users of that name have certificates with the organization `system:nodes` in some clusters, and none in others. */
const NODES_IN_SOME_CLUSTERS = [
  // kube-up's nodes until each has a name of its own. Upstream: `k8s.io/kubernetes` `cluster/gce/util.sh`, `generate-certs`
  "kubelet",
  // Upstream: `k8s.io/kubernetes` `hack/local-up-cluster.sh`, `generate_kubeproxy_certs`
  "system:kube-proxy",
  // All nodes of RKE 1. Source: `rancher/rke` `pki/constants.go`, `KubeNodeCommonName`
  "system:node",
];

/**
 * Whether a user of that name is in a group, as far as Kubernetes' own authenticators settle it by the name; undefined where
 * they do not.
 *
 * Upstream: `k8s.io/apiserver` `pkg/authentication/serviceaccount/util.go`, `MakeGroupNames`,
 * `pkg/authentication/request/anonymous/anonymous.go`; `k8s.io/kubernetes` `pkg/auth/nodeidentifier/default.go`
 */
export function isMember(user: string, group: string): boolean | undefined {
  const identity = identityOf(user);
  switch (group) {
    case "system:unauthenticated":
      return identity.kind === "anonymous";
    case "system:authenticated":
      return identity.kind !== "anonymous";
    case "system:nodes":
      return NODES_IN_SOME_CLUSTERS.includes(user) ? undefined : identity.kind === "node";
    case "system:serviceaccounts":
      return identity.kind === "service-account";
  }
  const kind = kindOfIdentity(group);
  if (kind === "user" || kind === "nobody") return false;
  const namespace = namespaceOfAccounts(group);
  if (namespace === undefined) return undefined;
  return identity.kind === "service-account" && identity.namespace === namespace;
}
