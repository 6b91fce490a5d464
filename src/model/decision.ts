import type { Level, Stage } from "./policy.js";

/**
 * What kube-apiserver does with a request by an audit policy.
 *
 * Upstream: `k8s.io/apiserver` `pkg/audit/evaluator.go`, `RequestAuditConfig`.
 */
export interface Decision {
  /** The index of the rule that applies, from 0; `null` if no rule matches. */
  readonly rule: number | null;
  readonly level: Level;
  /** Of the policy and of the rule, in the order in which stages occur. */
  readonly omitStages: readonly Stage[];
  /** The rule's if it says, else the policy's. */
  readonly omitManagedFields: boolean;
  /**
   * The stages at which an event is written, in order, if the request runs its course; empty at level `None`.
   * One whose handler panics writes `Panic` in place of `ResponseComplete`, and no `ResponseStarted` if it panics before
   * the response starts.
   */
  readonly stages: readonly Stage[];
}
