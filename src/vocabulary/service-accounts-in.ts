import type { AnyName, Exact } from "./exact.js";
import { requireName } from "./require-name.js";

/**
 * The group that all service accounts of a namespace are in, for the `userGroups` of a rule: `users` have no wildcard.
 *
 * Upstream: `k8s.io/apiserver` `pkg/authentication/serviceaccount/util.go`, `MakeNamespaceGroupName`
 *
 * @throws GenAuditError `bad-input` for what no namespace can be called.
 *
 * @example
 * serviceAccountsIn("argocd"); // system:serviceaccounts:argocd
 */
export function serviceAccountsIn<const Namespace extends "kube-system" | AnyName>(
  namespace: Exact<Namespace, "names of namespaces">,
): `system:serviceaccounts:${Namespace}` {
  requireName("namespace", namespace);
  // INVARIANT: it is what it was called with; the compiler does not see through the check of a literal.
  return `system:serviceaccounts:${namespace}` as `system:serviceaccounts:${Namespace}`;
}
