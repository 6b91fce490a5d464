import { describe, expect, test } from "vitest";
import { requestFromHttp } from "../../src/request/index.js";
import { isPossible } from "./is-possible.js";

const jane = { name: "jane", groups: ["devs", "system:authenticated"] };

describe("what a client sends is possible in both readings", () => {
  test.each([
    ["GET", "/healthz"],
    ["HEAD", "/"],
    ["POST", "/oauth/token"],
    ["GET", "/api/v1"],
    ["GET", "/api/v1/"],
    ["GET", "/api/v1//"],
    ["GET", "/apis/apps/v1"],
    ["GET", "/api/v1/pods"],
    ["GET", "/api/v1/namespaces/prod/pods?watch=1"],
    ["GET", "/api/v1/namespaces/prod/pods?fieldSelector=metadata.name=web-0"],
    ["GET", "/api/v1/watch/namespaces/prod/pods/web-0"],
    ["GET", "/api/v1/namespaces/prod/pods/web-0/exec?command=sh"],
    ["POST", "/api/v1/namespaces/prod/pods"],
    ["POST", "/api/v1/namespaces/prod/pods/web-0/exec"],
    ["POST", "/apis/authorization.k8s.io/v1/subjectaccessreviews"],
    ["PATCH", "/apis/apps/v1/namespaces/prod/deployments/web/scale"],
    ["DELETE", "/api/v1/namespaces/prod/pods"],
    ["DELETE", "/api/v1/nodes/worker-1"],
    ["GET", "/apis/rbac.authorization.k8s.io/v1/namespaces/prod/roles/reader"],
    ["GET", "/api/v1/namespaces"],
    ["POST", "/api/v1/namespaces"],
    ["GET", "/api/v1/namespaces/prod"],
    ["PUT", "/api/v1/namespaces/prod/finalize"],
    ["GET", "/api/v1/namespaces?fieldSelector=metadata.name=prod"],
    ["GET", "/api/v1/namespaces?watch=1&fieldSelector=metadata.name=prod"],
    ["GET", "/api/v1/watch/namespaces/prod"],
    ["PUT", "/api/v1/pods"],
  ])("%s %s", (method, url) => {
    const request = requestFromHttp(method, url, jane);
    expect(isPossible(request, "formal")).toBe(true);
    expect(isPossible(request, "real-identities")).toBe(true);
  });
});

describe("what no path makes is possible formally alone", () => {
  const pods = { apiGroup: "", resource: "pods" };
  const namespaces = { apiGroup: "", resource: "namespaces" };
  test.each([
    { verb: "proxy", resource: pods },
    { verb: "*", resource: pods },
    { verb: "list", path: "/healthz" },
    { verb: "get", path: "/api/v1/pods" },
    { verb: "get", path: "/apis/apps/v1/deployments" },
    { verb: "get", resource: pods },
    { verb: "delete", resource: { ...pods, namespace: "prod" } },
    { verb: "deletecollection", resource: { ...pods, name: "web-0" } },
    { verb: "create", resource: { ...pods, name: "web-0" } },
    { verb: "list", resource: { apiGroup: "*", resource: "pods" } },
    { verb: "list", resource: { apiGroup: "", resource: "*" } },
    { verb: "list", resource: { apiGroup: "", resource: "" } },
    { verb: "list", resource: { ...pods, subresource: "*" } },
    { verb: "list", resource: { ...pods, namespace: "kube-*" } },
    { verb: "get", resource: { ...pods, namespace: "default", name: "web-*" } },
    { verb: "list", resource: { apiGroup: "", resource: "nodes", namespace: "prod" } },
    { verb: "get", resource: { ...namespaces, name: "prod" } },
    { verb: "get", resource: { ...namespaces, name: "prod", namespace: "ci" } },
    { verb: "list", resource: { ...namespaces, name: "prod", namespace: "prod" } },
    { verb: "list", resource: { ...namespaces, namespace: "prod" } },
  ])("%o", (request) => {
    expect(isPossible({ user: jane, ...request }, "formal")).toBe(true);
    expect(isPossible({ user: jane, ...request }, "real-identities")).toBe(false);
  });
});

test.each([
  { verb: "get", resource: { apiGroup: "", resource: "a/b", name: "c" } },
  { verb: "get", resource: { apiGroup: "", resource: "a", subresource: "b/c", name: "d" } },
  { verb: "get", path: "healthz" },
])("%o is possible in neither reading", (request) => {
  expect(isPossible({ user: null, ...request }, "formal")).toBe(false);
  expect(isPossible({ user: null, ...request }, "real-identities")).toBe(false);
});

describe("a user", () => {
  const isReal = (name: string, ...groups: readonly string[]): boolean =>
    isPossible({ user: { name, groups }, verb: "get", path: "/healthz" }, "real-identities");

  test.each([
    ["jane", "system:authenticated"],
    ["jane", "system:authenticated", "system:masters", "devs"],
    ["system:anonymous", "system:unauthenticated"],
    ["system:kube-scheduler", "system:authenticated"],
    ["system:apiserver", "system:masters", "system:authenticated"],
    ["system:node:worker-1", "system:nodes", "system:authenticated"],
    ["system:node:", "system:authenticated"],
    [
      "system:serviceaccount:ci:builder",
      "system:serviceaccounts",
      "system:serviceaccounts:ci",
      "system:authenticated",
    ],
    ["kubelet", "system:authenticated"],
    ["system:monitoring", "system:monitoring", "system:authenticated"],
    ["system:node:Worker-1", "system:nodes", "system:authenticated"],
  ])("%s may be in %s %s %s", (name, ...groups) => {
    expect(isReal(name, ...groups)).toBe(true);
  });

  test.each([
    ["jane"],
    ["jane", "system:unauthenticated"],
    ["jane", "system:authenticated", "system:unauthenticated"],
    ["jane", "system:authenticated", "system:nodes"],
    ["jane", "system:authenticated", "system:serviceaccounts:ci"],
    ["system:anonymous", "system:authenticated"],
    ["system:anonymous"],
    ["system:kube-scheduler", "system:authenticated", "system:nodes"],
    ["system:node:worker-1", "system:authenticated"],
    ["system:serviceaccount:ci:builder", "system:authenticated", "system:serviceaccounts"],
    [
      "system:serviceaccount:ci:builder",
      "system:authenticated",
      "system:serviceaccounts",
      "system:serviceaccounts:ci",
      "system:serviceaccounts:prod",
    ],
    ["system:serviceaccount:ci", "system:authenticated"],
    ["system:serviceaccount:a:b:c", "system:authenticated"],
    ["system:node:*", "system:nodes", "system:authenticated"],
    ["system:masters", "system:authenticated"],
    ["System:masters", "system:authenticated"],
    ["system:serviceaccounts:ci", "system:authenticated"],
    ["jane", "system:authenticated", "devs-*"],
    ["system:anonymous", "system:unauthenticated", "devs"],
    ["system:apiserver", "system:authenticated"],
    ["system:apiserver", "system:authenticated", "system:masters", "devs"],
    [
      "system:serviceaccount:ci:builder",
      "system:authenticated",
      "system:serviceaccounts",
      "system:serviceaccounts:ci",
      "devs",
    ],
    ["jane", "system:authenticated", "system:kube-scheduler"],
    ["jane", "system:authenticated", "system:serviceaccount:ci:builder"],
  ])("%s is never in %s %s %s %s alone", (name, ...groups) => {
    expect(isReal(name, ...groups)).toBe(false);
    expect(isPossible({ user: { name, groups }, verb: "get", path: "/" }, "formal")).toBe(true);
  });
});
