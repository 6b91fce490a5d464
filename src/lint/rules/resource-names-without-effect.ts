import { defineDiagnostic } from "../../diagnostics/index.js";
import { type Level, selectorOf } from "../../model/index.js";
import { findMissed } from "../find-missed.js";
import type { LintContext, LintRule } from "../lint-rule.js";
import { quoteAll } from "../quote-all.js";
import { type ResourceEntry, resourceEntries } from "../resource-entries.js";
import { NAMELESS_VERBS } from "../told-by-words.js";

const diagnostic = defineDiagnostic<{
  verbs: readonly string[];
  level: Level;
  /** Of a request that the rule was meant for. */
  instead: Level | undefined;
}>({
  code: "resource-names-without-effect",
  severity: "warning",
  title: "Object names with a verb whose requests carry none",
  message: ({ verbs, level, instead }) => {
    const never = `${quoteAll(verbs)} requests carry no name, so that resourceNames takes none of them`;
    return instead === undefined ? never : `${never}: they are audited at level ${instead}, not ${level}`;
  },
  help: ({ verbs }) =>
    verbs.includes("create")
      ? "what is created is named in its body, which no rule looks at: only an entry without resourceNames takes create"
      : "they are for all objects of a namespace: only an entry without resourceNames takes them",
});

/** Names that `create` or `deletecollection` stand with, unless it is for a subresource of what is named. */
export const resourceNamesWithoutEffect: LintRule = {
  diagnostics: [diagnostic],
  *check(context) {
    for (const at of resourceEntries(context.policy)) {
      const { rule, index, entry, path } = at;
      const { resourceNames: names = [], ...whole } = entry;
      if (names.length === 0) continue;
      const verbs = NAMELESS_VERBS.filter((verb) => rule.verbs?.includes(verb) && isNever(context, at, verb));
      if (verbs.length === 0) continue;
      const missed = findMissed(context, index, { verbs, resources: [whole] });
      yield diagnostic(
        context.place(`${path}.resourceNames`),
        { verbs, level: rule.level, instead: missed?.decision.level },
        { witness: missed?.request, reading: "real-identities" },
      );
    }
  },
};

/** Whether it is for the names that no request with this verb gets to the entry. */
function isNever({ find, excludes }: LintContext, { rule, entry }: ResourceEntry, verb: string): boolean {
  const { resourceNames, ...whole } = entry;
  const query = (some: typeof entry) => ({
    requests: [{ ...selectorOf(rule), verbs: [verb], resources: [some] }],
    recording: () => true,
  });
  return excludes(query(entry)) && find(query(whole)) !== undefined;
}
