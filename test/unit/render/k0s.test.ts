import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Policy } from "../../../src/model/index.js";
import { type AuditSettings, renderTarget } from "../../../src/render/index.js";

const policy: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] };
const webhook = { server: "https://audit.example", token: "s3cret" };

const hostOf = (settings: AuditSettings) =>
  parse(renderTarget({ policy, target: "k0sctl", settings }).artifacts[0]?.content ?? "").spec.hosts[0];

test("k0sctl's files have a mode, and the kubeconfig is for kube-apiserver's user alone", () => {
  const { files, hooks } = hostOf({ webhook });
  expect(files.map(({ perm }: { perm: string }) => perm)).toEqual(["0644", "0600"]);
  const [makeUser, makeDirectory, own] = hooks.apply.before;
  expect(makeUser).toMatch(/^id -u kube-apiserver .* \|\| sudo useradd .* kube-apiserver$/);
  expect(makeDirectory).toBe("sudo install -d -o kube-apiserver -m 0750 /var/log/k0s/audit");
  expect(own).toBe("sudo chown kube-apiserver /etc/kubernetes/audit/webhook.kubeconfig");
  expect(hostOf({ auditLogPath: "-" }).hooks.apply.before).toEqual([makeUser]);
});

test("k0sctl's policy has a hash in its name, since k0sctl looks at k0s' configuration alone", () => {
  const [{ dst }] = hostOf({}).files;
  expect(dst).toMatch(/^\/etc\/kubernetes\/audit\/policy-[0-9a-f]{10}\.yaml$/);
  expect(hostOf({ policyHash: false }).files[0].dst).toBe("/etc/kubernetes/audit/policy.yaml");
  expect(hostOf({ auditPolicyFile: "/etc/a/b.yaml" }).files[0].dst).toBe("/etc/a/b.yaml");
});

test("k0s' files are kube-apiserver's to read", () => {
  const { artifacts } = renderTarget({ policy, target: "k0s", settings: { webhook } });
  expect(artifacts.slice(1).map(({ path, mode, owner }) => [path, mode, owner])).toEqual([
    ["/etc/kubernetes/audit/policy.yaml", "0644", "root:root"],
    ["/etc/kubernetes/audit/webhook.kubeconfig", "0400", "kube-apiserver:root"],
  ]);
});

test("k0sctl's own variables are refused, and k0s has none", () => {
  const dollar: Policy = { ...policy, rules: [{ level: "None", users: ["$USER"] }, { level: "Metadata" }] };
  const codes = (target: string): readonly string[] =>
    renderTarget({ policy: dollar, target }).diagnostics.map(({ code, path }) => `${code} ${path}`);
  expect(codes("k0sctl")).toEqual(["template-marker rules[0]"]);
  expect(codes("k0s")).toEqual([]);
});

describe("paths that kube-apiserver's user cannot have", () => {
  test.each<[string, AuditSettings, readonly string[]]>([
    ["k0s", { auditLogPath: "/var/log/audit.log" }, ["directory-taken auditLogPath"]],
    ["k0s", { auditLogPath: "/etc/kubernetes/audit/audit.log" }, ["directory-taken auditLogPath"]],
    [
      "k0s",
      { auditLogPath: "/var/a/audit.log", auditPolicyFile: "/var/a/b/p" },
      ["directory-taken auditLogPath"],
    ],
    ["k0s", { auditPolicyFile: "/root/policy.yaml" }, ["path-not-visible auditPolicyFile"]],
    ["k0s", { auditPolicyFile: "/etc/k0s/audit/policy.yaml" }, []],
    ["k0sctl", { auditPolicyFile: "/etc/k0s/audit/policy.yaml" }, ["path-not-visible auditPolicyFile"]],
    ["k0sctl", { auditLogPath: "/var/log/k0s/a.log" }, []],
  ])("%s %j", (target, settings, codes) => {
    const { diagnostics } = renderTarget({ policy, target, settings });
    expect(diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual(codes);
  });
});
