import {
  hasApiGroup,
  listApiResources,
  printVersion,
  userGoneSince,
  type Version,
} from "../kubernetes/index.js";
import type { GroupResources, PolicyRule } from "../model/index.js";

/**
 * A rule without the groups and resources of Kubernetes' own that a release does not serve, and without users that no request of it
 * has, so that nothing stands in a policy in vain; undefined where nothing would be left of it. What Kubernetes never served is
 * somebody else's, and stays.
 */
export function followRelease(rule: PolicyRule, release: Version): PolicyRule | undefined {
  const version = printVersion({ major: release.major, minor: release.minor });
  const resources = rule.resources?.flatMap((entry) => servedOf(entry, version) ?? []);
  const users = rule.users?.filter((user) => userGoneSince(user, release) === undefined);
  if (resources?.length === 0 || users?.length === 0) return undefined;
  return { ...rule, ...(users && { users }), ...(resources && { resources }) };
}

function servedOf(entry: GroupResources, version: string): GroupResources | undefined {
  const { group, resources } = entry;
  if (!hasApiGroup(group)) return entry;
  if (!resources) return hasApiGroup(group, version) ? entry : undefined;
  const left = resources.filter((name) => isServed(group, name, version) || !isServed(group, name));
  return left.length > 0 ? { ...entry, resources: left } : undefined;
}

/** Without a version: by any release. */
function isServed(group: string, name: string, version?: string): boolean {
  const [resource, subresource = ""] = name.split("/");
  return listApiResources(version).some(
    (served) => served.group === group && served.resource === resource && served.subresource === subresource,
  );
}
