import type { RequestAttributes, RequestSelector } from "../model/index.js";
import { findMeant } from "./find-meant.js";
import type { LintContext } from "./lint-rule.js";

/** A request that a rule was meant for and does not take; one at another level than the rule's, if there is one. */
export function missedRequest(
  context: LintContext,
  index: number,
  meant: RequestSelector,
): RequestAttributes | undefined {
  const found = findMeant(context, index, meant) ?? findMeant(context, index, meant, () => true);
  return found?.request;
}
