import type { DecidedRequest } from "../analyze/index.js";
import type { RequestSelector } from "../model/index.js";
import { type Bound, breachOf, type Guarantee } from "../prove/index.js";
import type { LintContext } from "./lint-rule.js";

/** A request by which a policy does not keep a bound. */
export interface Breach extends DecidedRequest {
  readonly bound: Bound;
}

/** For each bound of a guarantee, and each rule that does not keep it, a request that shows it. */
export function* findBreaches(
  { policy, findOfEachRule }: LintContext,
  { bounds }: Guarantee,
  exceptions: readonly RequestSelector[] = [],
): Generator<Breach> {
  for (const bound of bounds) {
    const query = breachOf(bound, policy);
    const except = [...(query.except ?? []), ...exceptions];
    for (const found of findOfEachRule({ ...query, except })) yield { ...found, bound };
  }
}
