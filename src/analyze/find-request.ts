import { evaluate } from "../evaluate/index.js";
import type { RequestCourse } from "../kubernetes/index.js";
import type { Decision, Policy, RequestAttributes, RequestSelector, Stage } from "../model/index.js";
import { type CubeRange, findPlausible, type Region } from "../request-space/index.js";
import { Analysis, type AnalysisOptions, rangeOf } from "./analysis.js";
import { auditConfigsOf, type RequestAuditConfig, recordedStages } from "./request-audit-config.js";

/** What is recorded of a request: how it is decided, and the stages at which an event is written. */
export interface Recording extends RequestAuditConfig {
  readonly stages: readonly Stage[];
}

export interface RequestQuery {
  /** Requests that one of these takes; all if not given. */
  readonly requests?: readonly RequestSelector[];
  /** Of these, those that none of these takes. */
  readonly except?: readonly RequestSelector[];
  /** The rules that may apply, `null` for none; any if not given. */
  readonly rule?: (rule: number | null) => boolean;
  /** What is asked of how the policy decides the request. */
  readonly recording: (recording: Recording) => boolean;
}

/** A request that proves a claim, and how the policy decides it. */
export interface DecidedRequest {
  readonly request: RequestAttributes;
  readonly decision: Decision;
}

export type FoundRequest = DecidedRequest | "none" | "unknown";

/**
 * A request of which the policy records something in particular, or the proof that there is none.
 *
 * The request has been through `evaluate`; `none` is proved for every request of the reading, and `unknown` says that the
 * search gave up. Among several, the rule that applies is the first in the policy.
 *
 * @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
 *
 * @example
 * const minted = {
 *   requests: [{ verbs: ["create"], resources: [{ group: "", resources: ["serviceaccounts/token"] }] }],
 *   recording: ({ level }) => level === "RequestResponse",
 * };
 * findRequest(getPreset("gce").policy, minted).decision.rule; // 12
 * findRequest(getPreset("gce-upstream").policy, minted); // none
 */
export function findRequest(
  policy: Policy,
  query: RequestQuery,
  options: AnalysisOptions = {},
): FoundRequest {
  for (const found of findRequestOfEachRule(policy, query, options)) return found;
  return "none";
}

/** The same for each rule that applies to any such request, in order; at last, for the requests that no rule matches. */
export function* findRequestOfEachRule(
  policy: Policy,
  query: RequestQuery,
  options: AnalysisOptions = {},
): Generator<DecidedRequest | "unknown"> {
  const { requests = [{}], except = [] } = query;
  const analysis = new Analysis([policy], options, { selectors: [requests, except, LONG_RUNNING] });
  const budget = analysis.budget();
  const selected = requests.flatMap((_, index) => analysis.matchedBy(REQUESTS, index, analysis.space.roots));
  for (const [index, config] of auditConfigsOf(policy, analysis.support).entries()) {
    const rule = index < policy.rules.length ? index : null;
    if (query.rule && !query.rule(rule)) continue;
    const outside = [analysis.cubesBefore(0, index), analysis.cubesBefore(EXCEPT, except.length)];
    const decided = analysis.matchedBy(0, index, selected);
    for (const part of partsByCourse(analysis, decided, config, query.recording)) {
      const result = analysis.search(part.regions, [...outside, ...part.outside], budget);
      if (result.found === "unknown") {
        yield "unknown";
        return;
      }
      if (!result.found) continue;
      const avoided = [...outside, ...part.outside, rangeOf(analysis.space.impossible)];
      const region = findPlausible(analysis.space, part.regions, avoided, analysis.budget()) ?? result.region;
      const request = analysis.pickDecidedBy(rule, region);
      yield { request, decision: evaluate(policy, request, options) };
      break;
    }
  }
}

/** The lists of an analysis behind the policy's own. */
const REQUESTS = 1;
const EXCEPT = 2;
const COURSES = 3;

/** Requests that run without a deadline, see `isLongRunning`. */
const LONG_RUNNING: readonly RequestSelector[] = [
  { verbs: ["watch", "proxy"] },
  { resources: [{ group: "*", resources: ["*/attach", "*/exec", "*/proxy", "*/log", "*/portforward"] }] },
  { nonResourceURLs: ["/debug/pprof/*"] },
];

interface Part {
  readonly regions: readonly Region[];
  readonly outside: readonly CubeRange[];
}

/** The requests of which something is recorded that the query asks for: all, or those of some courses. */
function partsByCourse(
  analysis: Analysis,
  regions: readonly Region[],
  config: RequestAuditConfig,
  isMeant: (recording: Recording) => boolean,
): readonly Part[] {
  const courses: readonly RequestCourse[] = ["short", "long-running", "unauthenticated"];
  const meant = courses.filter((course) => isMeant({ ...config, stages: recordedStages(config, course) }));
  if (meant.length === 0) return [];
  if (meant.length === courses.length) return [{ regions, outside: [] }];
  const authenticated = regions.filter(({ hasUser }) => hasUser);
  const part: Readonly<Record<RequestCourse, () => Part>> = {
    short: () => ({ regions: authenticated, outside: [analysis.cubesBefore(COURSES, LONG_RUNNING.length)] }),
    "long-running": () => ({
      regions: LONG_RUNNING.flatMap((_, index) => analysis.matchedBy(COURSES, index, authenticated)),
      outside: [],
    }),
    unauthenticated: () => ({ regions: regions.filter(({ hasUser }) => !hasUser), outside: [] }),
  };
  return meant.map((course) => part[course]());
}
