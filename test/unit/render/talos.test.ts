import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Policy } from "../../../src/model/index.js";
import { type AuditSettings, renderTarget } from "../../../src/render/index.js";

const policy: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] };
const webhook = { server: "https://audit.example" };

function render(target: string, settings: AuditSettings = {}, form?: string) {
  return renderTarget({ policy, target, settings, form, comments: ["All of it."] });
}
const errors = (...args: Parameters<typeof render>): readonly string[] =>
  render(...args)
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code, path }) => `${code} ${path}`);

test("the form is documents from 1.14 on, unless the machine config is older", () => {
  const kinds = (target: string, form?: string): unknown[] =>
    render(target, {}, form).artifacts.map(({ content }) => parse(content).kind);
  expect(kinds("talos@1.13")).toEqual([undefined]);
  expect(kinds("talos@1.14")).toEqual(["KubeAuditPolicyConfig"]);
  expect(kinds("talos@1.14", "inline")).toEqual([undefined]);
  expect(() => render("talos@1.13", {}, "documents")).toThrow('Talos 1.13 has no form "documents"');
});

test("the policy keeps its comments", () => {
  for (const { content } of [...render("talos@1.13").artifacts, ...render("talos@1.14").artifacts])
    expect(content).toMatch(/\n +# All of it\.\n +- level: Metadata\n$/);
});

test("Talos is told only what it does not do itself, or what was asked for", () => {
  const args = (settings: AuditSettings): unknown =>
    parse(render("talos@1.13", settings).artifacts[0]?.content ?? "").cluster.apiServer.extraArgs;
  expect(args({})).toBeUndefined();
  expect(args({ auditLogMaxAge: 30 })).toEqual({ "audit-log-maxage": "30" });
  expect(args({ auditLogCompress: true })).toEqual({ "audit-log-compress": "true" });
});

test("a webhook's kubeconfig is a file of the machine, readable and mounted", () => {
  const [patch] = render("talos@1.13", { webhook }).artifacts;
  const { machine, cluster } = parse(patch?.content ?? "", { version: "1.1" });
  expect(machine.files).toMatchObject([
    { path: "/var/audit/webhook.kubeconfig", permissions: 0o444, op: "create" },
  ]);
  expect(patch?.content).toContain("permissions: 0444\n");
  expect(cluster.apiServer.extraVolumes).toEqual([
    { hostPath: "/var/audit", mountPath: "/var/audit", readonly: true },
  ]);
});

describe("what Talos cannot do is an error", () => {
  test.each<[AuditSettings, string, string?]>([
    [{ webhook }, "target-cannot-express webhook"],
    [{ webhook, log: false }, "target-cannot-express log", "inline"],
    [{ auditPolicyFile: "/etc/kubernetes/audit/policy.yaml" }, "target-cannot-express auditPolicyFile"],
    [{ auditLogPath: "/var/log/kubernetes/audit.log" }, "path-not-visible auditLogPath"],
    [
      { webhook, auditWebhookConfigFile: "/etc/audit/w" },
      "path-not-visible auditWebhookConfigFile",
      "inline",
    ],
  ])("%j", (settings, code, form) => {
    expect(errors("talos", settings, form)).toEqual([code]);
  });
});

test("releases run the Kubernetes that they are built to", () => {
  const range = (target: string): string => {
    const { oldest, newest } = render(target).kubernetes;
    return `${oldest.minor} to ${newest.minor}`;
  };
  expect(["1.5", "1.6", "1.10", "1.14"].map((version) => range(`talos@${version}`))).toEqual([
    "26 to 28",
    "24 to 29",
    "28 to 33",
    "32 to 37",
  ]);
});
