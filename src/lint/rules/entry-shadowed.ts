import type { Assumption } from "../../analyze/index.js";
import { defineDiagnostic, type FieldPath } from "../../diagnostics/index.js";
import { describeAssumptions, readingOf } from "../describe-assumptions.js";
import type { LintRule } from "../lint-rule.js";

interface Shadow {
  readonly entry: FieldPath;
  readonly by: readonly FieldPath[];
  readonly assumptions: readonly Assumption[];
}

const shadowed = defineDiagnostic<Shadow>({
  code: "entry-shadowed",
  severity: "warning",
  title: "Earlier rules take every request of this entry",
  message: ({ entry, by, assumptions }) =>
    `${entry} is without effect: all its requests go to ${by.join(", ")}${describeAssumptions(assumptions)}`,
  help: ({ by }) => `move the rule above ${by[0]}, or delete the entry`,
});

const covered = defineDiagnostic<Shadow>({
  code: "entry-covered",
  severity: "info",
  title: "Earlier rules take every request of this entry, and record as much",
  message: ({ entry, by, assumptions }) =>
    `${entry} is without effect: all its requests go to ${by.join(", ")}, at the same level${describeAssumptions(assumptions)}`,
  help: () => "delete the entry",
});

/** A user, verb, resource or other entry of a list whose requests are all gone when the turn of its rule comes. */
export const entryShadowed: LintRule = {
  diagnostics: [shadowed, covered],
  *check({ entries, place }) {
    for (const { path, reason, shadowedBy, changesLevel, assumptions, witness } of entries.unreachable) {
      if (reason !== "shadowed") continue;
      const by = shadowedBy.map((earlier) => `rules[${earlier}]`);
      const related = by.map((earlier) => ({ message: `${earlier} is`, location: place(earlier).location }));
      const fix = { title: `delete ${path}`, edits: [{ remove: path }] };
      yield (changesLevel ? shadowed : covered)(
        { ...place(path), related },
        { entry: path, by, assumptions },
        {
          witness,
          reading: readingOf(assumptions),
          fix: assumptions.length === 0 && !changesLevel ? fix : undefined,
        },
      );
    }
  },
};
