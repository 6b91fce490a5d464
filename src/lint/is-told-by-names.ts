import type { GroupResources, PolicyRule } from "../model/index.js";
import { isUnexpanded, type PatternField } from "./is-unexpanded.js";
import { misnamedIdentity } from "./misnamed-identity.js";
import { splitMembers } from "./split-members.js";

/**
 * Whether a finding about names tells already why a rule applies to nobody: one of its lists has nothing but names that are
 * those of nobody or patterns that are none, or its users are in none of its groups.
 */
export function isToldByNames(rule: PolicyRule): boolean {
  const isAllOf = <Entry>(list: readonly Entry[] = [], isMistaken: (entry: Entry) => boolean): boolean =>
    list.length > 0 && list.every(isMistaken);
  const isPattern = (field: PatternField) => (written: string) => isUnexpanded(field, written);
  const takesNothing = ({ resources, resourceNames }: GroupResources): boolean =>
    isAllOf(resources, isPattern("resources")) || isAllOf(resourceNames, isPattern("resourceNames"));
  return (
    isAllOf(rule.users, (name) => misnamedIdentity("users", name) !== undefined) ||
    isAllOf(rule.userGroups, (name) => misnamedIdentity("userGroups", name) !== undefined) ||
    isAllOf(rule.verbs, isPattern("verbs")) ||
    isAllOf(rule.namespaces, isPattern("namespaces")) ||
    isAllOf(rule.resources, takesNothing) ||
    isAllOf(rule.users, (name) => splitMembers(rule)?.outside.includes(name) ?? false)
  );
}
