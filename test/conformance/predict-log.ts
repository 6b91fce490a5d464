import { evaluate } from "../../src/evaluate/index.js";
import { courseOf, emittedStages } from "../../src/kubernetes/index.js";
import type { Decision, Policy, RequestAttributes, Stage } from "../../src/model/index.js";
import type { Course, Ending } from "./log-case.js";
import type { LogOutcome } from "./log-outcome.js";

/** The events that the policy makes of a request, by what `evaluate` says; undefined if there are none. */
export function predictLog(policy: Policy, { request, ending, body }: Course): LogOutcome | undefined {
  if (!request) return undefined;
  const decision = evaluate(policy, request);
  const stages = stagesOf(decision, request, ending);
  if (stages.length === 0) return undefined;
  const isRead = body !== undefined && request.user !== null && stages.at(-1) === "ResponseComplete";
  return { level: decision.level, stages, bodies: isRead ? bodiesOf(decision, body) : [] };
}

/**
 * A panic stands in the place of the end, and of the start as well where nothing had been answered.
 *
 * Upstream: `k8s.io/apiserver` `pkg/endpoints/filters/audit.go`, `WithAudit`
 */
function stagesOf(
  { level, omitStages, stages }: Decision,
  request: RequestAttributes,
  ending: Ending,
): readonly Stage[] {
  if (ending === "answered" || level === "None" || !request.user) return stages;
  const before = emittedStages(courseOf(request)).filter(
    (stage) => stage === "RequestReceived" || (stage === "ResponseStarted" && ending === "started-panic"),
  );
  const all: readonly Stage[] = [...before, "Panic"];
  return all.filter((stage) => !omitStages.includes(stage));
}

function bodiesOf({ level, omitManagedFields }: Decision, body: "object" | "patch"): readonly string[] {
  const [object, patch] = [omitManagedFields ? "" : "+managedFields", "+managedFields"];
  return [
    ...(level === "Request" || level === "RequestResponse"
      ? [`request${body === "patch" ? patch : object}`]
      : []),
    ...(level === "RequestResponse" ? [`response${object}`] : []),
  ];
}
