import type { Policy, PolicyRule } from "../model/index.js";
import { ASSUMPTIONS_OF, type Assumption } from "../request-space/index.js";
import { Analysis, type AnalysisOptions } from "./analysis.js";

/**
 * Asks what of a reading it takes for rules, or variants of them, to be unreachable where they stand in a policy, or to be so
 * beside other variants.
 */
export class NeededAssumptions {
  readonly #policy: Policy;
  readonly #variants: readonly PolicyRule[];
  readonly #options: AnalysisOptions;
  /** By what is assumed; made when it is asked for, since mostly nothing is unreachable. */
  readonly #analyses = new Map<string, Analysis>();

  constructor(policy: Policy, variants: readonly PolicyRule[], options: AnalysisOptions) {
    this.#policy = policy;
    this.#variants = variants;
    this.#options = options;
  }

  /** What it takes, with nothing that could be left out; none where it is so for whatever the evaluator can be handed. */
  find(variant: number, rule: number, beside: readonly number[] = []): readonly Assumption[] {
    let needed = ASSUMPTIONS_OF[this.#options.reading ?? "formal"];
    if (needed.length === 0 || this.#isUnreachable(variant, rule, beside, [])) return [];
    for (const assumption of needed) {
      const others = needed.filter((other) => other !== assumption);
      if (this.#isUnreachable(variant, rule, beside, others)) needed = others;
    }
    return needed;
  }

  #isUnreachable(
    variant: number,
    rule: number,
    beside: readonly number[],
    assumptions: readonly Assumption[],
  ): boolean {
    const analysis = this.#analysis(assumptions);
    const requests = analysis.matchedBy(1, variant, analysis.space.roots);
    const taken = [analysis.cubesBefore(0, rule), analysis.cubesOf(1, beside)];
    return analysis.search(requests, taken, analysis.budget()).found === false;
  }

  #analysis(assumptions: readonly Assumption[]): Analysis {
    const key = assumptions.join();
    const known =
      this.#analyses.get(key) ??
      new Analysis([this.#policy], this.#options, { rules: [this.#variants], assumptions });
    this.#analyses.set(key, known);
    return known;
  }
}
