import { describe, expect, test } from "vitest";
import { parseLimit } from "../../../src/combine/index.js";
import { GenAuditError } from "../../../src/diagnostics/index.js";

test.each([
  ["Metadata:* secrets", { resources: [{ group: "", resources: ["secrets"] }] }],
  [
    "Request:create,update deployments",
    { verbs: ["create", "update"], resources: [{ group: "apps", resources: ["deployments"] }] },
  ],
  [
    "Metadata:get pods/exec,pods/attach",
    { verbs: ["get"], resources: [{ group: "", resources: ["pods/exec", "pods/attach"] }] },
  ],
  [
    "Metadata:* widgets.example.com/scale",
    { resources: [{ group: "example.com", resources: ["widgets/scale"] }] },
  ],
  ["Metadata:* pods/*", { resources: [{ group: "", resources: ["pods/*"] }] }],
  ["Metadata:* *.apps,deployments", { resources: [{ group: "apps" }] }],
  ["Metadata:* *.core", { resources: [{ group: "" }] }],
  ["None:get /healthz*,/livez*", { verbs: ["get"], nonResourceURLs: ["/healthz*", "/livez*"] }],
  ["Metadata:delete *", { verbs: ["delete"] }],
  ["Metadata:* *", {}],
])("%s", (written, selector) => {
  expect(parseLimit(written).selector).toEqual(selector);
});

test("the level is what stands before the colon", () => {
  expect(parseLimit("RequestResponse:* secrets").level).toBe("RequestResponse");
});

describe("what is none", () => {
  test.each([
    ["secrets", /no floor or ceiling/],
    ["Metadata: secrets", /no floor or ceiling/],
    ["metadata:* secrets", /did you mean "Metadata"/],
    ["Metadata:get secret", /did you mean "secrets"/],
    ["Metadata:gets secrets", /did you mean "get"/],
    ["Metadata:list pods/exec", /pods\/exec takes create, get, and not list/],
    ["Metadata:get events", /several groups/],
    ["Metadata:get *.aps", /did you mean "apps"/],
    ["Metadata:get deployments.aps", /did you mean "apps"/],
    ["Metadata:get deployment.apps", /did you mean "deployments"/],
    ["Metadata:create /healthz", /none has the verb "create"/],
    ["Metadata:get pods,/healthz", /is a path/],
  ])("%s", (written, message) => {
    expect(() => parseLimit(written)).toThrow(message);
    expect(() => parseLimit(written)).toThrow(GenAuditError);
  });

  test("a resource that the release has not", () => {
    expect(() => parseLimit("Metadata:* validatingadmissionpolicies", "1.24")).toThrow(
      /not built into Kubernetes 1\.24/,
    );
  });
});
