import type { ControllerAccount } from "./controller-account.js";
import type { AnyName, Exact } from "./exact.js";
import { requireName } from "./require-name.js";

/**
 * The user that a service account is, for the `users` of a rule. In `kube-system` an editor offers the accounts of Kubernetes' own
 * controllers.
 *
 * Upstream: `k8s.io/apiserver` `pkg/authentication/serviceaccount/util.go`, `MakeUsername`
 *
 * @throws GenAuditError `bad-input` for what no namespace or service account can be called.
 *
 * @example
 * serviceAccount("argocd", "argocd-server"); // system:serviceaccount:argocd:argocd-server
 */
export function serviceAccount<
  const Namespace extends "kube-system" | AnyName,
  const Name extends (Namespace extends "kube-system" ? ControllerAccount : never) | AnyName,
>(
  namespace: Exact<Namespace, "names of namespaces">,
  name: Exact<Name, "names of service accounts">,
): `system:serviceaccount:${Namespace}:${Name}` {
  requireName("namespace", namespace);
  requireName("service account", name);
  // INVARIANT: both are what they were called with; the compiler does not see through the check of a literal.
  return `system:serviceaccount:${namespace}:${name}` as `system:serviceaccount:${Namespace}:${Name}`;
}
