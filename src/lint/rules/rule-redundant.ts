import { defineDiagnostic, type FieldPath } from "../../diagnostics/index.js";
import { isCatchAll } from "../../model/index.js";
import type { LintRule } from "../lint-rule.js";

const diagnostic = defineDiagnostic<{ rule: FieldPath; level: string }>({
  code: "rule-redundant",
  severity: "info",
  title: "Without this rule every request would be decided as it is",
  message: ({ rule, level }) =>
    `${rule} changes nothing: without it all its requests are at ${level} as well`,
  help: ({ rule }) => `delete ${rule}`,
});

/**
 * A rule behind which everything it matches is decided the same way. A last rule `- level: None` says what is meant, and a
 * policy that records nothing has a finding of its own.
 */
export const ruleRedundant: LintRule = {
  diagnostics: [diagnostic],
  *check({ policy, redundant, place }) {
    if (policy.rules.every(({ level }) => level === "None")) return;
    for (const index of redundant.redundant) {
      const found = policy.rules[index];
      if (!found || (found.level === "None" && isCatchAll(found))) continue;
      const rule = `rules[${index}]`;
      const fix = { title: `delete ${rule}`, edits: [{ remove: rule }] };
      yield diagnostic(place(rule), { rule, level: found.level }, { fix });
    }
  },
};
