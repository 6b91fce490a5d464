import { LEVELS, type Policy, type Stage } from "../model/index.js";
import type { AnalysisOptions } from "./analysis.js";
import { type DecidedRequest, type FoundRequest, findRequest } from "./find-request.js";
import type { Bound, Guarantee } from "./guarantees.js";
import type { RequestQuery } from "./search-each-rule.js";

/**
 * A request by which a policy breaks a guarantee, or the proof that it keeps it. Among several, the rule that applies is the
 * first in the policy.
 *
 * @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
 */
export function findBreach(
  policy: Policy,
  { bounds }: Guarantee,
  options: AnalysisOptions = {},
): FoundRequest {
  const found = bounds.map((bound) => findRequest(policy, breachOf(bound), options));
  const breaches = found.filter((one): one is DecidedRequest => typeof one !== "string");
  const [first] = breaches.sort((a, b) => orderOf(a) - orderOf(b));
  return first ?? (found.includes("unknown") ? "unknown" : "none");
}

function orderOf({ decision }: DecidedRequest): number {
  return decision.rule ?? Number.POSITIVE_INFINITY;
}

/** Asks for the requests by which a policy does not keep a bound. */
export function breachOf(bound: Bound): RequestQuery {
  const { requests, except = [] } = bound;
  if ("recorded" in bound) return { requests, except, recording: ({ stages }) => stages.length === 0 };
  const most = LEVELS.indexOf(bound.atMost);
  return {
    requests,
    except,
    recording: ({ level, omitStages }) =>
      LEVELS.indexOf(level) > most && STAGES_WITH_BODIES.some((stage) => !omitStages.includes(stage)),
  };
}

/** Upstream: `k8s.io/apiserver` `pkg/endpoints/filters/audit.go`, `WithAudit`: at `RequestReceived` no body has been read. */
const STAGES_WITH_BODIES: readonly Stage[] = ["ResponseStarted", "ResponseComplete", "Panic"];
