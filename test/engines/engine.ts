import type { Policy } from "../../src/model/index.js";
import type { DecisionClass } from "./decision-class.js";
import type { Assumption, Reading } from "./is-possible.js";

export interface EngineOptions {
  readonly reading: Reading | readonly Assumption[];
  /** The API server's release; the newest if not given. */
  readonly kubernetesVersion?: string | undefined;
}

/** Options that the analysis takes as well. */
export interface ReadingOptions extends EngineOptions {
  readonly reading: Reading;
}

/** What is asked of a policy. A request is one that is possible in the reading. */
export interface PolicyAnswer {
  /** The rules that apply to no request. */
  readonly unreachable: readonly UnreachableAnswer[];
  /** The rules that apply to some request, yet without which each is decided the same. */
  readonly redundant: readonly number[];
  /**
   * The entries without effect, `rules[1].verbs[0]`: the rule restricted to the entry, put in the place of the rule, applies
   * to no request. Those of unreachable rules are among them.
   */
  readonly withoutEffect: readonly string[];
  /** The decisions that are made of some request, in alphabetical order. */
  readonly decisions: readonly DecisionClass[];
}

export interface UnreachableAnswer {
  readonly rule: number;
  /** It matches no request, wherever it stands. */
  readonly unmatchable: boolean;
  /** The first earlier rule that audits one of its requests at another level than it says; absent if none does. */
  readonly otherLevel?: number;
}

/** What the second of two policies records, compared with the first. */
export type Relation = "equivalent" | "records-more" | "records-less" | "incomparable";

export interface ComparisonAnswer {
  readonly relation: Relation;
  /** What both decide of some request where they decide differently, each once, in alphabetical order. */
  readonly differences: readonly (readonly [before: DecisionClass, after: DecisionClass])[];
}

/** Exact answers about small policies. Two engines give them, by different algorithms that share no code but the definitions. */
export interface Engine {
  examine(policy: Policy, options: EngineOptions): PolicyAnswer;
  compare(before: Policy, after: Policy, options: EngineOptions): ComparisonAnswer;
  /** Tells of a policy whether each request that a rule matches is matched by one of some others. */
  coverage(policy: Policy, options: EngineOptions): (rule: number, by: readonly number[]) => boolean;
}
