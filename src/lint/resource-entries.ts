import type { FieldPath } from "../diagnostics/index.js";
import type { GroupResources, Policy, PolicyRule } from "../model/index.js";

/** An entry of the `resources` of a rule. */
export interface ResourceEntry {
  readonly rule: PolicyRule;
  readonly index: number;
  readonly entry: GroupResources;
  /** `rules[3].resources[0]` */
  readonly path: FieldPath;
}

/** The entries of all rules, in order. */
export function* resourceEntries({ rules }: Policy): Generator<ResourceEntry> {
  for (const [index, rule] of rules.entries())
    for (const [position, entry] of (rule.resources ?? []).entries())
      yield { rule, index, entry, path: `rules[${index}].resources[${position}]` };
}
