import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { putIntoObject, putIntoText } from "../../../src/into/index.js";
import type { Policy } from "../../../src/model/index.js";
import type { AuditSettings } from "../../../src/render/index.js";

const policy: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] };

function put(text: string, settings: AuditSettings = {}, target = "kubespray"): string {
  const request = { policy, target, settings };
  const { text: changed = "" } = putIntoText(text, request);
  expect(putIntoText(changed, request).text).toBe(changed);
  return changed;
}

describe("a file without variables", () => {
  test.each(["", "---\n", "# Nothing yet.\n", "---\r\n# Nothing yet.\r\n", "---\n..."])("is %j", (text) => {
    const changed = put(text);
    expect(changed.startsWith(text)).toBe(true);
    expect(changed.slice(text.length)).toMatch(
      /^(?:\n---\n)?kubernetes_audit: true\r?\naudit_policy_custom_rules: \|\r?\n {2}- level: Metadata\r?\n/,
    );
  });

  test("is no document of an object", () => {
    expect(putIntoObject([], { policy, target: "kubespray" }).document).toHaveLength(1);
    expect(putIntoObject({}, { policy, target: "kubespray" }).document).toMatchObject({
      kubernetes_audit: true,
    });
  });
});

describe("a template", () => {
  test("stands wherever nothing is put in its place", () => {
    const text =
      'a: "{{ b }}"\nc: [ \'{{ d }}\', {e: "{% if f %}"} ]\n# {{ g }}\nh: x {{ i }}\nj: {} # {# k #}\n';
    expect(put(text).startsWith(text)).toBe(true);
  });

  test("stands where it is what Kubespray itself says", () => {
    const own = [
      'audit_policy_file: "{{ kube_config_dir }}/audit-policy/apiserver-audit-policy.yaml"',
      'audit_log_mountpath: "{{audit_log_path|dirname}}"',
      'audit_policy_hostpath: "{{ audit_policy_file | dirname }}"',
      'audit_policy_mountpath: "{{ audit_policy_hostpath }}"',
      "",
    ].join("\n");
    expect(put(own).startsWith(own)).toBe(true);
    expect(() => put(`${own}kube_config_dir: /opt/k\n`)).toThrow(
      '1:21: "{{" begins an expression of a template',
    );
    expect(() => put(own, { auditPolicyFile: "/etc/a/b.yaml" })).toThrow("1:21: ");
    expect(() => put(own, {}, "kubespray@2.27")).toThrow("1:21: "); // The hash of the policy is in the name.
  });

  test("is refused in rules that are replaced", () => {
    expect(() => put("audit_policy_custom_rules: |\n  {{ rules }}\n")).toThrow(
      '2:3: "{{" begins an expression',
    );
    expect(() => put("audit_policy_custom_rules: !unsafe |\n  - level: None\n")).toThrow(
      "audit_policy_custom_rules has a tag",
    );
  });
});

describe("what is said otherwise", () => {
  const variables = (text: string, settings?: AuditSettings): Record<string, unknown> =>
    parse(put(text, settings));

  test("is the path of a mount, where somebody has said it", () => {
    expect(variables("audit_log_mountpath: /x\naudit_policy_hostpath: /y\n")).toMatchObject({
      audit_log_mountpath: "/var/log/kubernetes/audit",
      audit_policy_hostpath: "/etc/kubernetes/audit-policy",
    });
    expect(variables("a: 1\n")).not.toHaveProperty("audit_log_mountpath");
  });

  test("is an argument that has a variable, which is taken out", () => {
    const args = (text: string, settings?: AuditSettings): unknown =>
      variables(`a: 1\nkube_kubeadm_apiserver_extra_args:\n${text}`, settings)[
        "kube_kubeadm_apiserver_extra_args"
      ];
    expect(args("  audit-log-path: /x\n  v: '2'\n")).toEqual({ v: "2" });
    expect(args("  audit-log-path: /x\n")).toBeUndefined();
    expect(args("  audit-log-path: /x\n", { auditLogCompress: true })).toEqual({
      "audit-log-compress": "true",
    });
    expect(args("  audit-log-compress: 'true'\n")).toEqual({ "audit-log-compress": "true" });
  });

  test("is no webhook that nobody has asked to turn off", () => {
    const webhook = "kubernetes_audit_webhook: true\n";
    expect(put(webhook).startsWith(webhook)).toBe(true);
    expect(() => put(`${webhook}audit_webhook_config_file: /etc/w/w.yaml\n`)).toThrow(
      "2:28: audit_webhook_config_file stays, and /etc/w/w.yaml is not in the directory of the policy",
    );
  });
});

test("a variable may have any name", () => {
  expect(put("cluster: {a: 1}\nenv: x\n").startsWith("cluster: {a: 1}\nenv: x\n")).toBe(true);
});

test.each([
  ["write-kubeconfig-mode: '0644'\n", "a mapping without kind"],
  ["- hosts: all\n", "a list"],
  ["machine: {type: controlplane}\n", "a mapping without kind, which --target talos takes"],
  ["$ANSIBLE_VAULT;1.1;AES256\n6138\n", "a single value"],
])("what is no file of variables is told: %j", (text, help) => {
  expect(() => putIntoText(text, { policy, target: "kubespray" })).toThrow(
    expect.objectContaining({
      message: expect.stringContaining("a file of variables for Kubespray"),
      help: expect.stringContaining(help),
    }),
  );
});
