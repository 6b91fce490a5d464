import { describe, expect, test } from "vitest";
import { parseEvents, requestFromEvent } from "../../../src/request/index.js";

const user = { username: "jane", groups: ["devs", "system:authenticated"] };
const head = { kind: "Event", apiVersion: "audit.k8s.io/v1", user };
const objectRef = {
  resource: "pods",
  namespace: "prod",
  name: "web-0",
  apiVersion: "v1",
  subresource: "exec",
};

describe("the URL counts, not what was filled in later", () => {
  test.each([
    [
      "create",
      "/api/v1/namespaces/prod/pods",
      { resource: "pods", namespace: "prod", name: "", subresource: "" },
    ],
    [
      "list",
      "/api/v1/pods?fieldSelector=metadata.name%3Dweb-0",
      { resource: "pods", namespace: "", name: "web-0" },
    ],
    [
      "watch",
      "/api/v1/watch/namespaces/prod/pods/web-0",
      { resource: "pods", namespace: "prod", name: "web-0" },
    ],
    ["get", "/api/v1/namespaces/prod/pods/web-0/exec?command=sh", { subresource: "exec", name: "web-0" }],
    ["deletecollection", "/apis/apps/v1/namespaces/prod/deployments", { apiGroup: "apps", name: "" }],
  ])("%s %s", (verb, requestURI, expected) => {
    const request = requestFromEvent({ ...head, verb, requestURI, objectRef });
    expect(request.verb).toBe(verb);
    expect(request.resource).toMatchObject(expected);
  });
});

test("objectRef counts where the log has no URL", () => {
  expect(requestFromEvent({ ...head, verb: "get", objectRef }).resource).toEqual({
    apiGroup: "",
    resource: "pods",
    subresource: "exec",
    namespace: "prod",
    name: "web-0",
  });
});

test("the impersonated user does not count", () => {
  const event = { ...head, verb: "get", requestURI: "/healthz", impersonatedUser: { username: "root" } };
  expect(requestFromEvent(event).user).toEqual({ name: "jane", groups: user.groups });
});

test("an empty user is none", () => {
  const event = { ...head, user: {}, verb: "get", requestURI: "/healthz" };
  expect(requestFromEvent(event).user).toBeNull();
});

test("what stands in an EventList says neither kind nor apiVersion", () => {
  const event = {
    auditID: "1",
    stage: "ResponseComplete",
    level: "Metadata",
    verb: "get",
    requestURI: "/x",
    user,
  };
  expect(requestFromEvent(event).path).toBe("/x");
});

describe("what is no event", () => {
  test.each([
    [null, /found null/],
    [[], /found a list/],
    ["text", /found a string/],
    [{}, /found an object without a kind/],
    [{ kind: "Event", apiVersion: "v1", reason: "Pulled" }, /found Event of v1/],
    [{ kind: "Event", auditID: "1" }, /found Event of no apiVersion/],
    [{ kind: "Policy", apiVersion: "audit.k8s.io/v1" }, /found Policy of audit\.k8s\.io\/v1/],
    [{ ...head }, /without a verb/],
    [{ ...head, verb: "get" }, /neither requestURI nor objectRef/],
    [{ ...head, verb: "get", requestURI: "x y" }, /not the URL of a request/],
  ])("%j", (event, expected) => expect(() => requestFromEvent(event)).toThrow(expected));
});

describe("a log", () => {
  test("has one event a line, with its line", () => {
    expect(parseEvents('{"a":1}\n\n{"a":2}\r\n')).toEqual([
      { event: { a: 1 }, line: 1 },
      { event: { a: 2 }, line: 3 },
    ]);
  });

  test("may be one event over several lines, a list of them, or an EventList, also one a line", () => {
    expect(parseEvents('{\n"a": 1\n}')).toEqual([{ event: { a: 1 } }]);
    expect(parseEvents('[{"a":1},{"a":2}]')).toEqual([{ event: { a: 1 } }, { event: { a: 2 } }]);
    const list = '{"kind":"EventList","items":[{"a":1},{"a":2}]}';
    expect(parseEvents(list)).toEqual([{ event: { a: 1 } }, { event: { a: 2 } }]);
    expect(parseEvents(`${list}\n${list}\n`).map(({ line }) => line)).toEqual([1, 1, 2, 2]);
  });

  test("that is none is refused with the line", () => {
    expect(() => parseEvents('{"a":1}\n{"a"', "x.log")).toThrow("x.log:2 is not JSON");
    expect(() => parseEvents(" \n", "x.log")).toThrow("x.log holds no event");
  });
});
