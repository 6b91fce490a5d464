import { describe, expect, test } from "vitest";
import { parseLimit } from "../../../src/combine/index.js";
import { GenAuditError } from "../../../src/diagnostics/index.js";
import type { UserInfo } from "../../../src/model/index.js";
import { parseGuarantees } from "../../../src/prove/parse-guarantees.js";
import { parseRequest } from "../../../src/request/index.js";

const jane: UserInfo = { name: "jane", groups: ["system:authenticated"] };

/** What a request is about, on one line: verb, group, resource, subresource, namespace, name. */
function about(text: string, kubernetesVersion?: string): string {
  const { verb, resource, path } = parseRequest(`${text} --as jane`, { kubernetesVersion }).request;
  if (!resource) return [verb, path].join(" ");
  const { apiGroup, resource: plural, subresource, namespace, name } = resource;
  return [verb, apiGroup, plural, subresource, namespace, name].map((part) => part || "-").join(" ");
}

function messageOf(text: string, kubernetesVersion?: string): string {
  try {
    parseRequest(text, { kubernetesVersion });
  } catch (error) {
    if (error instanceof GenAuditError) return `${error.message} (${error.help ?? ""})`;
    throw error;
  }
  return "read";
}

describe("a resource", () => {
  test.each([
    ["create pods/exec web-0 -n prod", "create - pods exec prod web-0"],
    ["list deployments", "list apps deployments - default -"],
    ["list deployments -A", "list apps deployments - - -"],
    ["patch deployments.apps/scale web -n prod", "patch apps deployments scale prod web"],
    ["delete nodes worker-1", "delete - nodes - - worker-1"],
    ["get namespaces prod", "get - namespaces - prod prod"],
    ["update namespaces/finalize prod", "update - namespaces finalize prod prod"],
    ["list namespaces", "list - namespaces - - -"],
    ["create events.core", "create - events - default -"],
    ["create events.events.k8s.io -n prod", "create events.k8s.io events - prod -"],
    ["create serviceaccounts/token web -n prod", "create - serviceaccounts token prod web"],
    ["watch certificates.cert-manager.io -n prod", "watch cert-manager.io certificates - prod -"],
    ["deletecollection pods -n prod", "deletecollection - pods - prod -"],
    ["proxy services web -n prod", "proxy - services - prod web"],
    ["list pods --namespace=prod", "list - pods - prod -"],
    ["get configmaps 'a b' -n \"prod\"", "get - configmaps - prod a b"],
  ])("%s", (text, expected) => expect(about(text)).toBe(expected));

  test("finds the group that it has in the release", () => {
    expect(about("list podsecuritypolicies", "1.24")).toBe("list policy podsecuritypolicies - - -");
    expect(messageOf("list podsecuritypolicies --as jane", "1.25")).toMatch(/only from 1\.19 to 1\.24/);
    expect(messageOf("list ingresses --as jane", "1.21")).toMatch(
      /ingresses\.extensions or ingresses\.networking\.k8s\.io/,
    );
    expect(about("list ingresses", "1.22")).toBe("list networking.k8s.io ingresses - default -");
  });

  test("is known before 1.19 as 1.19 has it", () => {
    expect(about("list pods", "1.12")).toBe("list - pods - default -");
  });
});

describe("HTTP", () => {
  test.each([
    ["GET /healthz", "get /healthz"],
    ["get /api/v1/pods?watch=1", "watch - pods - - -"],
    ["DELETE /apis/apps/v1/namespaces/prod/deployments/web", "delete apps deployments - prod web"],
    ["POST https://10.0.0.1:6443/api/v1/namespaces/prod/pods", "create - pods - prod -"],
  ])("%s", (text, expected) => expect(about(text)).toBe(expected));
});

describe("the user", () => {
  const userOf = (text: string): UserInfo | null => parseRequest(`list pods ${text}`).request.user;

  test("has the groups that the name implies, behind those given", () => {
    expect(userOf("--as jane")).toEqual(jane);
    expect(userOf("--as jane --as-group devs --as-group ops")).toEqual({
      name: "jane",
      groups: ["devs", "ops", "system:authenticated"],
    });
  });

  test("has no others with --no-implied-groups", () => {
    expect(userOf("--as jane --no-implied-groups")).toEqual({ name: "jane", groups: [] });
    expect(userOf("--as jane --as-group devs --no-implied-groups")).toEqual({
      name: "jane",
      groups: ["devs"],
    });
  });

  test("is missing where authentication fails", () => expect(userOf("--as-failed")).toBeNull());
});

describe("notes", () => {
  const notesOf = (text: string): readonly string[] => parseRequest(`${text} --as jane`).notes;

  test("say nothing of a request as clients send it", () => {
    for (const text of [
      "get pods web-0",
      "list pods",
      "create pods",
      "create pods/exec web-0",
      "GET /x",
      "watch nodes",
    ])
      expect(notesOf(text), text).toEqual([]);
  });

  test.each([
    ["get pods", /kubectl get pods without a name is list/],
    ["delete pods", /without a name/],
    ["update pods/exec web-0", /serves create, get; update is answered with 405/],
    ["list deployment.apps", /did you mean "deployments"\?/],
    ["list widgets.example.com", /not built in/],
  ])("%s", (text, expected) => expect(notesOf(text).join("\n")).toMatch(expected));
});

describe("what is no request", () => {
  test.each([
    ["", /a verb and a resource/],
    ["list", /a verb and a resource/],
    ["list pods", /who sends the request\?.*--as-failed/],
    ["list pods --as ''", /who sends the request/],
    ["list pods --as jane --as-failed", /without a user, and one is given/],
    ["list pods --as-group devs --as-failed", /without a user, and one is given/],
    ["get pod web-0 --as jane", /did you mean "pods"\?/],
    ["get po web-0 --as jane", /did you mean "pods"\?/],
    ["get widgets --as jane", /widgets\.example\.com/],
    ["get pods/log/x web-0 --as jane", /no built-in resource/],
    ["list * --as jane", /no resource that a request can be for/],
    ["list pods/* --as jane", /no resource that a request can be for/],
    ["* pods --as jane", /stands in roles/],
    ["lst pods --as jane", /did you mean "list"\?/],
    ["exec pods web-0 --as jane", /create pods\/exec NAME/],
    ["create pods web-0 --as jane", /takes no name .*in the body/],
    ["deletecollection pods web-0 --as jane", /takes no name .*delete pods web-0/],
    ["get pods a b --as jane", /"b" is left over/],
    ["get nodes a -n prod --as jane", /in no namespace/],
    ["get pods web-0 -A --as jane", /for one namespace/],
    ["list pods -A -n prod --as jane", /either all namespaces or "prod"/],
    ["GET /x -n prod --as jane", /a namespace behind a path/],
    ["GET /x web-0 --as jane", /"web-0" behind a path/],
    ["GTE /x --as jane", /did you mean "GET"\?/],
    ["GET /a%zz --as jane", /not the URL of a request/],
    ["list pods --ass jane", /unknown flag --ass in a request; did you mean "--as"\?/],
    ["list pods --as", /--as wants a value/],
    ["list pods --as 'jane", /a quote is not closed/],
    ["list pods --as-failed=yes", /unknown flag/],
  ])("%s", (text, expected) => expect(messageOf(text)).toMatch(expected));
});

test("a release that is none is told of, whatever is read for it", () => {
  const kubernetesVersion = "1.99";
  const unknown = expect.objectContaining({ code: "unknown-version" });
  expect(() => parseRequest("get pods --as jane", { kubernetesVersion })).toThrow(unknown);
  expect(() => parseLimit("Metadata:* *", kubernetesVersion)).toThrow(unknown);
  expect(() => parseGuarantees("guarantees: []", { kubernetesVersion })).toThrow(unknown);
});
