/** Audit levels, from the one that records least to the one that records most. */
export const LEVELS = ["None", "Metadata", "Request", "RequestResponse"] as const;
/** How much of a request is recorded: nothing, its metadata, that and its body, these and the body of the response. */
export type Level = (typeof LEVELS)[number];

/** The stages of a request at which kube-apiserver may write an event, in the order they occur. */
export const STAGES = ["RequestReceived", "ResponseStarted", "ResponseComplete", "Panic"] as const;
/** A stage of a request at which kube-apiserver may write an event. */
export type Stage = (typeof STAGES)[number];

/** The API version every policy has in this library, whatever the text it was read from said. */
export const POLICY_API_VERSION = "audit.k8s.io/v1";
export const POLICY_KIND = "Policy";

/**
 * An audit policy as kube-apiserver holds it: an ordered list of rules of which the first that matches applies.
 *
 * Upstream: `k8s.io/apiserver` `pkg/apis/audit/v1/types.go`, `Policy`.
 */
export interface Policy {
  readonly apiVersion: typeof POLICY_API_VERSION;
  readonly kind: typeof POLICY_KIND;
  /** Kept as written; kube-apiserver reads it and uses none of it. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** Stages for which no rule writes an event; united with the rule's own. */
  readonly omitStages?: readonly Stage[];
  /** Whether recorded bodies leave out `metadata.managedFields`, where the rule does not say. Kubernetes 1.23 and later. */
  readonly omitManagedFields?: boolean;
  readonly rules: readonly PolicyRule[];
}

/**
 * One rule. A field that is absent or empty constrains nothing; all that are present must hold.
 *
 * Upstream: `k8s.io/apiserver` `pkg/apis/audit/v1/types.go`, `PolicyRule`.
 */
export interface PolicyRule {
  readonly level: Level;
  /** User names, exact: there is no wildcard. */
  readonly users?: readonly string[];
  /** The user must be in at least one of these groups. */
  readonly userGroups?: readonly string[];
  readonly verbs?: readonly string[];
  readonly resources?: readonly GroupResources[];
  /** `""` stands for cluster-scoped requests and those for all namespaces. */
  readonly namespaces?: readonly string[];
  /** Paths; `*` only as the last character. Excludes `resources` and `namespaces`. */
  readonly nonResourceURLs?: readonly string[];
  readonly omitStages?: readonly Stage[];
  /** Overrides the policy's own. Kubernetes 1.23 and later. */
  readonly omitManagedFields?: boolean;
}

/**
 * Resources of one API group.
 *
 * Upstream: `k8s.io/apiserver` `pkg/apis/audit/v1/types.go`, `GroupResources`.
 */
export interface GroupResources {
  /** The API group without its version; `""` is the core group, `*` (Kubernetes 1.36 and later) every group. */
  readonly group: string;
  /**
   * `pods`, `pods/log`, `pods/*`, `*`, and a `*` before a subresource such as `/scale`; absent: every resource and
   * subresource of the group.
   */
  readonly resources?: readonly string[];
  /** Object names; needs `resources`. */
  readonly resourceNames?: readonly string[];
}

/** A policy whose levels and stages have not been checked yet: what a text says before kube-apiserver's own checks. */
export interface UncheckedPolicy extends Omit<Policy, "rules" | "omitStages"> {
  readonly omitStages?: readonly string[];
  readonly rules: readonly UncheckedPolicyRule[];
}

/** A rule whose level and stages have not been checked yet. */
export interface UncheckedPolicyRule extends Omit<PolicyRule, "level" | "omitStages"> {
  readonly level: string;
  readonly omitStages?: readonly string[];
}
