import type { FieldPath } from "../diagnostics/index.js";

/** A rule that went, or an entry of one. */
export interface Removal {
  /** The rule that it is or was of, by its index in the policy as it was; so are all others. */
  readonly rule: number;
  /** `rules[3]`, `rules[3].verbs[1]` */
  readonly path: FieldPath;
  /**
   * - `unmatchable`: it matches no request.
   * - `shadowed`: all its requests go to earlier rules.
   * - `repeated`: the other entries of its rule take all that is left of its requests.
   * - `redundant`: what is left of its requests is decided alike by later rules, or by none.
   * - `merged`: it is part of another rule now.
   */
  readonly reason: "unmatchable" | "shadowed" | "repeated" | "redundant" | "merged";
  /** The rules that take its requests; `null` for none. */
  readonly by: readonly (number | null)[];
}
