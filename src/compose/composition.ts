import type { Diagnostic } from "../diagnostics/index.js";
import type { Policy } from "../model/index.js";

/** One of the policies that a composition is made from. */
export interface PolicyPart {
  readonly policy: Policy;
  /** How comments and diagnostics call it: `preset gce`, or the name of its file. */
  readonly name: string;
  /** Why each rule is there, by the rule's index. */
  readonly reasons?: readonly (string | undefined)[];
  /** Where each rule comes from, by its index, if that is not this part. */
  readonly origins?: readonly (readonly RuleOrigin[])[];
}

/** Where a rule of a composed policy comes from. */
export interface RuleOrigin {
  /** The name of the part, or of what is asked of all requests of some kind. */
  readonly source: string;
  /** The index of the rule in that part; absent where it is no policy. */
  readonly rule?: number;
  readonly reason?: string | undefined;
}

/** A policy made from others, and what is known of its rules; the lists go by the index of the rule in `policy`. */
export interface Composition {
  readonly policy: Policy;
  /** A rule of a sequence has one origin; one that several policies together ask for has several. */
  readonly origins: readonly (readonly RuleOrigin[])[];
  /** For `printPolicy`. */
  readonly comments: readonly (string | undefined)[];
  readonly diagnostics: readonly Diagnostic[];
}
