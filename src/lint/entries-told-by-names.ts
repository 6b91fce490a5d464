import type { FieldPath } from "../diagnostics/index.js";
import type { PolicyRule } from "../model/index.js";
import { isUnexpanded, type PatternField } from "./is-unexpanded.js";
import { misnamedIdentity } from "./misnamed-identity.js";
import { splitMembers } from "./split-members.js";

/** The entries of a rule of which a finding about names tells already that no request gets to the rule by them. */
export function* entriesToldByNames(rule: PolicyRule, index: number): Generator<FieldPath> {
  const at = `rules[${index}]`;
  const { outside = [], empty = [] } = splitMembers(rule) ?? {};
  for (const field of ["users", "userGroups"] as const)
    yield* pathsOf(
      `${at}.${field}`,
      rule[field],
      (name) => [...outside, ...empty].includes(name) || misnamedIdentity(field, name) !== undefined,
    );
  const isPattern = (field: PatternField) => (written: string) => isUnexpanded(field, written);
  for (const field of ["verbs", "namespaces"] as const)
    yield* pathsOf(`${at}.${field}`, rule[field], isPattern(field));
  for (const [position, entry] of (rule.resources ?? []).entries())
    for (const field of ["resources", "resourceNames"] as const)
      yield* pathsOf(`${at}.resources[${position}].${field}`, entry[field], isPattern(field));
}

function* pathsOf(
  path: FieldPath,
  list: readonly string[] = [],
  isTold: (entry: string) => boolean,
): Generator<FieldPath> {
  for (const [position, entry] of list.entries()) if (isTold(entry)) yield `${path}[${position}]`;
}
