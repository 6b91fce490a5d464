import type { FieldPath } from "../diagnostics/index.js";
import type { PolicyRule } from "../model/index.js";
import { entriesToldByNames } from "./entries-told-by-names.js";

/**
 * Whether findings about names tell already why a rule applies to nobody: one of its lists has nothing but entries that no
 * request gets to the rule by.
 */
export function isToldByNames(rule: PolicyRule): boolean {
  const told = new Set(entriesToldByNames(rule, 0));
  const isAllTold = (list: readonly unknown[] = [], path: FieldPath): boolean =>
    list.length > 0 && list.every((_, position) => told.has(`${path}[${position}]`));
  const { resources = [] } = rule;
  return (
    (["users", "userGroups", "verbs", "namespaces"] as const).some((field) =>
      isAllTold(rule[field], `rules[0].${field}`),
    ) ||
    (resources.length > 0 &&
      resources.every((entry, position) =>
        (["resources", "resourceNames"] as const).some((field) =>
          isAllTold(entry[field], `rules[0].resources[${position}].${field}`),
        ),
      ))
  );
}
