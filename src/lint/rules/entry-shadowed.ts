import { defineDiagnostic } from "../../diagnostics/index.js";
import { describeAssumptions } from "../describe-assumptions.js";
import type { LintRule } from "../lint-rule.js";
import { reportShadow, type Shadow } from "../report-shadow.js";

const shadowed = defineDiagnostic<Shadow>({
  code: "entry-shadowed",
  severity: "warning",
  title: "Earlier rules take every request of this entry",
  message: ({ place, by, assumptions }) =>
    `${place} is without effect: all its requests go to ${by.join(", ")}${describeAssumptions(assumptions)}`,
  help: ({ by }) => `move the rule above ${by[0]}, or delete the entry`,
});

const covered = defineDiagnostic<Shadow>({
  code: "entry-covered",
  severity: "info",
  title: "Earlier rules take every request of this entry, and record as much",
  message: ({ place, by, assumptions }) =>
    `${place} is without effect: all its requests go to ${by.join(", ")}, at the same level${describeAssumptions(assumptions)}`,
  help: () => "delete the entry",
});

/** A user, verb, resource or other entry of a list whose requests are all gone when the turn of its rule comes. */
export const entryShadowed: LintRule = {
  diagnostics: [shadowed, covered],
  *check(context) {
    for (const found of context.entries.unreachable) {
      if (found.reason === "shadowed") yield reportShadow(context, found.path, found, { shadowed, covered });
    }
  },
};
