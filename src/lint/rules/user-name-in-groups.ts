import { defineDiagnostic } from "../../diagnostics/index.js";
import { findMisnamedIdentities } from "../find-misnamed-identities.js";
import type { LintRule } from "../lint-rule.js";

const diagnostic = defineDiagnostic<{ name: string; needsOwnRule: boolean }>({
  code: "user-name-in-groups",
  severity: "warning",
  title: "The name of a user stands among groups",
  message: ({ name }) => `"${name}" is the name of a user: no group is called so`,
  help: ({ needsOwnRule }) =>
    `${needsOwnRule ? "list it in users, in a rule of its own" : "list it in users"}; a group has that name only if certificates or an identity provider say so`,
});

/** A user among `userGroups`. Nobody is in a group of that name. */
export const userNameInGroups: LintRule = {
  diagnostics: [diagnostic],
  *check(context) {
    for (const { path, field, name, needsOwnRule, evidence } of findMisnamedIdentities(context, "other-kind"))
      if (field === "userGroups") yield diagnostic(context.place(path), { name, needsOwnRule }, evidence);
  },
};
