/** What releases before 1.19 served and none since, by the last minor that did; as `group/resource[/subresource]`. */
const FORMER: Readonly<Record<number, readonly string[]>> = {
  8: ["admissionregistration.k8s.io/externaladmissionhookconfigurations"],
  13: ["admissionregistration.k8s.io/initializerconfigurations"],
  17: [
    "apps/deployments/rollback",
    "extensions/daemonsets",
    "extensions/daemonsets/status",
    "extensions/deployments",
    "extensions/deployments/rollback",
    "extensions/deployments/scale",
    "extensions/deployments/status",
    "extensions/networkpolicies",
    "extensions/podsecuritypolicies",
    "extensions/replicasets",
    "extensions/replicasets/scale",
    "extensions/replicasets/status",
    "extensions/replicationcontrollers/scale",
  ],
  18: ["auditregistration.k8s.io/auditsinks"],
};

/**
 * The last release that served a resource or subresource, if that was before 1.19; of a group alone, if it had any.
 *
 * Upstream: `k8s.io/kubernetes` `api/openapi-spec/swagger.json` of 1.8, 1.9 and 1.12 to 1.18
 */
export function lastFormerRelease(group: string, name?: string): string | undefined {
  const known = Object.entries(FORMER).find(([, served]) =>
    served.some((one) => (name === undefined ? one.startsWith(`${group}/`) : one === `${group}/${name}`)),
  );
  return known && `1.${known[0]}`;
}
