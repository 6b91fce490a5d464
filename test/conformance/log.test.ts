import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { evaluate } from "../../src/evaluate/index.js";
import { LEVELS } from "../../src/model/index.js";
import { requestFromEvent } from "../../src/request/index.js";
import { printOutcome } from "./log-outcome.js";
import { logPolicies } from "./log-policies.js";
import { courseOfRecorded, type LogRecording, type RecordedRequest } from "./log-recording.js";
import { inEvent } from "./log-suite.js";
import { predictLog } from "./predict-log.js";

/** What the filters of kube-apiserver wrote into real logs. */
const { recordedFrom, policies, requests }: LogRecording = JSON.parse(
  readFileSync(new URL("vectors/log.json", import.meta.url), "utf8"),
);

// `npm run conformance -- --only "audit log" --record` writes the logs anew, where Go is.
test("every preset has its log", () => {
  expect(policies).toEqual(logPolicies().map(({ name }) => name));
  expect(requests.length).toBeGreaterThan(400);
});

test.each(logPolicies())(
  `$name: the events of ${recordedFrom} are predicted, one and all`,
  ({ name, policy }) => {
    const at = policies.indexOf(name);
    const label = ({ name: of, method, url }: RecordedRequest): string => of ?? `${method} ${url}`;
    const predicted = requests.map((each) => [
      label(each),
      printOutcome(predictLog(policy, courseOfRecorded(each))),
    ]);
    expect(predicted).toEqual(requests.map((each) => [label(each), each.outcomes[at]]));
  },
);

test("an event tells the request that it is about", () => {
  const audited = requests.filter(({ event }) => event);
  for (const recorded of audited) {
    const event = { kind: "Event", apiVersion: "audit.k8s.io/v1", ...recorded.event };
    const { request } = courseOfRecorded(recorded);
    expect(requestFromEvent(event), recorded.name).toEqual(inEvent(request, recorded.pathInEvent));
  }
  // All but the ones that are answered before they are audited.
  expect(requests.length - audited.length).toBe(4);
});

test.each(logPolicies())("$name: each rule applies to a recorded request", ({ policy }) => {
  const applied = requests.flatMap((recorded) => {
    const { request } = courseOfRecorded(recorded);
    return request ? [evaluate(policy, request).rule] : [];
  });
  expect([...policy.rules.keys()].filter((index) => !applied.includes(index))).toEqual([]);
});

test("the logs have events of every level and of every course", () => {
  const found = new Set(requests.flatMap(({ outcomes }) => outcomes));
  for (const level of LEVELS.filter((each) => each !== "None")) {
    for (const stages of ["RC", "RSC", "S", "RP"]) expect(found).toContain(`${level} ${stages}`);
  }
  expect(found).toContain("RequestResponse RSP");
});
