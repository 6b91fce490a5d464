import { type Diagnostic, defineDiagnostic } from "../../diagnostics/index.js";
import { type PolicyRule, selectorOf } from "../../model/index.js";
import type { LintContext, LintRule } from "../lint-rule.js";
import { missedRequest } from "../missed-request.js";
import { quoteAll } from "../quote-all.js";
import { splitMembers } from "../split-members.js";

const diagnostic = defineDiagnostic<{
  /** Users that are in none of the groups; or groups that none of the users is in, where that is all there is. */
  names: readonly string[];
  of: "users" | "userGroups";
  isWhole: boolean;
}>({
  code: "users-and-groups-never-together",
  severity: "warning",
  title: "A rule asks for users and for groups that they are not in",
  message: ({ names, of, isWhole }) =>
    isWhole
      ? "a rule with users and userGroups asks for both, and none of these users is in any of these groups"
      : of === "users"
        ? `a rule with users and userGroups asks for both, and ${quoteAll(names)} ${names.length === 1 ? "is" : "are"} in none of these groups`
        : `a rule with users and userGroups asks for both, and none of these users is in ${quoteAll(names)}`,
  help: () =>
    "make two rules of it, one with users and one with userGroups; assumed are the groups that Kubernetes' own authenticators give to these names",
});

/**
 * `users` and `userGroups` of one rule, read as "or" by its author: by what Kubernetes makes of the names, nobody is both, or
 * some of them are not.
 */
export const usersAndGroupsNeverTogether: LintRule = {
  diagnostics: [diagnostic],
  *check(context) {
    for (const [index, rule] of context.policy.rules.entries()) yield* check(context, index, rule);
  },
};

function* check(context: LintContext, index: number, rule: PolicyRule): Generator<Diagnostic> {
  const { outside, empty, isSettled } = splitMembers(rule) ?? { outside: [], empty: [], isSettled: true };
  // Groups beside one that all of the users are in are part of what `user-groups-without-effect` says.
  const of = outside.length > 0 ? "users" : "userGroups";
  const names = outside.length > 0 ? outside : isSettled ? [] : empty;
  if (names.length === 0) return;
  const { users, userGroups, ...rest } = selectorOf(rule);
  const [first] = names;
  const at =
    (rule[of] ?? []).length > names.length && names.length === 1 ? `[${rule[of]?.indexOf(first ?? "")}]` : "";
  yield diagnostic(
    context.place(`rules[${index}].${of}${at}`),
    { names, of, isWhole: outside.length === users?.length },
    { witness: missedRequest(context, index, { ...rest, [of]: names }), reading: "real-identities" },
  );
}
