import type { Assumption } from "../../analyze/index.js";
import { defineDiagnostic, type FieldPath } from "../../diagnostics/index.js";
import type { Policy } from "../../model/index.js";
import { describeAssumptions, readingOf } from "../describe-assumptions.js";
import type { LintRule } from "../lint-rule.js";
import { splitMembers } from "../split-members.js";

const diagnostic = defineDiagnostic<{ entry: FieldPath; assumptions: readonly Assumption[] }>({
  code: "entry-repeated",
  severity: "info",
  title: "Other entries of the rule take every request of this one",
  message: ({ entry, assumptions }) =>
    `${entry} is without effect: other entries of the rule take all its requests${describeAssumptions(assumptions)}`,
  help: () => "delete the entry",
});

/** An entry that says what others of its rule say already: a name twice, `pods` beside `pods/*`, a resource beside `*`. */
export const entryRepeated: LintRule = {
  diagnostics: [diagnostic],
  *check({ policy, entries, place }) {
    for (const { path: entry, assumptions } of entries.repeated) {
      if (isBesideItsSubresources(policy, entry) || isOfNoEffectAnyway(policy, entry)) continue;
      const fix = { title: `delete ${entry}`, edits: [{ remove: entry }] };
      yield diagnostic(
        place(entry),
        { entry, assumptions },
        { reading: readingOf(assumptions), fix: assumptions.length === 0 ? fix : undefined },
      );
    }
  },
};

/** `pods` beside `pods/*`: the latter takes pods as well, but is documented to be for what lies below them. */
function isBesideItsSubresources({ rules }: Policy, entry: FieldPath): boolean {
  const [, rule, group, index] = /^rules\[(\d+)\]\.resources\[(\d+)\]\.resources\[(\d+)\]$/.exec(entry) ?? [];
  const resources = rules[Number(rule)]?.resources?.[Number(group)]?.resources ?? [];
  return resources.includes(`${resources[Number(index)]}/*`);
}

/** A group in a list that asks for nothing more: `user-groups-without-effect` says so of all of it. */
function isOfNoEffectAnyway({ rules }: Policy, entry: FieldPath): boolean {
  const rule = rules[Number(/^rules\[(\d+)\]\.userGroups\[/.exec(entry)?.[1])];
  return rule !== undefined && splitMembers(rule)?.isSettled === true;
}
