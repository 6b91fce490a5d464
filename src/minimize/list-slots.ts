import type { FieldPath } from "../diagnostics/index.js";
import type { PolicyRule } from "../model/index.js";

/** One list of a rule. Two rules with a slot of the same key differ in nothing else of what they match. */
export interface ListSlot {
  readonly key: string;
  /** `verbs`, `resources[0].resources` */
  readonly list: FieldPath;
  readonly values: readonly string[];
  /** The rule with other values in the list. */
  readonly withValues: (values: readonly string[]) => PolicyRule;
}

const FIELDS = ["users", "userGroups", "verbs", "namespaces", "nonResourceURLs"] as const;

/** The lists of strings of a rule that say what it matches; of `resources`, for each entry the resources that it names. */
export function listSlots(rule: PolicyRule): readonly ListSlot[] {
  const { resources = [] } = rule;
  return [
    ...FIELDS.flatMap((field) => slot(field, rule[field] ?? [], (values) => ({ ...rule, [field]: values }))),
    ...resources.flatMap((entry, position) =>
      slot(`resources[${position}].resources`, entry.resources ?? [], (values) => ({
        ...rule,
        resources: resources.with(position, { ...entry, resources: values }),
      })),
    ),
  ];
}

function slot(
  list: FieldPath,
  values: readonly string[],
  withValues: (values: readonly string[]) => PolicyRule,
): readonly ListSlot[] {
  if (values.length === 0) return []; // It matches whatever the list could name.
  return [{ key: JSON.stringify([list, canonical(withValues(["*"]))]), list, values, withValues }];
}

/** What a rule matches; the same whatever the order in its lists. */
function canonical(rule: PolicyRule): unknown {
  return [
    ...FIELDS.map((field) => sorted(rule[field])),
    (rule.resources ?? []).map(({ group, resources, resourceNames }) => [
      group,
      sorted(resources),
      sorted(resourceNames),
    ]),
  ];
}

function sorted(values: readonly string[] = []): readonly string[] {
  return [...values].sort();
}
