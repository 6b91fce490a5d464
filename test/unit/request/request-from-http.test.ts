import { expect, test } from "vitest";
import { requestFromHttp } from "../../../src/request/index.js";

const jane = { name: "jane", groups: [] };

test("CONNECT to a host has no path", () => {
  expect(requestFromHttp("CONNECT", "example.com:443", jane)).toEqual({
    user: jane,
    verb: "connect",
    path: "",
  });
  expect(requestFromHttp("CONNECT", "/healthz", jane)).toEqual({
    user: jane,
    verb: "connect",
    path: "/healthz",
  });
});

test("a URL with its host and no path has no path", () => {
  expect(requestFromHttp("GET", "http://example.com?x=1", jane)).toEqual({
    user: jane,
    verb: "get",
    path: "",
  });
});

test("only OPTIONS * is answered before it is audited", () => {
  expect(() => requestFromHttp("OPTIONS", "*", jane)).toThrow(expect.objectContaining({ code: "bad-input" }));
  expect(requestFromHttp("GET", "*", jane)).toEqual({ user: jane, verb: "get", path: "*" });
  expect(requestFromHttp("OPTIONS", "/", jane)).toEqual({ user: jane, verb: "options", path: "/" });
});
