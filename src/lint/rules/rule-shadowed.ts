import type { Assumption } from "../../analyze/index.js";
import { defineDiagnostic, type FieldPath } from "../../diagnostics/index.js";
import { describeAssumptions, readingOf } from "../describe-assumptions.js";
import type { LintRule } from "../lint-rule.js";

interface Shadow {
  readonly rule: FieldPath;
  readonly by: readonly FieldPath[];
  readonly assumptions: readonly Assumption[];
}

const shadowed = defineDiagnostic<Shadow>({
  code: "rule-shadowed",
  severity: "warning",
  title: "Earlier rules take every request of this rule",
  message: ({ rule, by, assumptions }) =>
    `${rule} never applies: all its requests go to ${by.join(", ")}${describeAssumptions(assumptions)}`,
  help: ({ rule, by }) => `move ${rule} above ${by[0]}, or delete it`,
});

const covered = defineDiagnostic<Shadow>({
  code: "rule-covered",
  severity: "info",
  title: "Earlier rules take every request of this rule, and record as much",
  message: ({ rule, by, assumptions }) =>
    `${rule} never applies: all its requests go to ${by.join(", ")}, at the same level${describeAssumptions(assumptions)}`,
  help: ({ rule }) => `delete ${rule}`,
});

/** A rule that matches requests of which none is left when its turn comes. */
export const ruleShadowed: LintRule = {
  diagnostics: [shadowed, covered],
  *check({ rules, place }) {
    for (const { rule, reason, shadowedBy, changesLevel, assumptions, witness } of rules.unreachable) {
      if (reason !== "shadowed") continue;
      const path = `rules[${rule}]`;
      const by = shadowedBy.map((earlier) => `rules[${earlier}]`);
      const related = by.map((earlier) => ({ message: `${earlier} is`, location: place(earlier).location }));
      const fix = { title: `delete ${path}`, edits: [{ remove: path }] };
      yield (changesLevel ? shadowed : covered)(
        { ...place(path), related },
        { rule: path, by, assumptions },
        // What never happens by an assumption alone may be meant for the day when it does.
        {
          witness,
          reading: readingOf(assumptions),
          fix: assumptions.length === 0 && !changesLevel ? fix : undefined,
        },
      );
    }
  },
};
