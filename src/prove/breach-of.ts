import type { RequestQuery } from "../analyze/index.js";
import type { Policy, RequestSelector } from "../model/index.js";
import { type Bound, isKept } from "./bound.js";
import { ofUnnamedAccounts } from "./special-users.js";

/** Asks for the requests by which a policy does not keep a bound that asks for little or for much, and not for both. */
export function breachOf(bound: Bound, policy: Policy): RequestQuery {
  const { requests, except } = meantBy(bound, policy);
  return {
    requests,
    except: bound.atMost && bound.atMost !== "None" ? [...except, BODILESS] : except,
    recording: (recording) => !isKept(bound, recording),
  };
}

/**
 * Of bodies there are none in requests without a user.
 *
 * Upstream: `k8s.io/apiserver` `pkg/endpoints/filters/authn_audit.go`: they get no further than to a refusal.
 */
const BODILESS: RequestSelector = { user: "none" };

/** What a bound asks for, floor and ceiling apart. */
export function partsOf(bound: Bound): readonly Bound[] {
  const { atMost, atLeast, stages, ...requests } = bound;
  if (!atMost || (!atLeast && !stages)) return [bound];
  return [
    { ...requests, atLeast, stages },
    { ...requests, atMost },
  ];
}

/** Asks for the requests by which a policy keeps a bound. */
export function keptBy(bound: Bound, policy: Policy): RequestQuery {
  return { ...meantBy(bound, policy), recording: (recording) => isKept(bound, recording) };
}

/** The requests that a bound is about. */
function meantBy(
  { requests, except = [], by }: Bound,
  policy: Policy,
): { readonly requests: readonly RequestSelector[]; readonly except: readonly RequestSelector[] } {
  if (!by) return { requests, except };
  const own = ofUnnamedAccounts(policy, requests);
  return { requests: own.requests, except: [...except, ...own.except] };
}
