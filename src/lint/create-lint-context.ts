import {
  type AnalysisOptions,
  type DecidedRequest,
  findRedundantRules,
  findRequestOfEachRule,
  findUnreachableEntries,
  findUnreachableRules,
  type RequestQuery,
  RequestScreen,
} from "../analyze/index.js";
import type { FieldPath, Place } from "../diagnostics/index.js";
import { policySupport } from "../kubernetes/index.js";
import type { Policy } from "../model/index.js";
import { requireRelease } from "../validate/index.js";
import { collectQueries } from "./collect-queries.js";
import type { LintContext, LintRule } from "./lint-rule.js";

export interface ContextOptions extends Pick<AnalysisOptions, "kubernetesVersion" | "limit"> {
  /** Where a field of the policy stands. */
  readonly place?: ((path: FieldPath) => Place) | undefined;
}

/** A policy as rules see it; `gaveUp` says whether a search that any of them asked for has ended at its limit. */
export function createLintContext(
  policy: Policy,
  rules: readonly LintRule[],
  { place = (path) => ({ path }), kubernetesVersion, limit }: ContextOptions,
): { readonly context: LintContext; readonly gaveUp: () => boolean } {
  const real = { kubernetesVersion, limit, reading: "real-identities" } as const;
  let gaveUp = false;
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
  const unreachable = once(() => findUnreachableRules(policy, real));
  const entries = once(() => findUnreachableEntries(policy, real));
  const redundant = once(() => findRedundantRules(policy, { kubernetesVersion, limit }));
  let screen: RequestScreen | undefined;
  function* ask(query: RequestQuery): Generator<DecidedRequest | "unknown"> {
    // Of most questions the answer is that there are no such requests: these are asked together beforehand.
    screen ??= new RequestScreen(policy, collectQueries(rules, context), real);
    if (screen.excludes(query)) return;
    for (const found of findRequestOfEachRule(policy, query, real)) {
      gaveUp ||= found === "unknown";
      yield found;
    }
  }
  const context: LintContext = {
    policy,
    kubernetesVersion,
    support: policySupport(requireRelease(kubernetesVersion)),
    place,
    find(query) {
      const [found] = context.findOfEachRule(query);
      return found;
    },
    *findOfEachRule(query) {
      for (const found of ask(query)) if (found !== "unknown") yield found;
    },
    excludes(query) {
      const [found] = ask(query);
      return found === undefined;
    },
    get rules() {
      return unreachable();
    },
    get entries() {
      return entries();
    },
    get redundant() {
      return redundant();
    },
  };
  return { context, gaveUp: () => gaveUp };
}
