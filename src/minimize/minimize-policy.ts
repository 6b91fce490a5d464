import { type AnalysisOptions, findDifference, LIMIT } from "../analyze/index.js";
import { type FieldPath, invariant, type PolicyEdit } from "../diagnostics/index.js";
import type { Policy } from "../model/index.js";
import { appendedValues } from "./appended-values.js";
import { mergeRules } from "./merge-rules.js";
import type { Removal } from "./removal.js";
import { type KeptRule, shortenRules } from "./shorten-rules.js";

/** A policy that decides every request as another one does, and what of that it does without. */
export interface MinimizedPolicy {
  readonly policy: Policy;
  /** What went and why, in the order of the rules that it was of. */
  readonly removed: readonly Removal[];
  /** The same as edits of the policy as it was, see `planChanges`; they leave `policy`. */
  readonly edits: readonly PolicyEdit[];
  /** By the index of a rule in `policy`: which rules it was made of, the one first whose place it has. */
  readonly origins: readonly (readonly number[])[];
  /** False if the search gave up on some rules or entries: more could perhaps go. */
  readonly isComplete: boolean;
}

/** Whose decisions stay as they are, and what the search may cost. */
export type MinimizeOptions = Pick<AnalysisOptions, "kubernetesVersion" | "limit">;

/**
 * The same decisions with fewer rules and entries.
 *
 * Rules and entries go that no request gets to, and those whose requests are decided alike without them; rules that differ
 * in one list become one, where no rule between them minds. A last rule for all other requests stays, even at level
 * `None`, where it says what would be so without it. No rule or entry that is left could go alone.
 *
 * The result is proved to decide whatever the evaluator can be handed as before; `unknown` says that the search gave up.
 *
 * @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
 *
 * @example
 * const { policy } = auditPolicy()
 *   .rule("None", { verbs: ["get"] })
 *   .rule("None", { verbs: ["list"] })
 *   .rule("Metadata", { resources: [{ group: "", resources: ["secrets"] }] })
 *   .otherwise("Metadata")
 *   .build();
 * const minimized = minimizePolicy(policy);
 * if (minimized === "unknown") throw new Error("the search gave up");
 * minimized.policy.rules; // [{ level: "None", verbs: ["get", "list"] }, { level: "Metadata" }]
 * minimized.removed.map(({ path, reason }) => `${path} ${reason}`); // ["rules[1] merged", "rules[2] redundant"]
 */
export function minimizePolicy(policy: Policy, options: MinimizeOptions = {}): MinimizedPolicy | "unknown" {
  const { analysis, kept, removed, isComplete } = shortenRules(policy, options);
  let merged = mergeRules(analysis, kept, { takesOver: true });
  let minimized = policyOf(policy, merged);
  if (merged.length < kept.length && shortenRules(minimized, options).removed.length > 0) {
    merged = mergeRules(analysis, kept, { takesOver: false });
    minimized = policyOf(policy, merged);
  }
  // The proof has an answer for each rule.
  const limit = (options.limit ?? LIMIT) * policy.rules.length;
  const difference = findDifference(policy, minimized, { ...options, reading: "formal", limit });
  if (difference === "unknown") return difference;
  invariant(
    difference === "equivalent",
    `the minimized policy decides alike, not ${JSON.stringify(difference)}`,
  );
  const went = [...removed, ...describeMerges(merged)].sort((a, b) => a.rule - b.rule);
  return {
    policy: minimized,
    removed: went,
    edits: [...outermost(went).map((path) => ({ remove: path })), ...appendedValues(kept, merged, removed)],
    origins: merged.map(({ origins }) => origins),
    isComplete,
  };
}

function policyOf(policy: Policy, rules: readonly KeptRule[]): Policy {
  return { ...policy, rules: rules.map(({ rule }) => rule) };
}

function describeMerges(merged: readonly KeptRule[]): readonly Removal[] {
  return merged.flatMap(({ origins: [into = -1, ...others] }) =>
    others.map((rule): Removal => ({ rule, path: `rules[${rule}]`, reason: "merged", by: [into] })),
  );
}

/** Without the entries of a rule that has been merged. */
function outermost(removed: readonly Removal[]): readonly FieldPath[] {
  const rules = new Set(removed.map(({ path }) => path));
  return removed.flatMap(({ rule, path }) =>
    path === `rules[${rule}]` || !rules.has(`rules[${rule}]`) ? [path] : [],
  );
}
