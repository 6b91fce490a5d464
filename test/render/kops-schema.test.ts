import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Policy } from "../../src/model/index.js";
import { renderTarget } from "../../src/render/index.js";
import { KOPS_KEYS } from "../../src/render/targets/kops-fragment.js";
import { type Schema, strict } from "./strict-schema.js";

/** kOps' own CRD, which is no part of this repository: the test runs where it is at hand. */
const crd = new URL("../../../shared/data/schemas/kops.yaml", import.meta.url);
const policy: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] };

describe.runIf(existsSync(crd))("kOps' CRD, with unknown fields refused,", () => {
  const spec: Schema =
    parse(existsSync(crd) ? readFileSync(crd, "utf8") : "{}")?.spec?.versions?.[0]?.schema?.openAPIV3Schema
      ?.properties?.spec ?? {};
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(strict(spec) as object);

  test.each([8, 10, 12, 16, 20, 21, 22, 23, 25, 26, 27, 30, 34, 36, 37])(
    "takes what is rendered for kOps 1.%i",
    (minor) => {
      const webhook = minor >= 12 ? { webhook: { server: "https://audit.example", token: "abc" } } : {};
      const batch =
        minor >= 12
          ? {
              auditWebhookBatchMaxWait: "60s",
              auditWebhookBatchThrottleQps: 3.14,
              auditWebhookBatchThrottleEnable: true,
              auditWebhookBatchBufferSize: 5,
            }
          : {};
      const { artifacts } = renderTarget({
        policy,
        target: `kops@1.${minor}`,
        settings: { ...webhook, ...batch },
      });
      validate(parse(artifacts[0]?.content ?? "", { version: "1.1" }).spec);
      expect(validate.errors ?? []).toEqual([]);
    },
  );

  test("takes any rate", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 0, max: 9 }),
        (digits, places) => {
          const auditWebhookBatchThrottleQps = Number(`${digits}e-${places}`);
          const settings = { webhook: { server: "https://audit.example" }, auditWebhookBatchThrottleQps };
          const [fragment] = renderTarget({ policy, target: "kops", settings }).artifacts;
          expect(validate(parse(fragment?.content ?? "").spec)).toBe(true);
        },
      ),
    );
  });

  test("refuses a misspelt key", () => {
    expect(validate({ kubeAPIServer: { auditLogMaxBackup: 1 } })).toBe(false);
  });

  test("has every audit key that is known here, and one more, which kube-apiserver no longer takes", () => {
    const keys = Object.keys(spec.properties?.["kubeAPIServer"]?.properties ?? {}).filter((key) =>
      key.startsWith("audit"),
    );
    expect(keys.sort()).toEqual(
      [...[...KOPS_KEYS.values()].map(({ key }) => key), "auditDynamicConfiguration"].sort(),
    );
  });
});
