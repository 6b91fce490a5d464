import { type GroupResources, type Policy, type PolicyRule, STAGES } from "../model/index.js";

/** What a rule does in a policy, as a text: two rules have the same if they do the same. */
export function keyWithin({
  omitStages = [],
  omitManagedFields = false,
}: Policy): (rule: PolicyRule) => string {
  return (rule) => {
    const { resources = [], ...rest } = rule;
    const omitted = new Set([...omitStages, ...(rule.omitStages ?? [])]);
    return JSON.stringify([
      rule.level,
      STAGES.filter((stage) => omitted.has(stage)),
      rule.omitManagedFields ?? omitManagedFields,
      ...[rest.users, rest.userGroups, rest.verbs, rest.namespaces, rest.nonResourceURLs].map(sorted),
      sorted(resources.flatMap(keysOfEntry)),
    ]);
  };
}

/** One for each resource: how they are put together in entries makes no difference. */
function keysOfEntry({ group, resources = [], resourceNames }: GroupResources): readonly string[] {
  const names = resources.length === 0 ? [undefined] : resources;
  return names.map((name) => JSON.stringify([group, name, sorted(resourceNames)]));
}

function sorted(texts: readonly string[] = []): readonly string[] {
  return [...new Set(texts)].sort();
}
