import type { Diagnostic, DiagnosticFactory } from "../diagnostics/index.js";
import { isCatchAll } from "../model/index.js";
import { breachOf, type Guarantee, specialUsers } from "../prove/index.js";
import type { LintContext } from "./lint-rule.js";
import { nameResource } from "./name-resource.js";
import { placeOfLoss } from "./place-of-loss.js";
import { recordsByDefault } from "./records-by-default.js";

export interface BlindSpot {
  /** The rule that leaves the request out; null if none takes it. */
  readonly rule: number | null;
  readonly verb: string;
  readonly resource: string;
}

export interface BlindSpotOptions {
  /** Whether to say so, too, of what no rule takes or the last one that takes all. */
  readonly atTheEnd: boolean;
}

/**
 * Says of each rule that it leaves out requests of ordinary users that a guarantee wants recorded.
 *
 * It does so if the policy sets out to record such requests: it records others of them, or it records what nobody thought of
 * and a rule leaves these out. A policy that is about something else has no blind spots.
 */
export function* checkBlindSpots(
  context: LintContext,
  { bounds }: Guarantee,
  diagnostic: DiagnosticFactory<BlindSpot>,
  { atTheEnd }: BlindSpotOptions,
): Generator<Diagnostic> {
  const { policy, find, findOfEachRule } = context;
  for (const bound of bounds) {
    const query = breachOf(bound, policy);
    const except = [...(query.except ?? []), ...specialUsers(policy)];
    for (const { request, decision } of findOfEachRule({ ...query, except })) {
      const isOwn = isLeftOut(context, decision.rule);
      if (!isOwn && !atTheEnd) continue;
      const recordsOthers =
        find({ ...query, except, recording: (one) => !query.recording(one) }) !== undefined;
      if (!recordsOthers && !(isOwn && recordsByDefault(context))) continue;
      const data = { rule: decision.rule, verb: request.verb, resource: nameResource(request) };
      yield diagnostic(placeOfLoss(context, decision.rule), data, { witness: request });
    }
  }
}

/** Whether a rule of its own leaves a request out, and not the end of the policy. */
export function isLeftOut({ policy }: LintContext, rule: number | null): boolean {
  const found = rule === null ? undefined : policy.rules[rule];
  return found !== undefined && !isCatchAll(found);
}

/** `rules[2] records nothing of get pods/exec` */
export function printBlindSpot({ rule, verb, resource }: BlindSpot): string {
  return `${rule === null ? "no rule takes" : `rules[${rule}] records nothing of`} ${verb} ${resource}`;
}
