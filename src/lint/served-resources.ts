import { type ApiResource, hasApiGroup, knowsApiResources, listApiResources } from "../kubernetes/index.js";
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
    if (written.length === 0 && !hasApiGroup(entry.group, release)) return [entry];
    const resources = hasApiGroup(entry.group, release)
      ? listApiResources(release)
          .filter(({ group, verbs }) => group === entry.group && verbs.includes(verb))
          .map(nameOf)
          .filter((name) => written.length === 0 || written.some((one) => isFor(one, name)))
      : written.filter((name) => !name.includes("/"));
    return resources.length > 0 ? [{ ...entry, resources }] : [];
  });
}

function groupsOf(release: string | undefined): readonly string[] {
  return [...new Set(listApiResources(release).map(({ group }) => group))];
}

function nameOf({ resource, subresource }: ApiResource): string {
  return subresource === "" ? resource : `${resource}/${subresource}`;
}

/** Whether what is written in a rule stands for a resource: `pods/log`, `*`, `*` in front of the slash or behind it. */
function isFor(written: string, name: string): boolean {
  if (written === "*" || written === name) return true;
  const [resource, subresource] = name.split("/");
  return written === `${resource}/*` || (subresource !== undefined && written === `*/${subresource}`);
}
