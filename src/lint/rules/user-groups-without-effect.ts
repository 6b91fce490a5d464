import { defineDiagnostic } from "../../diagnostics/index.js";
import { selectorOf } from "../../model/index.js";
import type { LintRule } from "../lint-rule.js";
import { splitMembers } from "../split-members.js";

const diagnostic = defineDiagnostic<Record<never, never>>({
  code: "user-groups-without-effect",
  severity: "info",
  title: "All users of a rule are in its groups anyway",
  message: () =>
    "each of these users is in one of userGroups by its name, so that userGroups asks for nothing more",
  help: () =>
    "remove userGroups; assumed are the groups that Kubernetes' own authenticators give to these names",
});

/** `userGroups` beside `users` that are in them by what Kubernetes makes of their names. */
export const userGroupsWithoutEffect: LintRule = {
  diagnostics: [diagnostic],
  *check({ policy, place }) {
    for (const [index, rule] of policy.rules.entries()) {
      if (!splitMembers(rule)?.isSettled) continue;
      const path = `rules[${index}].userGroups`;
      const { userGroups, ...rest } = selectorOf(rule);
      const fix = { title: "remove userGroups", edits: [{ remove: path }], changes: [rest] };
      yield diagnostic(place(path), {}, { reading: "real-identities", fix });
    }
  },
};
