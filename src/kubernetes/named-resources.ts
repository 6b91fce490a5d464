import type { ApiResource } from "./api-resource.js";
import { listApiResources } from "./api-resources.js";
import { lastFormerRelease } from "./former-resources.js";

// The built-in resources that `pods`, `pods/log`, `pods/*`, `*/scale` or `*` stands for in a group, in any release or in one.
export function findNamed(group: string, name: string, kubernetesVersion?: string): readonly ApiResource[] {
  return (
    resourcesByGroup(kubernetesVersion)
      .get(group)
      ?.filter((one) => isNamed(one, name)) ?? []
  );
}

/** By release, filled on first use: what a group has is asked for each name in a policy. */
const byRelease = new Map<string | undefined, ReadonlyMap<string, readonly ApiResource[]>>();

function resourcesByGroup(
  kubernetesVersion: string | undefined,
): ReadonlyMap<string, readonly ApiResource[]> {
  const known = byRelease.get(kubernetesVersion);
  if (known) return known;
  const groups = new Map<string, ApiResource[]>();
  for (const served of listApiResources(kubernetesVersion)) {
    const group = groups.get(served.group);
    if (group) group.push(served);
    else groups.set(served.group, [served]);
  }
  byRelease.set(kubernetesVersion, groups);
  return groups;
}

/** Whether any release has built-in resources in the group. */
export function isBuiltInGroup(group: string): boolean {
  return resourcesByGroup(undefined).has(group);
}

/** The groups that have what a name stands for: those of the release, or else the newest, if it has it; or those of any. */
export function findGroupsWith(name: string, kubernetesVersion?: string): readonly string[] {
  const groupsIn = (served: readonly ApiResource[]): readonly string[] => [
    ...new Set(served.filter((one) => isNamed(one, name)).map(({ group }) => group)),
  ];
  const all = listApiResources();
  const current =
    kubernetesVersion === undefined
      ? all.filter(({ until }) => until === undefined)
      : listApiResources(kubernetesVersion);
  const groups = groupsIn(current);
  return groups.length > 0 ? groups : groupsIn(all);
}

/** Whether some release, however old, has what a name stands for. */
export function isServedEver(group: string, name: string): boolean {
  return findNamed(group, name).length > 0 || lastFormerRelease(group, name) !== undefined;
}

/** Upstream: `k8s.io/apiserver` `pkg/audit/policy/checker.go`, `ruleMatchesResource` */
function isNamed({ resource, subresource }: ApiResource, name: string): boolean {
  if (name === "*" || name === nameOf({ resource, subresource })) return true;
  return (subresource !== "" && name === `*/${subresource}`) || name === `${resource}/*`;
}

/** `pods/log` */
export function nameOf({ resource, subresource }: Pick<ApiResource, "resource" | "subresource">): string {
  return subresource === "" ? resource : `${resource}/${subresource}`;
}
