/**
 * Groups with the project's own domain that are not built in, for a CRD or an APIService brings them; and what is in them for
 * sure.
 */
export const GROUPS_BESIDE: Readonly<Record<string, readonly string[]>> = {
  "autoscaling.k8s.io": ["verticalpodautoscalers"],
  "custom.metrics.k8s.io": [],
  "external.metrics.k8s.io": [],
  "gateway.networking.k8s.io": ["gateways", "httproutes"],
  "groupsnapshot.storage.k8s.io": ["volumegroupsnapshots"],
  "metrics.k8s.io": ["pods", "nodes"],
  "policy.networking.k8s.io": ["adminnetworkpolicies"],
  "snapshot.storage.k8s.io": ["volumesnapshots"],
};
