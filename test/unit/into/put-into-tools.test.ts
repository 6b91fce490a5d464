import { describe, expect, test } from "vitest";
import { GenAuditError } from "../../../src/diagnostics/index.js";
import { putIntoObject, putIntoText } from "../../../src/into/index.js";
import type { Policy } from "../../../src/model/index.js";
import type { AuditSettings } from "../../../src/render/index.js";

const policy: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] };
const SETTINGS: AuditSettings = { auditLogPath: "-" };
const WEBHOOK: AuditSettings = { ...SETTINGS, webhook: { server: "https://192.0.2.1/audit" } };

function put(text: string, target: string, settings = SETTINGS, more = {}): string {
  const request = { policy, target, settings, ...more };
  const { text: changed = "" } = putIntoText(text, request);
  expect(putIntoText(changed, request).text).toBe(changed);
  return changed;
}

function refusal(text: string, target: string, settings = SETTINGS, more = {}): string {
  try {
    putIntoText(text, { policy, target, settings, ...more });
  } catch (error) {
    if (error instanceof GenAuditError && error.code === "bad-input") return error.message;
    throw error;
  }
  return "none";
}

describe("a configuration of a k3s or RKE2 server", () => {
  const flag = "audit-policy-file=/etc/rancher/k3s/audit-policy.yaml";

  test.each([
    ["a: 1\n", `a: 1\nkube-apiserver-arg+:\n  - ${flag}\n  - audit-log-path=-\n`],
    ["kube-apiserver-arg: []\n", `kube-apiserver-arg:\n  - ${flag}\n  - audit-log-path=-\n`],
    [
      "kube-apiserver-arg: [v=1]\nkube-apiserver-arg+: [v=2]\n",
      `kube-apiserver-arg: [v=1]\nkube-apiserver-arg+: [v=2, ${flag}, audit-log-path=-]\n`,
    ],
    [
      // A bare key undoes what stands above it.
      "kube-apiserver-arg+: [audit-log-path=/a/b]\nkube-apiserver-arg: [v=2]\n",
      `kube-apiserver-arg+: [audit-log-path=/a/b]\nkube-apiserver-arg: [v=2, ${flag}, audit-log-path=-]\n`,
    ],
    [
      "kube-apiserver-arg: [--audit-log-path=/a/b, audit-log-path=/c/d]\nkube-apiserver-arg+: [v=2]\n",
      `kube-apiserver-arg: [--audit-log-path=/a/b, audit-log-path=-]\nkube-apiserver-arg+: [v=2, ${flag}]\n`,
    ],
  ])("gets the flags where they count: %j", (text, expected) => {
    expect(put(text, "k3s")).toBe(expected);
  });

  test("has the policy of RKE2 under its own key, or where a flag wins over that", () => {
    const path = "/etc/rancher/rke2/audit-policy.yaml";
    expect(put("a: 1\n", "rke2")).toBe(
      `a: 1\naudit-policy-file: ${path}\nkube-apiserver-arg+:\n  - audit-log-path=-\n`,
    );
    expect(put("kube-apiserver-arg: [audit-policy-file=/a/b]\n", "rke2")).toBe(
      `kube-apiserver-arg: [audit-policy-file=${path}, audit-log-path=-]\n`,
    );
    expect(put("audit-policy-file: /a/b\nkube-apiserver-arg: [audit-policy-file=/c/d]\n", "rke2")).toBe(
      `audit-policy-file: ${path}\nkube-apiserver-arg: [audit-policy-file=${path}, audit-log-path=-]\n`,
    );
  });

  test("is left alone where its list is a single value, or has a mapping", () => {
    expect(refusal("kube-apiserver-arg: v=2\n", "k3s")).toContain("is a single value, where a list belongs");
    expect(refusal("kube-apiserver-arg: [v: 2]\n", "rke2")).toContain("kube-apiserver-arg[0] is a mapping");
  });

  test("is what has neither kind nor apiVersion, and only what may be a flag", () => {
    expect(refusal("kube_version: 1.33.4\n", "k3s")).toContain("has no document");
    expect(refusal("machine: {type: controlplane}\n", "k3s")).toContain("has no document");
    expect(refusal("kind: Config\n", "k3s")).toContain("has no document");
    expect(refusal("apiVersion: v1\n", "rke2")).toContain("has no document");
    expect(put("kind: Other\n---\na: 1\n", "k3s")).toContain("---\na: 1\nkube-apiserver-arg+:\n");
  });

  test("leaves out the drop-in, and keeps the files that it names", () => {
    const { rendering } = putIntoText("a: 1\n", { policy, target: "rke2", settings: WEBHOOK });
    expect(rendering.artifacts.map(({ path }) => path)).toEqual([
      "/etc/rancher/rke2/audit-policy.yaml",
      "/etc/rancher/rke2/webhook.kubeconfig",
    ]);
  });
});

describe("a mount of just the former policy", () => {
  const volume = "{name: audit, hostPath: /etc/old.yaml, mountPath: /etc/old.yaml, pathType: File}";
  const server = (args: string): string =>
    `apiServer:\n  extraArgs: {audit-policy-file: /etc/old.yaml${args}}\n  extraVolumes:\n  - ${volume}\n`;
  const directory =
    "{name: audit, hostPath: /etc/kubernetes/audit, mountPath: /etc/kubernetes/audit, pathType: Directory, readOnly: true}";

  test("becomes that of the new one's directory", () => {
    const text = `apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\n${server("")}`;
    expect(put(text, "kubeadm@1.28")).toContain(`extraVolumes:\n  - ${directory}\n`);
  });

  test("does so in a static pod, in mount and volume", () => {
    const text = `kind: Pod
spec:
  containers:
  - name: kube-apiserver
    command: [kube-apiserver, --audit-policy-file=/etc/old.yaml]
    volumeMounts: [{name: audit, mountPath: /etc/old.yaml}]
  volumes: [{name: audit, hostPath: {path: /etc/old.yaml, type: File}}]
`;
    const changed = put(text, "static-pod");
    expect(changed).toContain("[{name: audit, mountPath: /etc/kubernetes/audit, readOnly: true}]");
    expect(changed).toContain("[{name: audit, hostPath: {path: /etc/kubernetes/audit, type: Directory}}]");
  });

  test("is there no longer for a file of a KubeadmControlPlane that stays mounted", () => {
    const hook =
      "  - {name: hook, hostPath: /etc/hook, mountPath: /etc/hook, pathType: File, readOnly: true}\n";
    const config = (server(", audit-webhook-config-file: /etc/hook") + hook).replace(/^/gm, "      ").trim();
    const text = `apiVersion: controlplane.cluster.x-k8s.io/v1beta1
kind: KubeadmControlPlane
spec:
  kubeadmConfigSpec:
    clusterConfiguration:
      ${config}
    files:
    - {path: /etc/old.yaml, content: old}
    - {path: /etc/hook, content: old}
`;
    const changed = put(text, "cluster-api@1.10", WEBHOOK);
    expect(changed).toContain(`- ${directory}\n`);
    expect(changed).toContain(hook.trim());
    expect(changed).toContain("- {path: /etc/hook, content: old}\n");
    expect(changed).not.toContain("path: /etc/old.yaml");
    expect(changed).toContain("- path: /etc/kubernetes/audit/webhook.kubeconfig\n");
  });
});

describe("a file that stays is refused to be mounted away", () => {
  const pod = (flag: string, mount: string, path = mount): string => `kind: Pod
spec:
  containers:
  - name: kube-apiserver
    command:
    - kube-apiserver
    - ${flag}
    volumeMounts:
    - {name: a, mountPath: ${mount}}
  volumes:
  - {name: a, hostPath: {path: ${path}}}
`;
  const message = "6:7: spec.containers[0].command[1] stays, and a mount of ";

  test.each([
    [
      "from another directory",
      "--audit-webhook-config-file=/etc/kubernetes/audit/w",
      "/etc/kubernetes/audit",
    ],
    ["by a mount further in", "--audit-webhook-config-file=/etc/kubernetes/audit/w", "/etc/kubernetes"],
  ])("%s", (_, flag, mount) => {
    expect(refusal(pod(flag, mount, "/srv"), "static-pod")).toContain(message.replace("6:7", "7:7"));
  });

  test("for a log that could no longer be written", () => {
    const text = pod("--audit-log-path=/etc/kubernetes/audit/log", "/etc/kubernetes/audit", "/srv");
    const settings: AuditSettings = { log: false, auditWebhookConfigFile: "/etc/kubernetes/audit/w" };
    expect(refusal(text, "static-pod", settings)).toContain("would take /etc/kubernetes/audit/log away");
  });

  test("unless it is seen as before", () => {
    const flag = "--audit-webhook-config-file=/etc/kubernetes/audit/w";
    expect(refusal(pod(flag, "/etc/kubernetes"), "static-pod")).toBe("none");
    expect(refusal(pod("--audit-webhook-config-file=/srv/w", "/srv", "/data"), "static-pod")).toBe("none");
  });
});

describe("a document's own release", () => {
  const image = (tag: string): string =>
    refusal(`apiVersion: k3d.io/v1alpha5\nkind: Simple\nimage: ${tag}\n`, "k3d");

  test.each([
    "rancher/k3s:v1.24.1-k3s1",
    "registry.example:5000/k3s:v1.24.1-k3s1",
    "rancher/k3s:v1.24.1@sha256:0123",
  ])("is read from the tag %s", (tag) => {
    expect(image(tag)).toContain(`3:8: image is ${tag}, and what is put in is for Kubernetes 1.25 to 1.36`);
  });

  test.each([
    "latest",
    "rancher/k3s",
    "rancher/k3s:latest",
    "192.0.2.1:5000/k3s:stable",
    "rancher/k3s:v1.36.1-k3s1",
  ])("is nothing to be said of with %s", (tag) => expect(image(tag)).toBe("none"));

  test("is held against the release that the caller names, by minor", () => {
    const cluster = (version: string): string =>
      `apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nspec: {kubernetesVersion: ${version}}\n`;
    const more = { kubernetesVersion: "1.33.2" };
    expect(refusal(cluster("1.33.9"), "kops@1.33", SETTINGS, more)).toBe("none");
    expect(refusal(cluster("1.32.9"), "kops@1.33", SETTINGS, more)).toContain("is for Kubernetes 1.33.2");
    expect(refusal(cluster("1.32.9"), "kops@1.33")).toBe("none");
  });

  test("and form are held against a plain object as well", () => {
    const document = { apiVersion: "controlplane.cluster.x-k8s.io/v1beta1", kind: "KubeadmControlPlane" };
    const target = "cluster-api@1.12";
    expect(putIntoObject(document, { policy, target }).document).toHaveProperty(
      "spec.kubeadmConfigSpec.clusterConfiguration.apiServer.extraArgs.audit-log-maxage",
      "30",
    );
    expect(() => putIntoObject(document, { policy, target, form: "v1beta2" })).toThrow(
      "apiVersion is of the form v1beta1, and --form asks for v1beta2",
    );
    const old = { ...document, spec: { version: "v1.20.1" } };
    expect(() => putIntoObject(old, { policy, target })).toThrow("spec.version is v1.20.1");
  });
});

describe("a KubeadmControlPlane", () => {
  const rules = Array.from({ length: 120 }, (_, at) => ({
    level: "Metadata" as const,
    users: [`system:serviceaccount:namespace-${at}:account-${at}`],
  }));
  const head = "apiVersion: controlplane.cluster.x-k8s.io/v1beta2\nkind: KubeadmControlPlane\n";

  test("names a Secret where the policy is large, and holds the text again where it is not", () => {
    const large: Policy = { ...policy, rules };
    const { text = "", rendering } = putIntoText(head, { policy: large, target: "cluster-api" });
    expect(rendering.artifacts.map(({ path, placement }) => [path, placement])).toEqual([
      ["audit-policy-secret.yaml", "cluster-object"],
    ]);
    expect(text).toMatch(/contentFrom:\n\s+secret:\n\s+name: audit-policy-/);
    const small = put(text, "cluster-api", {});
    expect(small).not.toContain("contentFrom");
    expect(small).toContain("content: |\n");
  });
});

describe("a configuration of k0sctl", () => {
  const file = (fields: string): string => `apiVersion: k0sctl.k0sproject.io/v1beta1
kind: Cluster
spec:
  hosts:
  - role: controller
    files:
    - ${fields}
  k0s: {config: {spec: {api: {extraArgs: {audit-policy-file: /etc/p/policy.yaml}}}}}
`;

  test.each([
    ["src: policy.yaml\n      dstDir: /etc/p/\n      perm: 0644", "perm: 0644\n"],
    ["src: a/policy.yaml\n      dstDir: /etc/p\n      perm: '0600'", "perm: '0644'\n"],
    ["name: policy.yaml\n      data: old\n      dstDir: /etc/p\n      user: root", "name: policy.yaml\n"],
    ["dst: /etc/p/policy.yaml\n      src: other", "dst: /etc/kubernetes/audit/policy-af3f3d5697.yaml\n"],
  ])("has the policy where %j was", (fields, first) => {
    const changed = put(file(fields), "k0sctl");
    expect(changed).toContain(`    files:\n    - ${first}`);
    expect(changed).not.toMatch(/src|dstDir/);
    expect(changed.match(/data:/g)).toHaveLength(1);
  });

  test("leaves workers, and controllers that are taken out, alone", () => {
    const text = `${file("{src: a, dst: /b}")}`.replace(
      "  k0s:",
      "  - role: worker\n  - {role: controller, reset: true}\n  k0s:",
    );
    expect(put(text, "k0sctl")).toContain("  - role: worker\n  - {role: controller, reset: true}\n");
  });
});

describe("a Cluster of Rancher", () => {
  const cluster = (config: string): string =>
    `apiVersion: provisioning.cattle.io/v1\nkind: Cluster\nspec:\n  rkeConfig:\n${config}`;
  const entry = (selector: string): string =>
    cluster(`    machineSelectorConfig:\n    - config: {kube-apiserver-arg: [v=2]}\n      ${selector}\n`);
  const role = "rke.cattle.io/control-plane-role";

  test.each([
    "x: 1", // no selector
    "machineLabelSelector: {}",
    `machineLabelSelector: {matchLabels: {${role}: "true"}}`,
    `machineLabelSelector: {matchExpressions: [{key: ${role}, operator: Exists}]}`,
    `machineLabelSelector: {matchExpressions: [{key: ${role}, operator: In, values: ["true"]}]}`,
  ])("has the flags in the entry for all control planes, with %j", (selector) => {
    expect(put(entry(selector), "rancher")).toContain("kube-apiserver-arg: [v=2, audit-log-path=-]");
  });

  test.each([
    `machineLabelSelector: {matchLabels: {${role}: "false"}}`,
    `machineLabelSelector: {matchExpressions: [{key: ${role}, operator: DoesNotExist}]}`,
    `machineLabelSelector: {matchExpressions: [{key: ${role}, operator: NotIn, values: ["true"]}]}`,
    `machineLabelSelector: {matchLabels: {pool: a}, matchExpressions: [{key: ${role}, operator: DoesNotExist}]}`,
  ])("has them in an entry of their own beside that of other machines, with %j", (selector) => {
    const changed = put(entry(selector), "rancher");
    expect(changed).toContain("kube-apiserver-arg: [v=2]}\n");
    expect(changed).toMatch(/kube-apiserver-arg:\n\s+- audit-log-path=-\n/);
  });

  test("gets a webhook's file beside what is there, and moves the one that the flag names", () => {
    const item = (path: string): string => `{key: webhook.kubeconfig, path: ${path}, permissions: "0600"}`;
    const files = (source: string): string =>
      cluster(
        `    machineGlobalConfig: {kube-apiserver-arg: [audit-webhook-config-file=/a/old]}\n    machineSelectorFiles:\n    - fileSources:\n      - {secret: {name: ${source}}}\n`,
      );
    const path = "/var/lib/rancher/rke2/etc/config-files/webhook.kubeconfig";
    const moved = put(files(`audit-webhook, items: [${item("/a/old")}]`), "rancher", WEBHOOK);
    expect(moved).toContain(`items: [${item(path)}]`);
    const beside = put(files(`other, items: [${item("/a/old")}]`), "rancher", WEBHOOK);
    expect(beside).toContain(`{name: other, items: [${item("/a/old")}]}`);
    expect(beside).toContain(`path: ${path}\n`);
  });
});

test("a list below a key that has a tag tells nothing of how the text is laid out", () => {
  expect(put("a: 1\n!t tls-san:\n- a\n", "k3s")).toContain("kube-apiserver-arg+:\n  - audit-policy-file=");
});

test("several first fields of an item are taken out together", () => {
  const text = `apiVersion: controlplane.cluster.x-k8s.io/v1beta1
kind: KubeadmControlPlane
spec:
  kubeadmConfigSpec:
    files:
    - append: true # one
      # about the second
      encoding: base64
      path: /etc/kubernetes/audit/policy.yaml # kept
`;
  expect(put(text, "cluster-api@1.10")).toContain(
    "    files:\n    - path: /etc/kubernetes/audit/policy.yaml # kept\n      owner: root:root\n",
  );
});
