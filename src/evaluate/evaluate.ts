import { courseOf, emittedStages, type PolicySupport, policySupport } from "../kubernetes/index.js";
import type {
  Decision,
  GroupResources,
  Policy,
  PolicyRule,
  RequestAttributes,
  ResourceAttributes,
} from "../model/index.js";
import { requireRelease } from "../validate/index.js";
import { type DecisionSource, decide } from "./decide.js";

/** Which API server decides. */
export interface EvaluateOptions {
  /** The API server's release, `1.30` or `1.30.4`; the newest if not given. */
  readonly kubernetesVersion?: string | undefined;
}

/**
 * Decides how kube-apiserver audits a request.
 *
 * Rules are tried in order and the first that matches applies. A request that no rule matches is audited at level
 * `None`, with the policy's own `omitStages`. The policy is taken as it stands: what `validatePolicy` would say of it
 * makes no difference here. To decide many requests by one policy, see `compileEvaluator`.
 *
 * Upstream: `k8s.io/apiserver` `pkg/audit/policy/checker.go`, `EvaluatePolicyRule`
 *
 * @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
 *
 * @example
 * const { policy } = getPreset("gce");
 * const jane = { name: "jane", groups: ["system:authenticated"] };
 * evaluate(policy, { user: jane, verb: "get", path: "/healthz" }).level; // None
 * evaluate(policy, { user: jane, verb: "list", resource: { apiGroup: "", resource: "secrets" } }).level; // Metadata
 */
export function evaluate(
  policy: Policy,
  request: RequestAttributes,
  { kubernetesVersion }: EvaluateOptions = {},
): Decision {
  const support = policySupport(requireRelease(kubernetesVersion));
  const index = policy.rules.findIndex((rule) => findUnmatchedField(rule, request, support) === undefined);
  const source: DecisionSource = { policy, rule: index === -1 ? null : index, support };
  return decide(source, emittedStages(courseOf(request)));
}

/** The field of a rule that keeps it from matching a request. */
export type UnmatchedField =
  | "users"
  | "userGroups"
  | "verbs"
  | "namespaces"
  | "resources"
  | "nonResourceURLs";

/** The first field of the rule that does not match the request, in upstream's order; undefined if the rule matches. */
export function findUnmatchedField(
  rule: PolicyRule,
  request: RequestAttributes,
  support: PolicySupport,
): UnmatchedField | undefined {
  const { user, verb } = request;
  const { users = [], userGroups = [], verbs = [] } = rule;
  const { namespaces = [], resources = [], nonResourceURLs = [] } = rule;
  if (user || support.usersExcludeNoUser) {
    if (users.length > 0 && !(user && users.includes(user.name))) return "users";
    if (userGroups.length > 0 && !user?.groups.some((group) => userGroups.includes(group)))
      return "userGroups";
  }
  if (verbs.length > 0 && !verbs.includes(verb)) return "verbs";
  if (namespaces.length > 0 || resources.length > 0) {
    if (!request.resource) return resources.length > 0 ? "resources" : "namespaces";
    if (namespaces.length > 0 && !namespaces.includes(request.resource.namespace ?? "")) return "namespaces";
    return resources.length === 0 || resourcesMatch(resources, request.resource, support)
      ? undefined
      : "resources";
  }
  if (nonResourceURLs.length > 0) {
    const matches = !request.resource && nonResourceURLs.some((spec) => pathMatches(request.path, spec));
    return matches ? undefined : "nonResourceURLs";
  }
  return undefined;
}

// Upstream: k8s.io/apiserver, pkg/audit/policy/checker.go, pathMatches
function pathMatches(path: string, spec: string): boolean {
  if (spec === "*" || spec === path) return true;
  return spec.endsWith("*") && path.startsWith(spec.replace(/\*+$/, ""));
}

// Upstream: k8s.io/apiserver, pkg/audit/policy/checker.go, ruleMatchesResource
function resourcesMatch(
  entries: readonly GroupResources[],
  { apiGroup, resource, subresource = "", name = "" }: ResourceAttributes,
  support: PolicySupport,
): boolean {
  const combinedResource = subresource === "" ? resource : `${resource}/${subresource}`;
  return entries.some(({ group, resources = [], resourceNames = [] }) => {
    if (group !== apiGroup && !(support.groupWildcard && group === "*")) return false;
    if (resources.length === 0) return true;
    if (resourceNames.length > 0 && !resourceNames.includes(name)) return false;
    return resources.some((written) => {
      if (written === combinedResource) return true;
      if (!support.resourceWildcards) return false;
      return (
        written === "*" ||
        // `*/scale`
        (subresource !== "" && written === `*/${subresource}`) ||
        // `pods/*`, which takes `pods` as well
        written === `${resource}/*`
      );
    });
  });
}
