import { canonicalConfig, comparePolicies, isSameConfig, type PolicyComparison } from "../analyze/index.js";
import { compileEvaluator } from "../evaluate/index.js";
import { groupsOf, listApiResources } from "../kubernetes/index.js";
import type { Policy, RequestAttributes } from "../model/index.js";
import type { ProviderPolicy } from "../render/index.js";

/** The provider's policy that is nearest to the user's. */
export interface ProviderMatch {
  /** What the provider calls it: a profile of OpenShift, a log of AKS. */
  readonly name: string;
  /** The preset that it is. */
  readonly preset: ProviderPolicy["preset"];
  /** What changes where the provider's policy takes the place of the user's. */
  readonly comparison: PolicyComparison;
}

/**
 * The policy that decides every request as the given one does, by proof; where there is none, the one that decides the most
 * ordinary requests as it does. Undefined only where there are no candidates.
 */
export function matchProviderPolicy(
  policy: Policy,
  candidates: readonly ProviderPolicy[],
  kubernetesVersion: string,
): ProviderMatch | undefined {
  const requests = ordinaryRequests(kubernetesVersion);
  const [nearest] = candidates
    .map(({ name, preset, policy: theirs }) => {
      const comparison = comparePolicies(policy, theirs, { kubernetesVersion });
      const isSame = comparison.relation === "equivalent";
      const distance = isSame ? -1 : countApart(policy, theirs, requests, kubernetesVersion);
      return { match: { name, preset, comparison }, distance };
    })
    .sort((a, b) => a.distance - b.distance);
  return nearest?.match;
}

/** Each verb of each resource that the release serves, by a user who is nothing but a user. */
function ordinaryRequests(kubernetesVersion: string): readonly RequestAttributes[] {
  const user = { name: "jane", groups: groupsOf("jane") };
  return listApiResources(kubernetesVersion).flatMap(
    ({ group: apiGroup, resource, subresource, namespaced, verbs }) =>
      verbs.map((verb) => ({
        user,
        verb,
        resource: { apiGroup, resource, subresource, ...(namespaced && { namespace: "default" }) },
      })),
  );
}

/** How many of the requests two policies decide differently. */
function countApart(
  policy: Policy,
  other: Policy,
  requests: readonly RequestAttributes[],
  kubernetesVersion: string,
): number {
  const decide = compileEvaluator(policy, { kubernetesVersion });
  const decideOther = compileEvaluator(other, { kubernetesVersion });
  return requests.filter(
    (request) => !isSameConfig(canonicalConfig(decide(request)), canonicalConfig(decideOther(request))),
  ).length;
}
