import type { PolicyPart } from "../compose/index.js";
import type { Diagnostic } from "../diagnostics/index.js";

/** A preset or a policy of the user's, and what there is to say about it. */
export interface PolicySource {
  readonly part: PolicyPart;
  readonly diagnostics: readonly Diagnostic[];
}
