import {
  findRedundantRules,
  findRequestOfEachRule,
  findUnreachableEntries,
  findUnreachableRules,
  RequestScreen,
} from "../analyze/index.js";
import type { Diagnostic, FieldPath, Place } from "../diagnostics/index.js";
import { policySupport } from "../kubernetes/index.js";
import type { Policy } from "../model/index.js";
import { requireRelease } from "../validate/index.js";
import { collectQueries } from "./collect-queries.js";
import type { LintContext, LintRule } from "./lint-rule.js";
import { LINT_RULES } from "./lint-rules.js";
import { searchGaveUp } from "./search-gave-up.js";

/** A policy to lint; what `parsePolicy` returns is one. */
export interface LintSource {
  readonly policy?: Policy | undefined;
  /** Where a field of it stands; without it, findings carry a path alone. */
  readonly place?: (path: FieldPath) => Place;
}

export interface LintOptions {
  /** The API server's release, `1.30` or `1.30.4`; if not given, what is said holds for the newest. */
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
 * minted.witness.resource.subresource; // token
 */
export function lintPolicy({ policy, place }: LintSource, options: LintOptions = {}): readonly Diagnostic[] {
  const { kubernetesVersion, limit } = options;
  const support = policySupport(requireRelease(kubernetesVersion));
  if (!policy) return [];
  let gaveUp = false;
  const real = { kubernetesVersion, limit, reading: "real-identities" } as const;
  const once = <Answer extends { readonly unknown: readonly unknown[] }>(
    ask: () => Answer,
  ): (() => Answer) => {
    let answer: Answer | undefined;
    return () => {
      answer ??= ask();
      gaveUp ||= answer.unknown.length > 0;
      return answer;
    };
  };
  const rules = once(() => findUnreachableRules(policy, real));
  const entries = once(() => findUnreachableEntries(policy, real));
  const redundant = once(() => findRedundantRules(policy, { kubernetesVersion, limit }));
  let screen: RequestScreen | undefined;
  const context: LintContext = {
    policy,
    kubernetesVersion,
    support,
    place: place ?? ((path) => ({ path })),
    find(query) {
      const [found] = context.findOfEachRule(query);
      return found;
    },
    *findOfEachRule(query) {
      if (screen?.excludes(query)) return;
      for (const found of findRequestOfEachRule(policy, query, real)) {
        if (found === "unknown") gaveUp = true;
        else yield found;
      }
    },
    excludes(query) {
      if (screen?.excludes(query)) return true;
      const [found] = findRequestOfEachRule(policy, query, real);
      gaveUp ||= found === "unknown";
      return found === undefined;
    },
    get rules() {
      return rules();
    },
    get entries() {
      return entries();
    },
    get redundant() {
      return redundant();
    },
  };
  // Of most questions the answer is that there are no such requests: these are asked together beforehand.
  screen = new RequestScreen(policy, collectQueries(LINT_RULES, context), real);
  const found = checkAll(context).sort(byRule);
  return gaveUp ? [...found, searchGaveUp(context.place(""), {})] : found;
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
