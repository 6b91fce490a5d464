import type { FieldPath } from "../diagnostics/index.js";
import type { GroupResources, PolicyRule } from "../model/index.js";
import { isUnexpanded, type PatternField } from "./is-unexpanded.js";
import { type IdentityField, misnamedIdentity } from "./misnamed-identity.js";
import { splitMembers } from "./split-members.js";

/**
 * The entries of a rule, and the rule itself, of which a finding about a user, a group or a wildcard tells already that no
 * request gets to the rule by them.
 */
export function* toldByNames(rule: PolicyRule, index: number): Generator<FieldPath> {
  const at = `rules[${index}]`;
  const { users = [], userGroups = [], verbs = [], namespaces = [], resources = [] } = rule;
  const { outside = [], empty = [] } = splitMembers(rule) ?? {};
  const isTold = (field: IdentityField) => (name: string) =>
    outside.includes(name) || empty.includes(name) || misnamedIdentity(field, name) !== undefined;
  const lists = [
    tell(`${at}.users`, users, isTold("users")),
    tell(`${at}.userGroups`, userGroups, isTold("userGroups")),
    tell(`${at}.verbs`, verbs, isPattern("verbs")),
    tell(`${at}.namespaces`, namespaces, isPattern("namespaces")),
  ];
  const entries = resources.map((entry, position) => tellEntry(`${at}.resources[${position}]`, entry));
  for (const { paths } of [...lists, ...entries]) yield* paths;
  const areEntries = entries.length > 0 && entries.every(({ isAll }) => isAll);
  if (areEntries || lists.some(({ isAll }) => isAll)) yield at;
}

interface Told {
  readonly paths: readonly FieldPath[];
  /** Nothing else is in the list. */
  readonly isAll: boolean;
}

function tell(list: FieldPath, entries: readonly string[], isTold: (entry: string) => boolean): Told {
  const paths = entries.flatMap((entry, position) => (isTold(entry) ? `${list}[${position}]` : []));
  return { paths, isAll: entries.length > 0 && paths.length === entries.length };
}

/** An entry of `resources`, told where all of its resources or all of its names are. */
function tellEntry(at: FieldPath, { resources = [], resourceNames = [] }: GroupResources): Told {
  const names = tell(`${at}.resources`, resources, isPattern("resources"));
  const objects = tell(`${at}.resourceNames`, resourceNames, isPattern("resourceNames"));
  const isAll = names.isAll || objects.isAll;
  return { paths: [...names.paths, ...objects.paths, ...(isAll ? [at] : [])], isAll };
}

function isPattern(field: PatternField): (written: string) => boolean {
  return (written) => isUnexpanded(field, written);
}
