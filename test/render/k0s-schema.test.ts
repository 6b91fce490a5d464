import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Policy } from "../../src/model/index.js";
import { type AuditSettings, renderTarget } from "../../src/render/index.js";
import { type Schema, strict } from "./strict-schema.js";

/** The CRD of k0s' ClusterConfig, which is no part of this repository: the test runs where it is at hand. */
const crd = new URL("../../../shared/data/schemas/k0s.yaml", import.meta.url);
const policy: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] };
const SETTINGS: readonly AuditSettings[] = [
  {},
  { auditLogPath: "-", auditLogTruncateEnabled: true },
  { webhook: { server: "https://audit.example" }, auditWebhookBatchThrottleQps: 3.14 },
];

describe.runIf(existsSync(crd))("the CRD of k0s' ClusterConfig, with unknown fields refused,", () => {
  const spec: Schema =
    parse(existsSync(crd) ? readFileSync(crd, "utf8") : "{}")?.spec?.versions?.[0]?.schema?.openAPIV3Schema
      ?.properties?.spec ?? {};
  // Only what is rendered: elsewhere are patterns that Go reads, and JavaScript does not.
  const { api = {} } = spec.properties ?? {};
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(
    strict({ properties: { api } }) as object,
  );

  test.each(SETTINGS)("takes what is rendered with %j, for k0s and for k0sctl", (settings) => {
    const specOf = (target: string): { k0s: { config: { spec: object } } } =>
      parse(renderTarget({ policy, target, settings }).artifacts[0]?.content ?? "", { version: "1.1" }).spec;
    for (const one of [specOf("k0s"), specOf("k0sctl").k0s.config.spec]) {
      validate(one);
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  test("refuses a misspelt key, and a number among the arguments", () => {
    expect(validate({ api: { extraArg: {} } })).toBe(false);
    expect(validate({ api: { extraArgs: { "audit-log-maxage": 30 } } })).toBe(false);
  });
});
