import type { Recording } from "../analyze/index.js";
import { LEVELS, type Level, type RequestSelector, type Stage } from "../model/index.js";

/** Some requests, and what is asked of how each of them is recorded. */
export interface Bound {
  /** What is asked in words, where a guarantee asks for several things. */
  readonly title?: string | undefined;
  readonly requests: readonly RequestSelector[];
  /** Of these, those that are not meant. */
  readonly except?: readonly RequestSelector[] | undefined;
  /** Of these, only those of people and workloads that the policy does not name: of whom it names, it has decided. */
  readonly by?: "unnamed-accounts" | undefined;
  /** That one of these requests is recorded so, in place of each. */
  readonly some?: true | undefined;
  /** At least one event is written, at this level or above; from `Request` on, at a stage at which bodies are known. */
  readonly atLeast?: Exclude<Level, "None"> | undefined;
  /** No body gets into the log that this level leaves out; of `None`, no event at all. */
  readonly atMost?: Exclude<Level, "RequestResponse"> | undefined;
  /** Each of these stages that the request has is recorded. */
  readonly stages?: readonly Stage[] | undefined;
}

/** Whether what is recorded of a request is what a bound asks for. */
export function isKept(bound: Bound, recording: Recording): boolean {
  return isEnough(bound, recording) && !isTooMuch(bound, recording);
}

/** Whether a level is below that which a bound asks for. */
function isTooLow({ atLeast, stages }: Bound, level: Level): boolean {
  const least = atLeast ?? (stages ? "Metadata" : "None");
  return LEVELS.indexOf(level) < LEVELS.indexOf(least);
}

function isEnough(bound: Bound, { level, stages, emitted, omitStages }: Recording): boolean {
  if (isTooLow(bound, level)) return false;
  if (bound.atLeast === "Metadata" && stages.length === 0) return false;
  if (bound.atLeast && bound.atLeast !== "Metadata" && !stages.some(hasBodies)) return false;
  const wanted = (bound.stages ?? []).filter((stage) => mayHave(emitted, stage));
  return wanted.every((stage) => !omitStages.includes(stage));
}

function isTooMuch({ atMost }: Bound, { level, stages, emitted, omitStages }: Recording): boolean {
  if (!atMost || LEVELS.indexOf(level) <= LEVELS.indexOf(atMost)) return false;
  const keepsPanic = !omitStages.includes("Panic");
  if (atMost === "None") return stages.length > 0 || (keepsPanic && mayHave(emitted, "Panic"));
  return stages.some(hasBodies) || keepsPanic;
}

/** Upstream: `k8s.io/apiserver` `pkg/endpoints/filters/audit.go`, `WithAudit`: at `RequestReceived` no body has been read. */
function hasBodies(stage: Stage): boolean {
  return stage !== "RequestReceived";
}

/** A handler may panic once the request has been received, which a failed authentication is not. */
function mayHave(emitted: readonly Stage[], stage: Stage): boolean {
  return stage === "Panic" ? emitted.includes("RequestReceived") : emitted.includes(stage);
}
