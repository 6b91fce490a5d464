import type { Exact } from "./exact.js";
import { requireName } from "./require-name.js";

/**
 * The user that the kubelet of a node is, for the `users` of a rule. All of them are in the group `system:nodes`.
 *
 * Upstream: `k8s.io/kubernetes` `pkg/auth/nodeidentifier/default.go`
 *
 * @throws GenAuditError `bad-input` for what no node can be called.
 *
 * @example
 * node("worker-1"); // system:node:worker-1
 */
export function node<const Name extends string>(name: Exact<Name, "names of nodes">): `system:node:${Name}` {
  requireName("node", name);
  // INVARIANT: it is what it was called with; the compiler does not see through the check of a literal.
  return `system:node:${name}` as `system:node:${Name}`;
}
