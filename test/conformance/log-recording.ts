import type { UserInfo } from "../../src/model/index.js";
import { attributesOf, type Course, courseOfCase, type LogCase } from "./log-case.js";
import { findOutcome, printOutcome } from "./log-outcome.js";
import { EVERYTHING, type LogPolicy } from "./log-policies.js";
import type { LoggedEvent, WrittenLog } from "./write-log.js";

/** What real logs say of one request. */
export interface RecordedRequest extends Omit<Course, "request"> {
  readonly name?: string;
  readonly method: string;
  readonly url: string;
  readonly user: UserInfo | null;
  /** What its last event says under the policy that records everything; absent if it is not audited. */
  readonly event?: Pick<LoggedEvent, "requestURI" | "verb" | "user" | "impersonatedUser" | "objectRef">;
  readonly pathInEvent?: string;
  /** What it leaves in the log by each of the policies, in their order. */
  readonly outcomes: readonly string[];
}

export interface LogRecording {
  readonly recordedFrom: string;
  readonly policies: readonly string[];
  readonly requests: readonly RecordedRequest[];
}

/** What the events of a recorded request follow from. */
export function courseOfRecorded({ method, url, user, ending, body }: RecordedRequest): Course {
  return { request: attributesOf(method, url, user), ending, ...(body && { body }) };
}

export function recordLogs(
  recordedFrom: string,
  policies: readonly LogPolicy[],
  cases: readonly LogCase[],
  logs: readonly WrittenLog[],
): LogRecording {
  const everything = logs[policies.findIndex(({ name }) => name === EVERYTHING)];
  const requests = cases.map((sent, index): RecordedRequest => {
    const { name, method, url, pathInEvent } = sent;
    const { request, ...rest } = courseOfCase(sent);
    const event = everything?.events.get(index)?.at(-1);
    return {
      ...(name !== undefined && { name }),
      method,
      url,
      user: request?.user ?? null,
      ...rest,
      ...(event && { event: lasting(event) }),
      ...(pathInEvent !== undefined && { pathInEvent }),
      outcomes: logs.map(({ events }) => printOutcome(findOutcome(events.get(index) ?? [], rest.body))),
    };
  });
  return { recordedFrom, policies: policies.map(({ name }) => name), requests };
}

/** What says nothing of the machine and the moment. */
function lasting(event: LoggedEvent): Required<RecordedRequest>["event"] {
  const { requestURI, verb, user, impersonatedUser, objectRef } = event;
  return {
    requestURI,
    verb,
    user,
    ...(impersonatedUser && { impersonatedUser }),
    ...(objectRef && { objectRef }),
  };
}

/** One line for each request, so that a change shows where it is. */
export function printRecording({ requests, ...head }: LogRecording): string {
  const lines = requests.map((line) => JSON.stringify(line)).join(",\n");
  return `${JSON.stringify(head).slice(0, -1)},"requests":[\n${lines}\n]}\n`;
}
