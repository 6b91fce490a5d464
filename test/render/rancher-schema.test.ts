import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Policy } from "../../src/model/index.js";
import { type AuditSettings, renderTarget } from "../../src/render/index.js";

/** Rancher's own CRD, which is no part of this repository: the test runs where it is at hand. */
const crd = new URL("../../../shared/data/schemas/rancher.yaml", import.meta.url);
const policy: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] };

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly nullable?: boolean;
}

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

/** The schema with every object closed that names its fields. */
function strict(schema: Schema): unknown {
  // Without nullable, which Ajv takes only beside a type.
  const { properties, items, nullable: _, ...others } = schema;
  return {
    ...others,
    ...(properties && {
      additionalProperties: false,
      properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, strict(value)])),
    }),
    ...(items && { items: strict(items) }),
  };
}
