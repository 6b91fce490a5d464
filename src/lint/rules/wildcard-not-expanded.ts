import { defineDiagnostic } from "../../diagnostics/index.js";
import { findMisnamedIdentities } from "../find-misnamed-identities.js";
import { findPatterns } from "../find-patterns.js";
import type { PatternField } from "../is-unexpanded.js";
import type { LintRule } from "../lint-rule.js";
import { missedRequest } from "../missed-request.js";

interface Data {
  readonly written: string;
  readonly field: PatternField;
  /** Of users: the group that they are all in. */
  readonly group?: string | undefined;
  /** The rule asks for other users or groups as well. */
  readonly needsOwnRule?: boolean;
}

const diagnostic = defineDiagnostic<Data>({
  code: "wildcard-not-expanded",
  severity: "warning",
  title: "A wildcard stands where kube-apiserver knows none",
  message: ({ written, field }) =>
    field === "nonResourceURLs"
      ? `"${written}" is no regular expression: it matches what begins with "${written.slice(0, -1)}"`
      : `"${written}" matches only what is spelled so: kube-apiserver expands no such wildcard in ${field}`,
  help: wayOut,
});

function wayOut({ written, field, group, needsOwnRule = false }: Data): string {
  const isAll = written === "*";
  switch (field) {
    case "users":
    case "userGroups":
      if (group !== undefined)
        return `list the group "${group}" in userGroups${needsOwnRule ? ", in a rule of its own" : ""}`;
      if (isAll)
        return `leave ${field} out for everybody, failed logins included; "system:authenticated" and "system:unauthenticated" in userGroups are everybody else`;
      return field === "users" ? "list each user, or a group that they are in" : "list each group";
    case "verbs":
      return isAll ? "leave verbs out for every verb" : "list each verb";
    case "namespaces":
      return isAll
        ? "leave namespaces out for every namespace, and for what is in none"
        : "list each namespace";
    case "resources":
      return written === "*/*"
        ? '"*" is every resource and subresource'
        : 'list each resource; the wildcards are those of "*", "pods/*" and "*/log"';
    case "resourceNames":
      return isAll
        ? "leave resourceNames out for every name, and for requests without one"
        : "list each name, or leave resourceNames out";
    case "nonResourceURLs":
      return 'a "*" at the end stands for whatever follows';
  }
}

/** A `*` in a list whose entries are compared letter by letter, or where a list that has wildcards does not have that one. */
export const wildcardNotExpanded: LintRule = {
  diagnostics: [diagnostic],
  *check(context) {
    for (const found of findMisnamedIdentities(context, "wildcard")) {
      const { path, field, name: written, meant, needsOwnRule, evidence } = found;
      yield diagnostic(context.place(path), { written, field, group: meant?.name, needsOwnRule }, evidence);
    }
    for (const [index, rule] of context.policy.rules.entries()) {
      for (const { path, field, written, meant, fix } of findPatterns(rule, index)) {
        const witness = meant && missedRequest(context, index, meant);
        yield diagnostic(context.place(path), { written, field }, { witness, fix });
      }
    }
  },
};
