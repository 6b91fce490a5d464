import type { GroupResources } from "../model/index.js";

/**
 * Neighbours of one group as one entry, as one writes them: `core.secrets, core.configmaps`. An entry with names of objects, or for a
 * whole group, says something else and stays.
 */
export function joinEntries(entries: readonly GroupResources[]): readonly GroupResources[] {
  const joined: GroupResources[] = [];
  for (const entry of entries) {
    const last = joined.at(-1);
    const isMore = last && last.group === entry.group && isOfAllObjects(last) && isOfAllObjects(entry);
    if (isMore) joined[joined.length - 1] = { ...last, resources: [...last.resources, ...entry.resources] };
    else joined.push(entry);
  }
  return joined;
}

function isOfAllObjects(
  entry: GroupResources,
): entry is GroupResources & Required<Pick<GroupResources, "resources">> {
  return entry.resources !== undefined && entry.resources.length > 0 && entry.resourceNames === undefined;
}
