import { isAtLeast, type Version } from "./version.js";

/** The oldest release that this library knows about: the first with `audit.k8s.io/v1beta1`. */
export const OLDEST_KUBERNETES: Version = { major: 1, minor: 8 };
/** The newest release that this library knows about; what is said of no release in particular holds for it. */
export const NEWEST_KUBERNETES: Version = { major: 1, minor: 37 };

/**
 * What one Kubernetes release makes of an audit policy file, where releases differ.
 *
 * Upstream: `k8s.io/apiserver` `pkg/audit/policy/{reader,checker}.go`, `pkg/apis/audit/{types.go,validation/validation.go}`,
 * compared over the tags kubernetes-1.8.0 to v0.37.
 */
export interface PolicySupport {
  /** API versions that load, newest first. */
  readonly apiVersions: readonly string[];
  /** `omitStages` of the whole policy (1.9). */
  readonly policyOmitStages: boolean;
  /** `*` alone, in front of or behind the slash of `resources` is a wildcard (1.10). */
  readonly resourceWildcards: boolean;
  /** A rule with `users` or `userGroups` matches no request without a user (1.9.5); before, it matched each of them. */
  readonly usersExcludeNoUser: boolean;
  /** `omitManagedFields`, of the policy and of a rule (1.23). */
  readonly omitManagedFields: boolean;
  /** An unknown or duplicate field is at least written to the server's log (1.26). */
  readonly warnsOfUnknownFields: boolean;
  /** Group `*` (1.36). */
  readonly groupWildcard: boolean;
}

/** What the given release makes of an audit policy file. */
export function policySupport(version: Version): PolicySupport {
  return {
    apiVersions: [
      ...(isAtLeast(version, "1.12") ? ["audit.k8s.io/v1"] : []),
      ...(isAtLeast(version, "1.24") ? [] : ["audit.k8s.io/v1beta1", "audit.k8s.io/v1alpha1"]),
    ],
    policyOmitStages: isAtLeast(version, "1.9"),
    resourceWildcards: isAtLeast(version, "1.10"),
    usersExcludeNoUser: isAtLeast(version, "1.9.5"),
    omitManagedFields: isAtLeast(version, "1.23"),
    warnsOfUnknownFields: isAtLeast(version, "1.26"),
    groupWildcard: isAtLeast(version, "1.36"),
  };
}
