import type {
  DecidedRequest,
  RedundantRules,
  RequestQuery,
  UnreachableEntries,
  UnreachableRules,
} from "../analyze/index.js";
import type { Diagnostic, DiagnosticFactory, FieldPath, Place } from "../diagnostics/index.js";
import type { PolicySupport } from "../kubernetes/index.js";
import type { Policy } from "../model/index.js";

/** One thing that lint looks for. Its file is named after its code. */
export interface LintRule {
  /** What it may say; one code, or two that belong together. */
  readonly diagnostics: readonly DiagnosticFactory<never>[];
  /** An earlier rule; where that finds something, it has said all that this one could say. */
  readonly silencedBy?: LintRule;
  check(context: LintContext): Iterable<Diagnostic>;
}

/** A policy as lint rules see it. */
export interface LintContext {
  readonly policy: Policy;
  /** The API server's release, if the user named one; else rules speak of what holds for any that is known. */
  readonly kubernetesVersion?: string | undefined;
  /** What that release, or else the newest, makes of a policy. */
  readonly support: PolicySupport;
  /** Where a field stands; one that is not there is placed at what should hold it. */
  place(path: FieldPath): Place;
  /**
   * A request that proves a claim, by what requests there really are; undefined if there is none. Where the search gives up,
   * lint says so on its own, and this is undefined as well.
   */
  find(query: RequestQuery): DecidedRequest | undefined;
  /** Whether it is proved that there is no such request; false as well where the search gives up. */
  excludes(query: RequestQuery): boolean;
  /** The same for each rule that applies to such a request, in order; at last, for those that no rule matches. */
  findOfEachRule(query: RequestQuery): Iterable<DecidedRequest>;
  /** Rules that no request gets to, by what requests there really are. */
  readonly rules: UnreachableRules;
  /** Entries of rules without effect, by the same. */
  readonly entries: UnreachableEntries;
  /** Rules that could be taken out, whatever the evaluator is handed. */
  readonly redundant: RedundantRules;
}
