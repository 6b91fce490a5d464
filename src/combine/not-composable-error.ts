import type { RuleOrigin } from "../compose/index.js";
import { GenAuditError } from "../diagnostics/index.js";
import type { RequestAttributes } from "../model/index.js";

/** Why policies are not combined: what they come to cannot be written as a list of rules, or was not found in time. */
export class NotComposableError extends GenAuditError {
  /** The rules that no rule and no order of rules puts together. */
  readonly rules: readonly RuleOrigin[];
  /** A request that both of them decide. */
  readonly witness: RequestAttributes | undefined;

  constructor(
    message: string,
    {
      help,
      rules = [],
      witness,
    }: {
      readonly help?: string;
      readonly rules?: readonly RuleOrigin[];
      readonly witness?: RequestAttributes;
    } = {},
  ) {
    super("not-composable", message, { help });
    this.rules = rules;
    this.witness = witness;
  }
}
