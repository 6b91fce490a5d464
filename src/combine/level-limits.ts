import type { Level, RequestSelector } from "../model/index.js";

/** Requests that a rule can be for: none asks for those without a user. */
export type Limited = Omit<RequestSelector, "user">;

/** A level for some requests, which those are recorded at if they would be at a lower one, or at a higher. */
export interface LevelLimit {
  readonly level: Level;
  readonly selector: Limited;
  /** How comments and diagnostics call it; `at least Metadata of {verbs: [create]}` if not given. */
  readonly name?: string | undefined;
  /** Why it is asked for; stands in the comments of rules that are there for it. */
  readonly reason?: string | undefined;
}

/** What is asked of the levels of some requests, beside a policy. */
export interface LevelLimits {
  /** Floors: the level is this one or one above it. */
  readonly atLeast?: readonly LevelLimit[];
  /** Ceilings: the level is this one or one below it. */
  readonly atMost?: readonly LevelLimit[];
}
