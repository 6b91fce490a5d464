import { writeFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import type { RequestAttributes } from "../../src/model/index.js";
import { requestFromEvent } from "../../src/request/index.js";
import { policyArbitrary } from "../property/arbitraries/policy.js";
import { generateLogCases } from "./generate-log-cases.js";
import { buildOracle, moduleVersion } from "./go-program.js";
import { courseOfCase, type LogCase } from "./log-case.js";
import { findOutcome, printOutcome } from "./log-outcome.js";
import { type LogPolicy, logPolicies } from "./log-policies.js";
import { printRecording, recordLogs } from "./log-recording.js";
import { predictLog } from "./predict-log.js";
import { type Random, randomFrom } from "./random.js";
import { SPECIAL_LOG_CASES } from "./special-log-cases.js";
import type { Suite } from "./suite.js";
import { type WrittenLog, writeLog } from "./write-log.js";

const MODULE = "k8s.io/apiserver";
const VECTORS = new URL("vectors/log.json", import.meta.url);
/** Made for all policies that have a name, and sent under each of them. */
const GENERATED_CASES = 1000;
const GENERATED_POLICIES = 20;
const CASES_EACH = 200;
const RECORDED_CASES = 300;

export const logSuite: Suite = {
  name: "audit log",
  async run({ seed, record, signal, log }) {
    const version = `${MODULE} ${await moduleVersion("log", MODULE)}`;
    const { binary } = await buildOracle({ folder: "log", program: "." }, signal);
    const named = logPolicies();
    const counts = { requests: 0, events: 0 };
    const mismatches: string[] = [];
    const hold = async (policy: LogPolicy, cases: readonly LogCase[]): Promise<WrittenLog> => {
      const written = await writeLog(binary, policy, cases, signal);
      mismatches.push(...compareLog(policy, cases, written));
      counts.requests += cases.length;
      counts.events += [...written.events.values()].flat().length;
      return written;
    };

    const cases = casesFor(named, randomFrom(seed), GENERATED_CASES);
    for (const policy of named) await hold(policy, cases);
    log(`${version}: ${named.length} policies, ${cases.length} requests each`);
    const random = randomFrom(seed);
    for (const policy of fc.sample(policyArbitrary, { seed, numRuns: GENERATED_POLICIES })) {
      const name = JSON.stringify(policy);
      await hold({ name, policy, settings: {} }, generateLogCases([policy], random, CASES_EACH));
    }
    log(`${version}: ${GENERATED_POLICIES} generated policies, ${CASES_EACH} requests each`);
    if (record) {
      const some = casesFor(named, randomFrom(1), RECORDED_CASES);
      const logs: WrittenLog[] = [];
      for (const policy of named) logs.push(await hold(policy, some));
      await writeFile(VECTORS, printRecording(recordLogs(version, named, some, logs)));
    }
    const count = (number: number): string => number.toLocaleString("en");
    return {
      against: [version],
      compared: `${count(counts.requests)} HTTP requests with ${count(counts.events)} events`,
      mismatches,
    };
  },
};

function casesFor(policies: readonly LogPolicy[], random: Random, generated: number): readonly LogCase[] {
  const own = policies.map(({ policy }) => policy);
  return [...SPECIAL_LOG_CASES, ...generateLogCases(own, random, generated)];
}

/** Where the log that is predicted and the log that was written differ. */
function compareLog(
  { name, policy }: LogPolicy,
  cases: readonly LogCase[],
  { statuses, events }: WrittenLog,
): readonly string[] {
  const mismatches: string[] = [];
  for (const [index, sent] of cases.entries()) {
    const course = courseOfCase(sent);
    const own = events.get(index) ?? [];
    const differ = (what: string, expected: unknown, found: unknown): void => {
      if (isDeepStrictEqual(expected, found)) return;
      mismatches.push(JSON.stringify({ policy: name, request: sent, what, expected, found }));
    };
    const status = statuses[index];
    if (!isAnsweredAsMeant(sent, status)) differ("status", sent.status ?? "success", status);
    differ("events", printOutcome(findOutcome(own, course.body)), printOutcome(predictLog(policy, course)));
    for (const event of own) {
      differ("attributes", requestFromEvent(event), inEvent(course.request, sent.pathInEvent));
    }
  }
  const unasked = [...events.keys()].filter((index) => !(index in cases));
  return [...mismatches, ...unasked.map((index) => `${name}: events of a request ${index} that nobody sent`)];
}

function isAnsweredAsMeant({ status }: LogCase, found: number | "broken off" | undefined): boolean {
  return status === undefined ? typeof found === "number" && found < 300 : found === status;
}

/** The attributes as an event tells them. */
export function inEvent(
  request: RequestAttributes | undefined,
  pathInEvent: string | undefined,
): RequestAttributes | undefined {
  return request && !request.resource && pathInEvent !== undefined
    ? { ...request, path: pathInEvent }
    : request;
}
