import type { PolicyRule } from "../model/index.js";

/**
 * Where the rules of a fragment stand, the first first. What is `sensitive` or an `access` is decided before any `noise`, so that
 * no noise can hide it, whatever fragments come together; only `pre` is before, for exact objects, and never unasked.
 */
export const SLOTS = [
  "pre",
  "sensitive",
  "access",
  "noise",
  "bulk",
  "audit",
  "reduce",
  "compat",
  "reads",
  "writes",
  "catch",
] as const;
/** A place among the rules of a composed policy, see `SLOTS`. */
export type Slot = (typeof SLOTS)[number];

/** Rules for one purpose, to be composed with others. */
export interface Fragment {
  readonly name: string;
  readonly slot: Slot;
  /** What it is for, in one sentence. */
  readonly purpose: string;
  /** Of a fragment that is for a product, and is added where that runs: the product. */
  readonly addon?: string;
  /** What is not recorded because of it. */
  readonly hides?: string;
  /** Where its rules come from. */
  readonly source?: string;
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly rules: readonly FragmentRule[];
}

/** What whoever uses a fragment can say of it; `$(name)` in its rules stands for the value. */
export interface Parameter {
  readonly type: "level" | "namespace" | "users";
  /** Of `users` a list, which stands for any number of entries. */
  readonly default: string | readonly string[];
}

/** One rule of a fragment. */
export interface FragmentRule {
  /** Why it is there. */
  readonly reason: string;
  readonly rule: RuleTemplate;
}

/** A rule in whose texts parameters stand. */
export type RuleTemplate = Omit<PolicyRule, "level"> & { readonly level: string };

/** A fragment as a preset has it. */
export interface FragmentUse {
  readonly name: string;
  /** Values of its parameters; of one that is not here the default. */
  readonly with?: Readonly<Record<string, string | readonly string[]>>;
}
