import type { RequestAttributes, RequestSelector } from "../model/index.js";
import type { LintContext } from "./lint-rule.js";

/**
 * A request that a rule was meant for and does not take, while no earlier rule does either; one that is audited at another
 * level than the rule's, if there is one.
 */
export function missedRequest(
  { policy, find }: LintContext,
  index: number,
  meant: RequestSelector,
): RequestAttributes | undefined {
  const isLater = (rule: number | null): boolean => rule === null || rule > index;
  const ask = (isMissed: (level: string) => boolean): RequestAttributes | undefined =>
    find({ requests: [meant], rule: isLater, recording: ({ level }) => isMissed(level) })?.request;
  return ask((level) => level !== policy.rules[index]?.level) ?? ask(() => true);
}
