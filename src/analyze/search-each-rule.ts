import { emittedStages, type PolicySupport, type RequestCourse } from "../kubernetes/index.js";
import type { Policy, RequestSelector, Stage } from "../model/index.js";
import type { CubeRange, Region, SearchBudget } from "../request-space/index.js";
import { type Analysis, rangeOf, searchRegions } from "./analysis.js";
import { auditConfigsOf, type RequestAuditConfig, recordedStages } from "./request-audit-config.js";

/** What is recorded of a request: how it is decided, and the stages at which an event is written. */
export interface Recording extends RequestAuditConfig {
  readonly stages: readonly Stage[];
  /** The stages at which one would be written if none was left out. */
  readonly emitted: readonly Stage[];
}

/** What is asked of a request that is looked for, and of how a policy decides it. */
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

/** The lists of an analysis that have what a query asks about, and `LONG_RUNNING` where `tellsCoursesApart`. */
export interface QueryLists {
  readonly requests: number;
  readonly except: number;
  readonly longRunning: number;
}

/** Requests that a query asks for and one rule decides; `null` for those that no rule matches. */
export interface RuleRequests {
  readonly rule: number | null;
  /** All of them are in these regions and in none of those cubes. */
  readonly regions: readonly Region[];
  readonly outside: readonly CubeRange[];
  /** Some of them. */
  readonly region: Region;
}

/** Requests that run without a deadline, see `isLongRunning`. */
export const LONG_RUNNING: readonly RequestSelector[] = [
  { verbs: ["watch", "proxy"] },
  { resources: [{ group: "*", resources: ["*/attach", "*/exec", "*/proxy", "*/log", "*/portforward"] }] },
  { nonResourceURLs: ["/debug/pprof/*"] },
];

/** Whether what is asked for is recorded by some rule of requests of one course, and of those of another not. */
export function tellsCoursesApart(
  policy: Policy,
  support: PolicySupport,
  { recording }: RequestQuery,
): boolean {
  return auditConfigsOf(policy, support).some((config) => {
    const meant = coursesOf(config, recording);
    return meant.length > 0 && meant.length < COURSES.length;
  });
}

const COURSES: readonly RequestCourse[] = ["short", "long-running", "unauthenticated"];

function coursesOf(
  config: RequestAuditConfig,
  isMeant: (recording: Recording) => boolean,
): readonly RequestCourse[] {
  return COURSES.filter((course) =>
    isMeant({ ...config, stages: recordedStages(config, course), emitted: emittedStages(course) }),
  );
}

/** The requests of a query, rule by rule, as far as there are any; what is unknown ends them. */
export function* searchEachRule(
  analysis: Analysis,
  query: RequestQuery,
  lists: QueryLists,
  budget: SearchBudget,
): Generator<RuleRequests | "unknown"> {
  const { requests = [{}], except = [] } = query;
  const [policy] = analysis.policies;
  const selected = requests.flatMap((_, index) =>
    analysis.matchedBy(lists.requests, index, analysis.space.roots),
  );
  const excepted = analysis.cubesBefore(lists.except, except.length);
  const configs = policy ? auditConfigsOf(policy, analysis.support) : [];
  for (const [index, config] of configs.entries()) {
    const rule = index < configs.length - 1 ? index : null;
    if (query.rule && !query.rule(rule)) continue;
    const decided = analysis.matchedBy(0, index, selected);
    const outside = [analysis.cubesBefore(0, index), excepted, rangeOf(analysis.space.impossible)];
    for (const part of partsByCourse(analysis, lists.longRunning, decided, config, query.recording)) {
      const all = { rule, regions: part.regions, outside: [...outside, ...part.outside] };
      const result = searchRegions(all.regions, all.outside, budget);
      if (result.found === "unknown") {
        yield "unknown";
        return;
      }
      if (!result.found) continue;
      yield { ...all, region: result.region };
      break;
    }
  }
}

interface Part {
  readonly regions: readonly Region[];
  readonly outside: readonly CubeRange[];
}

/** The requests of which something is recorded that the query asks for: all, or those of some courses. */
function partsByCourse(
  analysis: Analysis,
  longRunning: number,
  regions: readonly Region[],
  config: RequestAuditConfig,
  isMeant: (recording: Recording) => boolean,
): readonly Part[] {
  const meant = coursesOf(config, isMeant);
  if (meant.length === 0) return [];
  if (meant.length === COURSES.length) return [{ regions, outside: [] }];
  const authenticated = regions.filter(({ hasUser }) => hasUser);
  const part: Readonly<Record<RequestCourse, () => Part>> = {
    short: () => ({
      regions: authenticated,
      outside: [analysis.cubesBefore(longRunning, LONG_RUNNING.length)],
    }),
    "long-running": () => ({
      regions: LONG_RUNNING.flatMap((_, index) => analysis.matchedBy(longRunning, index, authenticated)),
      outside: [],
    }),
    unauthenticated: () => ({ regions: regions.filter(({ hasUser }) => !hasUser), outside: [] }),
  };
  return meant.map((course) => part[course]());
}
