import type { Assumption, UnreachableRule } from "../analyze/index.js";
import type { Diagnostic, DiagnosticFactory, FieldPath } from "../diagnostics/index.js";
import { readingOf } from "./describe-assumptions.js";
import type { LintContext } from "./lint-rule.js";

/** A rule, or an entry of one, whose requests all go to earlier rules. */
export interface Shadow {
  readonly place: FieldPath;
  readonly by: readonly FieldPath[];
  readonly assumptions: readonly Assumption[];
}

interface ShadowDiagnostics {
  /** Some of the requests are audited at another level. */
  readonly shadowed: DiagnosticFactory<Shadow>;
  readonly covered: DiagnosticFactory<Shadow>;
}

/** Says what takes the requests of a rule or of an entry, and offers to delete it where that changes nothing at all. */
export function reportShadow(
  { place }: LintContext,
  path: FieldPath,
  { shadowedBy, changesLevel, assumptions, witness }: UnreachableRule,
  { shadowed, covered }: ShadowDiagnostics,
): Diagnostic {
  const by = shadowedBy.map((earlier) => `rules[${earlier}]`);
  const related = by.map((earlier) => ({ message: `${earlier} is`, location: place(earlier).location }));
  const report = changesLevel ? shadowed : covered;
  // What never happens by an assumption alone may be meant for the day when it does.
  const isSafe = assumptions.length === 0 && !changesLevel;
  return report(
    { ...place(path), related },
    { place: path, by, assumptions },
    {
      witness,
      reading: readingOf(assumptions),
      fix: isSafe ? { title: `delete ${path}`, edits: [{ remove: path }] } : undefined,
    },
  );
}
