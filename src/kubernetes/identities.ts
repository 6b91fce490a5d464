const AUTHENTICATED = "system:authenticated";
const UNAUTHENTICATED = "system:unauthenticated";

/**
 * The groups of a user: those given, and those that Kubernetes' own authenticators put beside a name.
 *
 * A service account is in the two groups of service accounts, a node in `system:nodes`, the API server's own client in
 * `system:masters`. Everybody whose name was established is in `system:authenticated`, unless one of the groups given says
 * the contrary; `system:anonymous` is in `system:unauthenticated` alone.
 *
 * Upstream: `k8s.io/apiserver` `pkg/authentication/group/authenticated_group_adder.go`,
 * `pkg/authentication/serviceaccount/util.go`, `MakeGroupNames`, `pkg/server/config.go`, `AuthorizeClientBearerToken`
 *
 * @example
 * groupsOf("system:serviceaccount:argocd:argocd-server").join(" ");
 * // system:serviceaccounts system:serviceaccounts:argocd system:authenticated
 * groupsOf("jane", ["devs"]).join(" "); // devs system:authenticated
 */
export function groupsOf(name: string, given: readonly string[] = []): readonly string[] {
  if (identityOf(name).kind === "anonymous") return distinct([...given, UNAUTHENTICATED]);
  const groups = [...given, ...groupsByName(name)];
  const isSettled = groups.includes(AUTHENTICATED) || groups.includes(UNAUTHENTICATED);
  return distinct(isSettled ? groups : [...groups, AUTHENTICATED]);
}

/** Who a user is to Kubernetes' own authenticators. */
export type Identity =
  | { readonly kind: "anonymous" | "node" | "api-server" | "other" }
  | { readonly kind: "service-account"; readonly namespace: string };

/** The namespace whose service accounts make up a group; undefined for any other group. */
export function namespaceOfAccounts(group: string): string | undefined {
  return /^system:serviceaccounts:(.*)$/.exec(group)?.[1];
}

/** What a user's name says of who it is. */
export function identityOf(user: string): Identity {
  if (user === "system:anonymous") return { kind: "anonymous" };
  if (user === "system:apiserver") return { kind: "api-server" };
  const namespace = /^system:serviceaccount:([^:]+):[^:]+$/.exec(user)?.[1];
  if (namespace !== undefined) return { kind: "service-account", namespace };
  return { kind: /^system:node:./.test(user) ? "node" : "other" };
}

function groupsByName(name: string): readonly string[] {
  const identity = identityOf(name);
  switch (identity.kind) {
    case "service-account":
      return ["system:serviceaccounts", `system:serviceaccounts:${identity.namespace}`];
    case "node":
      return ["system:nodes"];
    case "api-server":
      return ["system:masters"];
    default:
      return [];
  }
}

function distinct(groups: readonly string[]): readonly string[] {
  return [...new Set(groups)];
}
