import { type Diagnostic, defineDiagnostic, type Fix, type PolicyEdit } from "../../diagnostics/index.js";
import { type Level, type PolicyRule, selectorOf } from "../../model/index.js";
import { findMissed } from "../find-missed.js";
import { guessVerbs } from "../guess-verbs.js";
import type { LintContext, LintRule } from "../lint-rule.js";
import { quoteAll } from "../quote-all.js";
import { isNoVerb, kindOf, type RequestKind, verbsOf } from "../request-kind.js";

const diagnostic = defineDiagnostic<{
  verb: string;
  kind: RequestKind;
  meant: readonly string[];
  why: string | undefined;
  level: Level;
  /** Of a request that the rule was meant for. */
  instead: Level | undefined;
}>({
  code: "verb-never-occurs",
  severity: "warning",
  title: "A verb that no request has",
  message: ({ verb, kind, meant }) =>
    `no request${OF_KIND[kind]} has the verb "${verb}"${meant.length > 0 ? `; did you mean ${quoteAll(meant)}?` : ""}`,
  help: ({ kind, why, level, instead }) =>
    [
      why ?? `the verbs are ${verbsOf(kind).join(", ")}`,
      ...(instead === undefined ? [] : [`what was meant is audited at level ${instead}, not ${level}`]),
    ].join("; "),
});

const OF_KIND: Readonly<Record<RequestKind, string>> = {
  resource: " for a resource",
  path: " for a path",
  any: "",
};

/**
 * Verbs that `NewRequestInfo` gives to no request of the kind that the rule is for.
 *
 * Upstream: `k8s.io/apiserver` `pkg/endpoints/request/requestinfo.go`, `NewRequestInfo`
 */
export const verbNeverOccurs: LintRule = {
  diagnostics: [diagnostic],
  *check(context) {
    for (const [index, rule] of context.policy.rules.entries()) {
      const kind = kindOf(rule);
      for (const [position, verb] of (rule.verbs ?? []).entries())
        if (isNoVerb(verb, kind)) yield report(context, index, rule, position);
    }
  },
};

function report(context: LintContext, index: number, rule: PolicyRule, position: number): Diagnostic {
  const kind = kindOf(rule);
  const verb = rule.verbs?.[position] ?? "";
  const guess = guessVerbs(verb, kind);
  const missed = guess.verbs.length > 0 ? findMissed(context, index, { verbs: guess.verbs }) : undefined;
  const path = `rules[${index}].verbs`;
  return diagnostic(
    context.place(`${path}[${position}]`),
    {
      verb,
      kind,
      meant: guess.verbs,
      why: guess.why,
      level: rule.level,
      instead: missed?.decision.level,
    },
    {
      witness: missed?.request,
      reading: "real-identities",
      fix: mend(rule, path, position, guess.verbs),
    },
  );
}

/** The verbs that are meant in place of the word, as far as they are not there. */
function mend(rule: PolicyRule, path: string, position: number, meant: readonly string[]): Fix | undefined {
  const { verbs = [] } = rule;
  const [first, ...others] = meant.filter((verb) => !verbs.includes(verb));
  if (meant.length === 0) return undefined;
  const at = `${path}[${position}]`;
  const edits: readonly PolicyEdit[] =
    first === undefined
      ? [{ remove: at }]
      : [{ replace: at, by: first }, ...others.map((value) => ({ append: path, value }))];
  return {
    title: `write ${quoteAll(meant)}`,
    edits,
    changes: [{ ...selectorOf(rule), verbs: [verbs[position] ?? "", ...meant] }],
  };
}
