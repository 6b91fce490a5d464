import { groupsOf, identityOf, namespaceOfAccounts } from "./identities.js";
import { kindOfIdentity } from "./kind-of-identity.js";

/**
 * Whether a user of that name is in a group, as far as Kubernetes' own authenticators settle it by the name; undefined where
 * they do not. Service accounts, the API server itself and the anonymous user are in no groups but those of Kubernetes' own.
 *
 * Upstream: `k8s.io/apiserver` `pkg/authentication/serviceaccount/util.go`, `ServiceAccountInfo.UserInfo`,
 * `pkg/authentication/request/anonymous/anonymous.go`, `pkg/server/config.go`, `AuthorizeClientBearerToken`;
 * `k8s.io/kubernetes` `pkg/auth/nodeidentifier/default.go`
 */
export function isMember(user: string, group: string): boolean | undefined {
  const { kind } = identityOf(user);
  if (kind === "service-account" || kind === "api-server" || kind === "anonymous")
    return groupsOf(user).includes(group);
  switch (group) {
    case "system:unauthenticated":
    case "system:serviceaccounts":
      return false;
    case "system:authenticated":
      return true;
    case "system:nodes":
      return kind === "node";
  }
  const isNobodys = ["user", "nobody"].includes(kindOfIdentity(group) ?? "");
  return isNobodys || namespaceOfAccounts(group) !== undefined ? false : undefined;
}
