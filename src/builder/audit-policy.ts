import { Chain } from "./chain.js";
import type { AuditPolicyOptions, PolicyBuilder } from "./policy-builder.js";

/**
 * Starts a policy that is written in code, with the compiler refusing what kube-apiserver would refuse.
 *
 * @example
 * const { policy, diagnostics } = auditPolicy({ omitStages: ["RequestReceived"] })
 *   .rule("Metadata", { resources: [{ group: "", resources: ["secrets", "configmaps"] }] })
 *   .otherwise("Request")
 *   .build();
 * [policy.rules.length, diagnostics.length].join(", "); // 2, 0
 */
export function auditPolicy(options: AuditPolicyOptions = {}): PolicyBuilder {
  return new Chain(options, []);
}
