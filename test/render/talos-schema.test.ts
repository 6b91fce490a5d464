import { existsSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { putIntoObject } from "../../src/into/index.js";
import type { Policy } from "../../src/model/index.js";
import { type AuditSettings, renderTarget } from "../../src/render/index.js";

/** Talos' own schemas, which refuse unknown fields and are no part of this repository: the tests run where they are at hand. */
const schemaOf = (version: string): URL =>
  new URL(`../../../shared/data/schemas/talos-v${version}.json`, import.meta.url);
const validator = (file: URL) =>
  new Ajv2020({ strict: false, validateFormats: false }).compile(
    JSON.parse(existsSync(file) ? readFileSync(file, "utf8") : "{}"),
  );
const policy: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] };
const log: AuditSettings = { auditLogMaxAge: 7, auditLogCompress: true, auditLogTruncateEnabled: true };
const webhook: AuditSettings = {
  webhook: { server: "https://audit.example", token: "abc" },
  auditWebhookBatchThrottleQps: 3.14,
};

const inline = schemaOf("1.13.9");
describe.runIf(existsSync(inline))("the schema of Talos 1.13", () => {
  const validate = validator(inline);
  test.each([{}, log, webhook, { auditLogPath: "-" }])("takes what is rendered with %j", (settings) => {
    const { artifacts } = renderTarget({ policy, target: "talos@1.13", settings });
    // A patch says no more than what it changes; the version is what the whole config says beside.
    validate({ version: "v1alpha1", ...parse(artifacts[0]?.content ?? "", { version: "1.1" }) });
    expect(validate.errors ?? []).toEqual([]);
  });

  test("takes a config that it is put into", () => {
    const kept = {
      version: "v1alpha1",
      machine: { type: "controlplane" },
      cluster: { apiServer: { auditPolicy: {} } },
    };
    const { document } = putIntoObject(kept, { policy, target: "talos@1.13", settings: webhook });
    validate(document);
    expect(validate.errors ?? []).toEqual([]);
  });

  test("refuses the documents of 1.14, and a misspelt key", () => {
    expect(validate({ apiVersion: "v1alpha1", kind: "KubeAuditPolicyConfig", configuration: policy })).toBe(
      false,
    );
    expect(validate({ version: "v1alpha1", cluster: { apiServer: { auditpolicy: policy } } })).toBe(false);
  });
});

const documents = schemaOf("1.14.0-rc.1");
describe.runIf(existsSync(documents))("the schema of Talos 1.14", () => {
  const validate = validator(documents);
  test.each([{}, log, { auditLogPath: "-" }])("takes what is rendered with %j", (settings) => {
    const { artifacts } = renderTarget({ policy, target: "talos@1.14", settings });
    expect(artifacts).toHaveLength("auditLogMaxAge" in settings || "auditLogPath" in settings ? 2 : 1);
    for (const { content } of artifacts) {
      const document = parse(content, { version: "1.1" });
      // The image is in the document that is patched.
      validate({
        ...document,
        ...(document.kind === "KubeAPIServerConfig" && { image: "kube-apiserver:v1.37.0" }),
      });
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  test("takes the documents that they are put into, and those that are added", () => {
    const server = { apiVersion: "v1alpha1", kind: "KubeAPIServerConfig", image: "kube-apiserver:v1.37.0" };
    const { document = [] } = putIntoObject([server], { policy, target: "talos@1.14", settings: log });
    expect(document).toHaveLength(2);
    for (const one of document) {
      validate(one);
      expect(validate.errors ?? []).toEqual([]);
    }
  });
});
