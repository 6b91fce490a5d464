import { findRedundantRules, findUnreachableRules } from "../../src/analyze/index.js";
import { defineDiagnostic, type Fix } from "../../src/diagnostics/index.js";
import type { FixablePolicy } from "../../src/fix/index.js";
import type { Policy } from "../../src/model/index.js";
import { type ParsedPolicy, parsePolicies } from "../../src/parse/index.js";
import { pathOfEdit } from "../../src/patch/path-of-edit.js";

const offered = defineDiagnostic({
  code: "offered",
  severity: "info",
  title: "Something offers a fix",
  message: () => "something offers a fix",
});

/** The policies of a text, with a finding for each of the fixes that are offered of one. */
export function offer(fixes: (policy: Policy, parsed: ParsedPolicy) => readonly Fix[]) {
  return (text: string): readonly FixablePolicy[] =>
    parsePolicies(text).map((parsed) => ({
      ...parsed,
      diagnostics: parsed.policy
        ? fixes(parsed.policy, parsed).map((fix) => offered({ path: placeOf(fix) }, {}, { fix }))
        : [],
    }));
}

/** Offers to remove each rule without which, alone, every request is decided as before. */
export const offerNeedlessRules: (text: string) => readonly FixablePolicy[] = offer((policy) => {
  const unreachable = findUnreachableRules(policy).unreachable.map(({ rule }) => rule);
  const needless = [...unreachable, ...findRedundantRules(policy).redundant].sort((a, b) => a - b);
  return needless.map((rule) => ({ title: `delete rules[${rule}]`, edits: [{ remove: `rules[${rule}]` }] }));
});

/** Where the first of its edits is made. */
function placeOf({ edits: [edit] }: Fix): string {
  return edit ? pathOfEdit(edit) : "";
}
