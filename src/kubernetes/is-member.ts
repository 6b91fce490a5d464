import { identityOf, namespaceOfAccounts } from "./identities.js";
import { kindOfIdentity } from "./kind-of-identity.js";

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
      return identity.kind === "node";
    case "system:serviceaccounts":
      return identity.kind === "service-account";
  }
  const kind = kindOfIdentity(group);
  if (kind === "user" || kind === "nobody") return false;
  const namespace = namespaceOfAccounts(group);
  if (namespace === undefined) return undefined;
  return identity.kind === "service-account" && identity.namespace === namespace;
}
