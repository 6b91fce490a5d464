import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { comparePolicies } from "../../../src/analyze/index.js";
import type { Policy } from "../../../src/model/index.js";
import { type AuditSettings, renderTarget } from "../../../src/render/index.js";
import { policyArbitrary } from "../../property/arbitraries/policy.js";
import { readPolicies } from "../../render/support.js";

const policy: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] };
const server = "https://audit.example";

function variables(settings: AuditSettings, one = policy): Readonly<Record<string, unknown>> {
  return parse(renderTarget({ policy: one, target: "kubespray", settings }).artifacts[0]?.content ?? "");
}

test("what a policy says for all of its rules is in each of them", () => {
  const whole: Policy = {
    ...policy,
    omitStages: ["RequestReceived"],
    omitManagedFields: true,
    rules: [{ level: "Request", omitStages: ["Panic"], omitManagedFields: false }, { level: "Metadata" }],
  };
  expect(parse(String(variables({}, whole)["audit_policy_custom_rules"]))).toEqual([
    { level: "Request", omitStages: ["RequestReceived", "Panic"], omitManagedFields: false },
    { level: "Metadata", omitStages: ["RequestReceived"], omitManagedFields: true },
  ]);
});

test("the rules that Kubespray writes are equivalent to the policy", () => {
  fc.assert(
    fc.property(policyArbitrary, (any) => {
      fc.pre(!any.rules.some(({ resources }) => resources?.some(({ group }) => group === "*")));
      const [read] = readPolicies(renderTarget({ policy: any, target: "kubespray" }));
      // What is read is what was printed, which the parser's own tests vouch for.
      expect(comparePolicies(any, read as Policy, { reading: "formal" }).relation).toBe("equivalent");
    }),
    { numRuns: 200 },
  );
});

test("where Kubespray has other defaults than kube-apiserver, kube-apiserver's are said", () => {
  expect(variables({ webhook: { server } })).toMatchObject({
    audit_webhook_mode: "batch",
    audit_webhook_batch_max_size: 400,
    audit_webhook_batch_max_wait: "30s",
  });
  expect(variables({ webhook: { server }, auditWebhookMode: "blocking" })["audit_webhook_mode"]).toBe(
    "blocking",
  );
});

test("the log is at the same path on the node as in the container", () => {
  expect(variables({ auditLogPath: "/var/log/a/b.log" })).toMatchObject({
    audit_log_path: "/var/log/a/b.log",
    audit_log_hostpath: "/var/log/a",
  });
  expect(variables({ auditLogPath: "-" })).not.toHaveProperty("audit_log_hostpath");
});

test("a certificate is a further key of the cluster, and whatever has no variable a further argument", () => {
  const ca = "-----BEGIN CERTIFICATE-----\n…\n-----END CERTIFICATE-----\n";
  const { audit_webhook_server_extra_args, kube_kubeadm_apiserver_extra_args } = variables({
    webhook: { server, ca },
    auditLogCompress: true,
  });
  expect(audit_webhook_server_extra_args).toEqual({
    "certificate-authority-data": Buffer.from(ca).toString("base64"),
  });
  expect(kube_kubeadm_apiserver_extra_args).toEqual({ "audit-log-compress": "true" });
});

describe("what Kubespray cannot write is an error", () => {
  const config =
    "kind: Config\ncurrent-context: a\ncontexts: [{name: a, context: {cluster: b}}]\nclusters: [{name: b, cluster: {server: https://x}}]\n";
  test.each<[AuditSettings, string]>([
    [{ webhook: { config } }, "target-cannot-express webhook"],
    [{ auditWebhookConfigFile: "/etc/kubernetes/audit-policy/w" }, "target-cannot-express webhook"],
    [{ webhook: { server, token: "s3cret" } }, "target-cannot-express webhook"],
    [{ webhook: { server }, auditWebhookConfigFile: "/etc/w/w" }, "files-apart auditWebhookConfigFile"],
    [{ webhook: { server: `${server}/{{x}}` } }, "template-marker webhook"],
  ])("%j", (settings, code) => {
    const { diagnostics } = renderTarget({ policy, target: "kubespray", settings });
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map((one) => `${one.code} ${one.path}`)).toEqual([code]);
  });
});

test("a release that does not start kube-apiserver again gets another file for another policy", () => {
  const file = (target: string, settings?: AuditSettings): string =>
    parse(renderTarget({ policy, target, settings }).artifacts[0]?.content ?? "").audit_policy_file;
  expect(file("kubespray@2.27")).toMatch(/apiserver-audit-policy-[0-9a-f]{10}\.yaml$/);
  expect(file("kubespray@2.28")).toMatch(/apiserver-audit-policy\.yaml$/);
  expect(file("kubespray@2.27", { policyHash: false })).toMatch(/apiserver-audit-policy\.yaml$/);
  expect(file("kubespray@2.27", { auditPolicyFile: "/etc/a/b.yaml" })).toBe("/etc/a/b.yaml");
});
