import type { FieldPath } from "../diagnostics/index.js";
import type { GroupResources, PolicyRule } from "../model/index.js";

/** One entry of a list of a rule that has others. */
export interface RuleEntry {
  /** `rules[3].verbs[1]` */
  readonly path: FieldPath;
  readonly rule: number;
  /** The rule as if the entry stood alone in its list; of `resources`, alone in all of them. */
  readonly alone: PolicyRule;
  /** Which lists of entries together are the rule: those with the same name. */
  readonly list: FieldPath;
  /** For an entry inside one of `resources`: the path of that, if there are others. */
  readonly inside?: FieldPath;
  /** The same, whether there are others or not. */
  readonly outer?: FieldPath;
}

const LISTS = ["users", "userGroups", "verbs", "namespaces", "nonResourceURLs"] as const;

/** The entries of a rule's lists, as far as there are several in one. */
export function* ruleEntries(rule: PolicyRule, index: number): Generator<RuleEntry> {
  const at = `rules[${index}]`;
  for (const field of LISTS) {
    for (const [position, value] of severalOf(rule[field])) {
      const list = `${at}.${field}`;
      yield { path: `${list}[${position}]`, rule: index, alone: { ...rule, [field]: [value] }, list };
    }
  }
  const groups = rule.resources ?? [];
  for (const [position, entry] of groups.entries()) {
    const path = `${at}.resources[${position}]`;
    const alone = (some: GroupResources): PolicyRule => ({ ...rule, resources: [some] });
    const isOneOfSeveral = groups.length > 1;
    if (isOneOfSeveral) yield { path, rule: index, alone: alone(entry), list: `${at}.resources` };
    for (const field of ["resources", "resourceNames"] as const) {
      for (const [inner, value] of severalOf(entry[field])) {
        yield {
          path: `${path}.${field}[${inner}]`,
          rule: index,
          alone: alone({ ...entry, [field]: [value] }),
          list: `${path}.${field}`,
          outer: path,
          ...(isOneOfSeveral && { inside: path }),
        };
      }
    }
  }
}

function severalOf(list: readonly string[] = []): Iterable<readonly [number, string]> {
  return list.length > 1 ? list.entries() : [];
}
