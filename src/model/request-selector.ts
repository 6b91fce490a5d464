import type { PolicyRule } from "./policy.js";

/** Requests, said as a rule says which it matches: all fields that are present must hold, none constrains nothing. */
export interface RequestSelector extends Omit<PolicyRule, "level" | "omitStages" | "omitManagedFields"> {
  /** `none` for requests without a user: those whose authentication failed. */
  readonly user?: "none";
}
