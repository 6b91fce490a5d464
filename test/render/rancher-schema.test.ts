import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Policy } from "../../src/model/index.js";
import { type AuditSettings, renderTarget } from "../../src/render/index.js";
import { type Schema, strict } from "./strict-schema.js";

/** Rancher's own CRD, which is no part of this repository: the test runs where it is at hand. */
const crd = new URL("../../../shared/data/schemas/rancher.yaml", import.meta.url);
const policy: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] };

describe.runIf(existsSync(crd))("Rancher's CRD, with unknown fields refused,", () => {
  const spec: Schema =
    parse(existsSync(crd) ? readFileSync(crd, "utf8") : "{}")?.spec?.versions?.[0]?.schema?.openAPIV3Schema
      ?.properties?.spec ?? {};
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(strict(spec) as object);
  const settings: readonly AuditSettings[] = [
    {},
    { webhook: { server: "https://audit.example", token: "abc" }, auditWebhookBatchThrottleQps: 3.14 },
    { auditLogPath: "-" },
  ];

  test.each(settings)("takes what is rendered with settings %j", (given) => {
    const { artifacts } = renderTarget({ policy, target: "rancher", settings: given });
    validate(parse(artifacts[0]?.content ?? "", { version: "1.1" }).spec);
    expect(validate.errors ?? []).toEqual([]);
  });

  test("refuses a misspelt key", () => {
    expect(validate({ rkeConfig: { machineSelectorConfigs: [] } })).toBe(false);
  });
});
