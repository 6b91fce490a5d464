import type { GroupResources, PolicyRule } from "../../src/model/index.js";

/** A rule with one entry of one of its lists alone. */
export interface RestrictedRule {
  /** `resources[0].resources[1]` */
  readonly entry: string;
  readonly rule: PolicyRule;
}

/** A rule restricted to each of its entries in turn; an entry of `resources[k].resources` or `.resourceNames` leaves no other `resources[k]`. */
export function restrictRule(rule: PolicyRule): readonly RestrictedRule[] {
  const { users, userGroups, verbs, namespaces, nonResourceURLs, resources } = rule;
  return [
    ...each(users, "users", (one) => ({ ...rule, users: [one] })),
    ...each(userGroups, "userGroups", (one) => ({ ...rule, userGroups: [one] })),
    ...each(verbs, "verbs", (one) => ({ ...rule, verbs: [one] })),
    ...each(namespaces, "namespaces", (one) => ({ ...rule, namespaces: [one] })),
    ...each(nonResourceURLs, "nonResourceURLs", (one) => ({ ...rule, nonResourceURLs: [one] })),
    ...each(resources, "resources", (one) => ({ ...rule, resources: [one] })),
    ...(resources ?? []).flatMap((group, index) =>
      restrictGroup(group, `resources[${index}]`).map(([entry, one]) => ({
        entry,
        rule: { ...rule, resources: [one] },
      })),
    ),
  ];
}

function restrictGroup(
  group: GroupResources,
  path: string,
): readonly (readonly [entry: string, group: GroupResources])[] {
  const { resources = [], resourceNames = [] } = group;
  return [
    ...resources.map(
      (one, index) => [`${path}.resources[${index}]`, { ...group, resources: [one] }] as const,
    ),
    ...resourceNames.map(
      (one, index) => [`${path}.resourceNames[${index}]`, { ...group, resourceNames: [one] }] as const,
    ),
  ];
}

function each<Entry>(
  entries: readonly Entry[] | undefined,
  field: string,
  restrict: (entry: Entry) => PolicyRule,
): readonly RestrictedRule[] {
  return (entries ?? []).map((entry, index) => ({ entry: `${field}[${index}]`, rule: restrict(entry) }));
}
