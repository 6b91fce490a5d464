import { defineDiagnostic } from "../../diagnostics/index.js";
import { describeAssumptions } from "../describe-assumptions.js";
import type { LintRule } from "../lint-rule.js";
import { reportShadow, type Shadow } from "../report-shadow.js";

const shadowed = defineDiagnostic<Shadow>({
  code: "rule-shadowed",
  severity: "warning",
  title: "Earlier rules take every request of this rule",
  message: ({ place, by, assumptions }) =>
    `${place} never applies: all its requests go to ${by.join(", ")}${describeAssumptions(assumptions)}`,
  help: ({ place, by }) => `move ${place} above ${by[0]}, or delete it`,
});

const covered = defineDiagnostic<Shadow>({
  code: "rule-covered",
  severity: "info",
  title: "Earlier rules take every request of this rule, and record as much",
  message: ({ place, by, assumptions }) =>
    `${place} never applies: all its requests go to ${by.join(", ")}, at the same level${describeAssumptions(assumptions)}`,
  help: ({ place }) => `delete ${place}`,
});

/** A rule that matches requests of which none is left when its turn comes. */
export const ruleShadowed: LintRule = {
  diagnostics: [shadowed, covered],
  *check(context) {
    for (const found of context.rules.unreachable) {
      if (found.reason === "shadowed")
        yield reportShadow(context, `rules[${found.rule}]`, found, { shadowed, covered });
    }
  },
};
