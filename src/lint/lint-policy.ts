import type { Diagnostic, FieldPath, Place } from "../diagnostics/index.js";
import type { Policy } from "../model/index.js";
import { requireRelease } from "../validate/index.js";
import { createLintContext } from "./create-lint-context.js";
import type { LintContext, LintRule } from "./lint-rule.js";
import { LINT_RULES } from "./lint-rules.js";
import { searchGaveUp } from "./search-gave-up.js";

/** A policy to lint; what `parsePolicy` returns is one. */
export interface LintSource {
  readonly policy?: Policy | undefined;
  /** Where a field of it stands; without it, findings carry a path alone. */
  readonly place?: (path: FieldPath) => Place;
}

/** Which API server the policy is for, and what the search for findings may cost. */
export interface LintOptions {
  /** The API server's release, `1.30` or `1.30.4`; if not given, the newest, and of what is served all from 1.19 on. */
  readonly kubernetesVersion?: string | undefined;
  /** What the search for one answer may cost, see `AnalysisOptions`. */
  readonly limit?: number | undefined;
}

/**
 * What a policy does that its author can hardly have meant, and what it could say more simply.
 *
 * A finding about requests carries one that proves it; a claim that there is none is proved, and where that takes an
 * assumption about who sends requests and how, it has `reading: "real-identities"`. What kube-apiserver itself refuses or
 * passes over is said by `parsePolicy` and `validatePolicy`; of a source without a policy there is nothing to say.
 *
 * @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
 *
 * @example
 * const { policy } = getPreset("gce");
 * const [minted] = lintPolicy({ policy }).filter(({ code }) => code === "token-bodies");
 * minted.path; // rules[12].level
 * minted.witness?.resource?.subresource; // token
 */
export function lintPolicy({ policy, place }: LintSource, options: LintOptions = {}): readonly Diagnostic[] {
  requireRelease(options.kubernetesVersion);
  if (!policy) return [];
  const { context, gaveUp } = createLintContext(policy, LINT_RULES, { ...options, place });
  const found = checkAll(context).sort(byRule);
  return gaveUp() ? [...found, searchGaveUp(context.place(""), {})] : found;
}

function checkAll(context: LintContext): Diagnostic[] {
  const spoke = new Set<LintRule>();
  return LINT_RULES.flatMap((rule) => {
    if (rule.silencedBy && spoke.has(rule.silencedBy)) return [];
    const found = [...rule.check(context)];
    if (found.length > 0) spoke.add(rule);
    return found;
  });
}

/** Findings about the whole policy first, then those of each rule; of one rule, in the order of lint's own. */
function byRule(a: Diagnostic, b: Diagnostic): number {
  return ruleOf(a) - ruleOf(b);
}

function ruleOf({ path }: Diagnostic): number {
  return Number(/^rules\[(\d+)\]/.exec(path)?.[1] ?? -1);
}
