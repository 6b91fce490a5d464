import { describe, expect, test } from "vitest";
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

/** Verb, and what the request is for, on one line; of a resource: group, resource, subresource, namespace, name. */
function attributes(method: string, url: string): string {
  const { verb, resource, path } = requestFromHttp(method, url, jane);
  if (!resource) return `${verb} ${path}`;
  const { apiGroup, resource: plural, subresource, namespace, name } = resource;
  return [verb, apiGroup, plural, subresource, namespace, name].map((part) => part || "-").join(" ");
}

describe("a path", () => {
  test.each([
    ["GET", "/api", "get /api"],
    ["GET", "/api/v1", "get /api/v1"],
    ["GET", "/apis/apps/v1", "get /apis/apps/v1"],
    ["HEAD", "/healthz", "head /healthz"],
    ["FOO", "/metrics", "foo /metrics"],
    ["POST", "/api/v1/namespaces/prod/pods", "create - pods - prod -"],
    ["POST", "/api/v1/namespaces/prod/pods/foo", "create - pods - prod foo"],
    ["HEAD", "/api/v1/nodes/a", "get - nodes - - a"],
    ["PUT", "/apis/apps/v1/namespaces/prod/deployments/web/scale", "update apps deployments scale prod web"],
    ["PATCH", "/api/v1/nodes/a/status", "patch - nodes status - a"],
    ["DELETE", "/api/v1/namespaces/prod/pods", "deletecollection - pods - prod -"],
    ["DELETE", "/api/v1/namespaces/prod/pods/a", "delete - pods - prod a"],
    ["FOO", "/api/v1/pods", "- - pods - - -"],
    ["get", "/api/v1/pods", "- - pods - - -"],
    ["GET", "/api/v1/namespaces/prod", "get - namespaces - prod prod"],
    ["PUT", "/api/v1/namespaces/prod/finalize", "update - namespaces finalize prod prod"],
    ["GET", "/api/v1/namespaces/prod/status", "get - namespaces status prod prod"],
    ["POST", "/api/v1/namespaces/prod/pods/web-0/exec", "create - pods exec prod web-0"],
    ["GET", "/api/v1/namespaces/prod/pods/a%2Fb", "get - pods b prod a"],
    ["GET", "//api/v1/pods/", "list - pods - - -"],
    ["GET", "/api/v1/watch/namespaces/prod/pods/a", "watch - pods - prod a"],
    ["POST", "/api/v1/watch/pods", "watch - pods - - -"],
    ["GET", "/api/v1/proxy/namespaces/prod/services/web/x", "proxy - services - prod web"],
  ])("%s %s: %s", (method, url, expected) => expect(attributes(method, url)).toBe(expected));

  test.each(["/api/v1/watch", "/api/v1/proxy/", "/apis/apps/v1/watch"])("%s is not audited", (url) => {
    expect(() => attributes("GET", url)).toThrow(/is not audited/);
  });
});

describe("the query of a list", () => {
  const name = "fieldSelector=metadata.name%3Dweb-0";
  test.each([
    ["", "list - pods - - -"],
    ["watch=1", "watch - pods - - -"],
    ["watch", "watch - pods - - -"],
    ["watch=false", "list - pods - - -"],
    ["watch=0", "list - pods - - -"],
    [name, "list - pods - - web-0"],
    [`watch=true&${name}`, "watch - pods - - web-0"],
    [`limit=x&${name}`, "list - pods - - -"],
    [`limit=x&watch=true&${name}`, "watch - pods - - -"],
    ["fieldSelector=metadata.name%3Da%2Fb", "list - pods - - -"],
    ["fieldSelector=metadata.name%21%3Dweb-0", "list - pods - - -"],
  ])("%j: %s", (query, expected) => expect(attributes("GET", `/api/v1/pods?${query}`)).toBe(expected));
});
