import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Policy } from "../../src/model/index.js";
import { type AuditSettings, renderTarget } from "../../src/render/index.js";
import { type Schema, strict } from "./strict-schema.js";

/** The CRD of KubeadmControlPlane, which is no part of this repository: the test runs where it is at hand. */
const crd = new URL("../../../shared/data/schemas/kcp.yaml", import.meta.url);
const policy: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] };
const large: Policy = {
  ...policy,
  rules: Array.from({ length: 200 }, (_, index) => ({
    level: "Request",
    users: [`user-${index}`],
    verbs: ["get"],
  })),
};
const SETTINGS: readonly AuditSettings[] = [
  {},
  { auditLogPath: "-" },
  { webhook: { server: "https://audit.example", token: "abc" }, auditWebhookBatchThrottleQps: 3.14 },
  { webhook: { server: "https://audit.example" }, log: false, policyHash: true },
];

describe.runIf(existsSync(crd)).each(["v1beta1", "v1beta2"])(
  "the CRD of KubeadmControlPlane %s, with unknown fields refused,",
  (form) => {
    const versions = parse(existsSync(crd) ? readFileSync(crd, "utf8") : "{}")?.spec?.versions ?? [];
    const spec: Schema =
      versions.find(({ name }: { name: string }) => name === form)?.schema.openAPIV3Schema.properties.spec
        .properties.kubeadmConfigSpec ?? {};
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(strict(spec) as object);

    test.each(SETTINGS.flatMap((settings) => [policy, large].map((one) => ({ settings, policy: one }))))(
      "takes what is rendered with $settings for $policy.rules.length rules",
      ({ settings, policy }) => {
        const { artifacts } = renderTarget({ policy, target: "cluster-api", settings, form });
        const object = parse(artifacts[0]?.content ?? "", { version: "1.1" });
        expect(object.apiVersion).toBe(`controlplane.cluster.x-k8s.io/${form}`);
        validate(object.spec.kubeadmConfigSpec);
        expect(validate.errors ?? []).toEqual([]);
      },
    );

    test("refuses a large policy that is inline, and arguments of the other version", () => {
      expect(validate({ files: [{ path: "/a", content: "x".repeat(10_241) }] })).toBe(false);
      const extraArgs = form === "v1beta1" ? [{ name: "a", value: "b" }] : { a: "b" };
      expect(validate({ clusterConfiguration: { apiServer: { extraArgs } } })).toBe(false);
    });
  },
);
