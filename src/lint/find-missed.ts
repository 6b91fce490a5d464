import type { DecidedRequest, Recording } from "../analyze/index.js";
import { type RequestSelector, selectorOf } from "../model/index.js";
import { findMeant } from "./find-meant.js";
import type { LintContext } from "./lint-rule.js";

/** A request that a rule was meant for and misses: one that would go to it if its selector were mended so, see `findMeant`. */
export function findMissed(
  context: LintContext,
  index: number,
  mended: RequestSelector,
  isMissed?: (recording: Recording) => boolean,
): DecidedRequest | undefined {
  const rule = context.policy.rules[index];
  return rule && findMeant(context, index, { ...selectorOf(rule), ...mended }, isMissed);
}
