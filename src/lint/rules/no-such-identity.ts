import { defineDiagnostic } from "../../diagnostics/index.js";
import { findMisnamedIdentities } from "../find-misnamed-identities.js";
import type { LintRule } from "../lint-rule.js";
import type { IdentityField, MisnamedIdentity } from "../misnamed-identity.js";

const diagnostic = defineDiagnostic<{
  name: string;
  field: IdentityField;
  meant: MisnamedIdentity["meant"];
  needsOwnRule: boolean;
}>({
  code: "no-such-identity",
  severity: "warning",
  title: "Kubernetes gives this name to no user, or to no group",
  message: ({ name, field, meant }) =>
    `no ${field === "users" ? "user" : "group"} is called "${name}"${didMean(field, meant)}`,
  help: ({ name, field, meant, needsOwnRule }) => {
    if (name === "system:node" && field === "users")
      return 'nodes are users "system:node:NAME" in the group "system:nodes"; RKE 1 alone calls all of them "system:node"';
    if (!meant)
      return 'a service account is the user "system:serviceaccount:NAMESPACE:NAME", in the groups "system:serviceaccounts" and "system:serviceaccounts:NAMESPACE"';
    return needsOwnRule ? `list it in ${meant.field}, in a rule of its own` : undefined;
  },
});

/** Not quite the name of a user or a group of Kubernetes: a service account without its namespace, a group in the singular. */
export const noSuchIdentity: LintRule = {
  diagnostics: [diagnostic],
  *check(context) {
    for (const { path, name, field, meant, needsOwnRule, evidence } of findMisnamedIdentities(
      context,
      "no-such",
    ))
      yield diagnostic(context.place(path), { name, field, meant, needsOwnRule }, evidence);
  },
};

function didMean(field: IdentityField, meant: MisnamedIdentity["meant"]): string {
  if (!meant) return "";
  return `; did you mean "${meant.name}"${meant.field === field ? "" : ` in ${meant.field}`}?`;
}
