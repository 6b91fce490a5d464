import type { GroupResources, PolicyRule } from "../../src/model/index.js";

/** A rule with one entry of one of its lists alone. */
export interface RestrictedRule {
  /** `resources[0].resources[1]` */
  readonly entry: string;
  readonly rule: PolicyRule;
  /** How many other entries the list has. */
  readonly others: number;
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
      restrictGroup(group, `resources[${index}]`, (one) => ({ ...rule, resources: [one] })),
    ),
  ];
}

function restrictGroup(
  group: GroupResources,
  path: string,
  restrict: (group: GroupResources) => PolicyRule,
): readonly RestrictedRule[] {
  const { resources, resourceNames } = group;
  return [
    ...each(resources, `${path}.resources`, (one) => restrict({ ...group, resources: [one] })),
    ...each(resourceNames, `${path}.resourceNames`, (one) => restrict({ ...group, resourceNames: [one] })),
  ];
}

function each<Entry>(
  entries: readonly Entry[] = [],
  list: string,
  restrict: (entry: Entry) => PolicyRule,
): readonly RestrictedRule[] {
  return entries.map((entry, index) => ({
    entry: `${list}[${index}]`,
    rule: restrict(entry),
    others: entries.length - 1,
  }));
}
