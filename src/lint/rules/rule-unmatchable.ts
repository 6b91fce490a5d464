import type { Assumption } from "../../analyze/index.js";
import { defineDiagnostic, type FieldPath } from "../../diagnostics/index.js";
import { describeAssumptions, readingOf } from "../describe-assumptions.js";
import type { LintRule } from "../lint-rule.js";
import { toldByNames } from "../told-by-names.js";
import { toldByWords } from "../told-by-words.js";

const diagnostic = defineDiagnostic<{ place: FieldPath; assumptions: readonly Assumption[] }>({
  code: "rule-unmatchable",
  severity: "warning",
  title: "No request is such that this rule, or an entry of it, matches",
  message: ({ place, assumptions }) => `${place} matches no request${describeAssumptions(assumptions)}`,
  help: () => "all fields of a rule have to match the same request",
});

/** A rule whose conditions go together for no request, or an entry that no request has beside them. */
export const ruleUnmatchable: LintRule = {
  diagnostics: [diagnostic],
  *check(context) {
    const { policy, rules, entries, place } = context;
    const found = [
      ...rules.unreachable.map((one) => ({ ...one, path: `rules[${one.rule}]` })),
      ...entries.unreachable,
    ];
    const told = new Set(
      policy.rules.flatMap((rule, index) => [
        ...toldByNames(rule, index),
        ...toldByWords(context, rule, index),
      ]),
    );
    for (const { path, reason, assumptions } of found) {
      if (reason !== "unmatchable" || told.has(path)) continue;
      yield diagnostic(place(path), { place: path, assumptions }, { reading: readingOf(assumptions) });
    }
  },
};
