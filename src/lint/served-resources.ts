import { findNamed, hasApiGroup, knowsApiResources, listApiResources, nameOf } from "../kubernetes/index.js";
import type { GroupResources } from "../model/index.js";

/** Objects that every cluster has, and one of a custom resource: what is asked of "any resource". */
export const COMMON_RESOURCES: readonly GroupResources[] = [
  {
    group: "",
    resources: ["pods", "configmaps", "secrets", "serviceaccounts", "nodes/status", "pods/status"],
  },
  { group: "apps", resources: ["deployments", "daemonsets", "statefulsets", "replicasets"] },
  { group: "batch", resources: ["jobs"] },
  { group: "rbac.authorization.k8s.io", resources: ["roles", "rolebindings"] },
  { group: "custom.example.com", resources: ["widgets"] },
];

/**
 * Of the resources that a rule names, those that an API server serves with a verb. Of custom resources it is not known, so
 * that all but their subresources count.
 */
export function servedResources(
  entries: readonly GroupResources[],
  verb: string,
  kubernetesVersion?: string,
): readonly GroupResources[] {
  const release = kubernetesVersion && knowsApiResources(kubernetesVersion) ? kubernetesVersion : undefined;
  return entries.flatMap((entry) => {
    const { resources: written = [] } = entry;
    if (entry.group === "*") {
      const isAny = written.length === 0 || written.includes("*");
      const groups = isAny
        ? COMMON_RESOURCES
        : groupsOf(release).map((group) => ({ group, resources: written }));
      return servedResources(
        groups.map((one) => ({ ...entry, ...one })),
        verb,
        kubernetesVersion,
      );
    }
    if (!hasApiGroup(entry.group, release)) {
      const own = written.filter((name) => !name.includes("/"));
      return written.length === 0 ? [entry] : withResources(entry, own);
    }
    const names = written.length === 0 ? ["*"] : written;
    const served = names.flatMap((name) => findNamed(entry.group, name, release));
    const withVerb = served.filter(({ verbs }) => verbs.includes(verb)).map(nameOf);
    return withResources(entry, [...new Set(withVerb)]);
  });
}

function withResources(entry: GroupResources, resources: readonly string[]): readonly GroupResources[] {
  return resources.length > 0 ? [{ ...entry, resources }] : [];
}

function groupsOf(release: string | undefined): readonly string[] {
  return [...new Set(listApiResources(release).map(({ group }) => group))];
}
