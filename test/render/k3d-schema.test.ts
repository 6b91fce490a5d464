import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Policy } from "../../src/model/index.js";
import { type AuditSettings, renderTarget } from "../../src/render/index.js";

/** k3d's own schema, which is no part of this repository: the test runs where it is at hand. */
const file = new URL("../../../shared/data/schemas/k3d.json", import.meta.url);
const policy: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] };

describe.runIf(existsSync(file))("k3d's schema", () => {
  const schema = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  const settings: readonly AuditSettings[] = [
    {},
    { webhook: { server: "https://audit.example", token: "abc" }, auditWebhookBatchThrottleQps: 3.14 },
    { auditLogPath: "-" },
  ];

  test.each(settings)("takes what is rendered with settings %j", (given) => {
    const { artifacts } = renderTarget({ policy, target: "k3d", settings: given });
    validate(parse(artifacts[0]?.content ?? "", { version: "1.1" }));
    expect(validate.errors ?? []).toEqual([]);
  });

  test("refuses a misspelt key", () => {
    expect(validate({ apiVersion: "k3d.io/v1alpha5", kind: "Simple", file: [] })).toBe(false);
  });
});
