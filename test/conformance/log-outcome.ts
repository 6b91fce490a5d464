import type { Course } from "./log-case.js";
import type { LoggedEvent } from "./write-log.js";

/** The events of one request, as far as a policy decides about them. */
export interface LogOutcome {
  readonly level: string;
  readonly stages: readonly string[];
  /** Which bodies are recorded: `request`, `response`; each with `+managedFields` where they are in it. */
  readonly bodies: readonly string[];
}

/** What a log says of a request. Bodies count where the request had one: other answers are the server's own. */
export function findOutcome(events: readonly LoggedEvent[], body: Course["body"]): LogOutcome | undefined {
  const last = events.at(-1);
  if (!last) return undefined;
  const describe = (name: string, object: object | undefined): readonly string[] => {
    if (body === undefined || object === undefined) return [];
    return [`${name}${JSON.stringify(object).includes('"managedFields"') ? "+managedFields" : ""}`];
  };
  return {
    level: [...new Set(events.map(({ level }) => level))].join(","),
    stages: events.map(({ stage }) => stage),
    bodies: [...describe("request", last.requestObject), ...describe("response", last.responseObject)],
  };
}

const INITIALS: Readonly<Record<string, string>> = {
  RequestReceived: "R",
  ResponseStarted: "S",
  ResponseComplete: "C",
  Panic: "P",
};

/** `Metadata RSC`; `-` if there are no events. */
export function printOutcome(outcome: LogOutcome | undefined): string {
  if (!outcome) return "-";
  const { level, stages, bodies } = outcome;
  return [level, stages.map((stage) => INITIALS[stage] ?? `(${stage})`).join(""), ...bodies].join(" ");
}
