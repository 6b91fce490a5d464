import { defineDiagnostic } from "../../diagnostics/index.js";
import { findMisnamedIdentities } from "../find-misnamed-identities.js";
import type { LintRule } from "../lint-rule.js";

const diagnostic = defineDiagnostic<{ name: string; needsOwnRule: boolean }>({
  code: "group-name-in-users",
  severity: "warning",
  title: "The name of a group stands among users",
  message: ({ name }) => `"${name}" is the name of a group: no user is called so`,
  help: ({ needsOwnRule }) =>
    `${needsOwnRule ? "list it in userGroups, in a rule of its own" : "list it in userGroups"}; a user has that name only if certificates or an identity provider say so`,
});

/** A group among `users`. Nobody has that name, and who is in the group is not taken. */
export const groupNameInUsers: LintRule = {
  diagnostics: [diagnostic],
  *check(context) {
    for (const { path, field, name, needsOwnRule, evidence } of findMisnamedIdentities(context, "other-kind"))
      if (field === "users") yield diagnostic(context.place(path), { name, needsOwnRule }, evidence);
  },
};
