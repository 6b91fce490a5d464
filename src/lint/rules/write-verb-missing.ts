import type { DecidedRequest, RequestQuery } from "../../analyze/index.js";
import { type Diagnostic, defineDiagnostic } from "../../diagnostics/index.js";
import { LEVELS, type Level, type PolicyRule, selectorOf } from "../../model/index.js";
import type { LintContext, LintRule } from "../lint-rule.js";
import { servedResources } from "../served-resources.js";

interface MissingVerb {
  readonly rule: number;
  /** A verb of the list, and the one like it that the list lacks. */
  readonly has: string;
  readonly lacks: string;
  /** The level at which that is recorded. */
  readonly level: Level;
}

const notRecorded = defineDiagnostic<MissingVerb>({
  code: "write-verb-missing",
  severity: "warning",
  title: "A list of writes lacks one, of which nothing is recorded",
  message: ({ rule, has, lacks }) =>
    `rules[${rule}].verbs has ${has} and lacks ${lacks}, of which nothing is recorded`,
  help: ({ rule, lacks }) => `append ${lacks} to rules[${rule}].verbs`,
});

const recordedLower = defineDiagnostic<MissingVerb>({
  code: "write-verb-at-lower-level",
  severity: "info",
  title: "A list of writes lacks one, which is recorded at a lower level",
  message: ({ rule, has, lacks, level }) =>
    `rules[${rule}].verbs has ${has} and lacks ${lacks}, which is recorded at ${level}`,
  help: ({ rule, lacks }) => `append ${lacks} to rules[${rule}].verbs if its bodies are wanted as well`,
});

interface Oversight extends Pick<MissingVerb, "has" | "lacks"> {
  /** What makes a list one of all writes. */
  readonly isLikely: (verbs: readonly string[]) => boolean;
}

const OVERSIGHTS: readonly Oversight[] = [
  {
    has: "delete",
    lacks: "deletecollection",
    isLikely: (verbs) => ["create", "update", "patch"].some((verb) => verbs.includes(verb)),
  },
  {
    has: "update",
    lacks: "patch",
    isLikely: (verbs) => ["create", "delete"].every((verb) => verbs.includes(verb)),
  },
];

/** Who lists writes thinks of create, update and delete, and not always of `patch` and `deletecollection`. */
export const writeVerbMissing: LintRule = {
  diagnostics: [notRecorded, recordedLower],
  *check(context) {
    for (const [index, rule] of context.policy.rules.entries()) {
      const { level, verbs = [], nonResourceURLs = [] } = rule;
      if (level === "None" || nonResourceURLs.length > 0) continue;
      for (const oversight of OVERSIGHTS) {
        const { has, lacks, isLikely } = oversight;
        if (verbs.includes(has) && !verbs.includes(lacks) && isLikely(verbs))
          yield* check(context, index, rule, oversight);
      }
    }
  },
};

function* check(
  context: LintContext,
  index: number,
  rule: PolicyRule,
  { has, lacks }: Oversight,
): Generator<Diagnostic> {
  const { policy, place, kubernetesVersion } = context;
  const named = rule.resources && rule.resources.length > 0 ? rule.resources : [{ group: "*" }];
  const resources = servedResources(named, lacks, kubernetesVersion);
  if (resources.length === 0) return;
  const find = (recording: RequestQuery["recording"]): DecidedRequest | undefined =>
    context.find({
      requests: [{ ...selectorOf(rule), resources, verbs: [lacks] }],
      // With the verb, the rule would apply where a later one does; one that names the verb is meant to.
      rule: (other) => other === null || (other > index && !policy.rules[other]?.verbs?.includes(lacks)),
      recording,
    });
  const path = `rules[${index}].verbs`;
  const lost = find(({ stages }) => stages.length === 0);
  const lower = lost ?? find(({ level }) => LEVELS.indexOf(level) < LEVELS.indexOf(rule.level));
  if (!lower) return;
  const data = { rule: index, has, lacks, level: lower.decision.level };
  if (!lost) yield recordedLower(place(path), data, { witness: lower.request });
  else
    yield notRecorded(place(path), data, {
      witness: lost.request,
      fix: {
        title: `append ${lacks} to ${path}`,
        edits: [{ append: path, value: lacks }],
        changes: [{ ...selectorOf(rule), verbs: [lacks] }],
      },
    });
}
