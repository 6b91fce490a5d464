import { defineDiagnostic } from "../../diagnostics/index.js";
import { type Level, selectorOf } from "../../model/index.js";
import { findMissed } from "../find-missed.js";
import type { LintContext, LintRule } from "../lint-rule.js";
import { quoteAll } from "../quote-all.js";
import { type ResourceEntry, resourceEntries } from "../resource-entries.js";
import { NAMELESS_VERBS } from "../told-by-words.js";

interface NamelessVerbs {
  readonly verbs: readonly string[];
  readonly level: Level;
  /** Of a request that the rule was meant for. */
  readonly instead: Level | undefined;
}

const never = defineDiagnostic<NamelessVerbs>({
  code: "resource-names-without-effect",
  severity: "warning",
  title: "Object names with a verb whose requests carry none",
  message: ({ verbs, level, instead }) => {
    const none = `${quoteAll(verbs)} requests carry no name, so that resourceNames takes none of them`;
    return instead === undefined ? none : `${none}: they are audited at level ${instead}, not ${level}`;
  },
  help: ({ verbs }) =>
    verbs.includes("create")
      ? "what is created is named in its body, which no rule looks at: only an entry without resourceNames takes create"
      : "they are for all objects of a namespace: only an entry without resourceNames takes them",
});

const seldom = defineDiagnostic<NamelessVerbs>({
  code: "resource-names-with-list",
  severity: "warning",
  title: "Object names with verbs whose requests seldom carry one",
  message: ({ verbs, level, instead }) =>
    `${quoteAll(verbs)} requests carry a name only by a field selector: all others are audited at level ${instead}, not ${level}`,
  help: () =>
    "a list without `fieldSelector=metadata.name=…` holds the object as well: only an entry without resourceNames takes it",
});

/**
 * Names that `create` or `deletecollection` stand with, unless it is for a subresource of what is named; and names with `list`
 * and `watch` alone.
 */
export const resourceNamesWithoutEffect: LintRule = {
  diagnostics: [never, seldom],
  *check(context) {
    for (const at of resourceEntries(context.policy)) {
      const { rule, index, entry, path } = at;
      const { resourceNames: names = [], ...whole } = entry;
      if (names.length === 0) continue;
      const verbs = NAMELESS_VERBS.filter((verb) => rule.verbs?.includes(verb) && isNever(context, at, verb));
      const place = context.place(`${path}.resourceNames`);
      if (verbs.length > 0) {
        const missed = findMissed(context, index, { verbs, resources: [whole] });
        const data = { verbs, level: rule.level, instead: missed?.decision.level };
        yield never(place, data, { witness: missed?.request, reading: "real-identities" });
      }
      const lists = onlyLists(rule.verbs);
      const missed = lists && findMissed(context, index, { verbs: lists, resources: [whole] });
      if (!missed) continue;
      const data = { verbs: lists, level: rule.level, instead: missed.decision.level };
      yield seldom(place, data, { witness: missed.request });
    }
  },
};

/** The verbs of lists, if no other verb of the rule goes with a name: beside `get` they may well be meant for field selectors. */
function onlyLists(verbs: readonly string[] = []): readonly string[] | undefined {
  const lists: readonly string[] = verbs.filter((verb) => verb === "list" || verb === "watch");
  const areOnly = verbs.every((verb) => lists.includes(verb) || NAMELESS_VERBS.includes(verb));
  return lists.length > 0 && areOnly ? lists : undefined;
}

/** Whether it is for the names that no request with this verb gets to the entry. */
function isNever({ find, excludes }: LintContext, { rule, entry }: ResourceEntry, verb: string): boolean {
  const { resourceNames, ...whole } = entry;
  const query = (some: typeof entry) => ({
    requests: [{ ...selectorOf(rule), verbs: [verb], resources: [some] }],
    recording: () => true,
  });
  return excludes(query(entry)) && find(query(whole)) !== undefined;
}
