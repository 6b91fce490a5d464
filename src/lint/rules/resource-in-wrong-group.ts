import { type Diagnostic, defineDiagnostic, type Fix, type PolicyEdit } from "../../diagnostics/index.js";
import { findGroupsWith, findNamed, isBuiltInGroup, isServedEver } from "../../kubernetes/index.js";
import { type GroupResources, type Level, selectorOf } from "../../model/index.js";
import { findMissed } from "../find-missed.js";
import { knowsRelease } from "../knows-release.js";
import type { LintContext, LintRule } from "../lint-rule.js";
import { quoteAll } from "../quote-all.js";
import { type ResourceEntry, resourceEntries } from "../resource-entries.js";

const diagnostic = defineDiagnostic<{
  group: string;
  resources: readonly string[];
  /** Those that have them. */
  groups: readonly string[];
  level: Level;
  /** Of a request that the rule was meant for. */
  instead: Level | undefined;
}>({
  code: "resource-in-wrong-group",
  severity: "warning",
  title: "A resource under a group that does not have it",
  message: ({ group, resources, level, instead }) => {
    const isOne = resources.length === 1;
    const wrong = `${quoteAll(resources)} ${isOne ? "is no resource" : "are no resources"} of group "${group}"`;
    if (instead === undefined) return wrong;
    return `${wrong}: requests for ${isOne ? "it" : "them"} are audited at level ${instead}, not ${level}`;
  },
  help: ({ group, resources, groups }) => {
    const where = groups.length === 1 ? `group ${quoteAll(groups)}` : `one of the groups ${quoteAll(groups)}`;
    return `write ${quoteAll(resources)} under ${where}; no Kubernetes from 1.19 on serves that in "${group}"`;
  },
});

/** Names that the group of their entry has in no release, while another built-in group has them. */
export const resourceInWrongGroup: LintRule = {
  diagnostics: [diagnostic],
  *check(context) {
    if (!knowsRelease(context)) return;
    for (const at of resourceEntries(context.policy)) {
      const { group, resources = [] } = at.entry;
      if (!isBuiltInGroup(group)) continue;
      const misplaced = resources.flatMap((name, position) => {
        // Of every group's `*/scale` some have nothing.
        if (name.startsWith("*") || isServedEver(group, name)) return [];
        const groups = findGroupsWith(name, context.kubernetesVersion);
        return groups.length === 0
          ? []
          : [{ names: [name], groups, path: `${at.path}.resources[${position}]` }];
      });
      const [first] = misplaced;
      const isAll =
        misplaced.length === resources.length &&
        misplaced.every(({ groups }) => groups.join() === first?.groups.join());
      if (first && isAll) yield report(context, at, { ...first, names: resources, path: `${at.path}.group` });
      else for (const one of misplaced) yield report(context, at, one);
    }
  },
};

interface Misplaced {
  readonly names: readonly string[];
  readonly groups: readonly string[];
  readonly path: string;
}

function report(context: LintContext, at: ResourceEntry, { names, groups, path }: Misplaced): Diagnostic {
  const { rule, index, entry } = at;
  const meant = groups.map((group) => ({ ...entry, group, resources: names }));
  const missed = findMissed(context, index, { resources: meant });
  const edits = mend(at, names, groups);
  const fix: Fix | undefined = edits && {
    title: `write ${quoteAll(names)} under group ${quoteAll(groups)}`,
    edits,
    changes: [{ ...selectorOf(rule), resources: [{ ...entry, resources: names }, ...meant] }],
  };
  return diagnostic(
    context.place(path),
    { group: entry.group, resources: names, groups, level: rule.level, instead: missed?.decision.level },
    { witness: missed?.request, reading: "real-identities", fix },
  );
}

/** Another group for the whole entry, or the name among those of an entry that the rule has for that group. */
function mend(
  { rule, index, entry, path }: ResourceEntry,
  names: readonly string[],
  groups: readonly string[],
): readonly PolicyEdit[] | undefined {
  const { resources = [] } = entry;
  const [group, ...others] = groups;
  const [name = ""] = names;
  if (group === undefined || others.length > 0) return undefined;
  if (names.length === resources.length) return [{ replace: `${path}.group`, by: group }];
  // What is left of the entry must be something, for an empty list is the whole group.
  if (!resources.some((one) => findNamed(entry.group, one).length > 0)) return undefined;
  const place = (rule.resources ?? []).findIndex(
    (other) => other.group === group && hasSameNames(other, entry),
  );
  const target = rule.resources?.[place];
  if (!target) return undefined;
  const remove = { remove: `${path}.resources[${resources.indexOf(name)}]` };
  const isThere = !target.resources?.length || target.resources.some((one) => one === name || one === "*");
  return isThere
    ? [remove]
    : [remove, { append: `rules[${index}].resources[${place}].resources`, value: name }];
}

function hasSameNames(a: GroupResources, b: GroupResources): boolean {
  return (a.resourceNames ?? []).join("\n") === (b.resourceNames ?? []).join("\n");
}
