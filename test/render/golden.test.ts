import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import type { Policy } from "../../src/model/index.js";
import { getPreset, type PresetName } from "../../src/presets/index.js";
import { renderTarget as renderProvided } from "../../src/provider/index.js";
import { type AuditSettings, listTargets, type Rendering, renderTarget } from "../../src/render/index.js";
import { readPolicies } from "./support.js";

const folder = new URL("golden/", import.meta.url);
const isUpdate = process.env["UPDATE"] === "1";

const policy: Policy = {
  apiVersion: "audit.k8s.io/v1",
  kind: "Policy",
  rules: [
    { level: "None", users: ["system:kube-proxy"], verbs: ["watch"] },
    {
      level: "Metadata",
      resources: [{ group: "", resources: ["secrets"] }],
      omitStages: ["RequestReceived"],
    },
    { level: "Metadata" },
  ],
};
const comments = ["Chatter of every node.", undefined, "All else."];

const webhook = { server: "https://203.0.113.10:8443/audit", token: "s3cret" };
const SETTINGS = {
  default: {},
  webhook: { log: false, webhook },
  both: {
    auditLogMaxAge: 7,
    webhook,
    auditWebhookMode: "batch",
    auditWebhookBatchMaxWait: "60s",
    auditWebhookBatchThrottleQps: 3.14,
  },
  stdout: { auditLogPath: "-" },
  article: {
    auditPolicyFile: "/srv/kubernetes/audit.yaml",
    auditLogPath: "/var/log/kube-apiserver-audit.log",
    auditLogMaxAge: 10,
    auditLogMaxBackup: 1,
    auditLogMaxSize: 100,
  },
  open: {
    auditPolicyFile: "/etc/kubernetes/audit/policy.yaml",
    log: false,
    webhook: { server: "https://203.0.113.10:8443/audit" },
  },
  everything: {
    auditLogFormat: "json",
    auditLogCompress: true,
    auditLogMode: "batch",
    auditLogBatchMaxSize: 10,
    auditLogTruncateEnabled: true,
    auditLogTruncateMaxEventSize: 50_000,
    webhook,
    auditWebhookInitialBackoff: "5s",
    auditWebhookTruncateEnabled: true,
  },
} as const satisfies Readonly<Record<string, AuditSettings>>;

type Case = readonly [target: string, settings: keyof typeof SETTINGS, form?: string];
const all = ["default", "webhook", "both", "stdout"] as const;
const CASES: readonly Case[] = [
  ["policy", "default"],
  ["kops@1.8", "default"],
  ["kops@1.10", "article"],
  ["kops@1.12", "both"],
  ["kops@1.20", "default"],
  ["kops@1.21", "default"],
  ["kops@1.23", "both"],
  ["kops@1.23.3", "both"],
  ["kops@1.25", "webhook"],
  ["kops@1.26", "stdout"],
  ...all.map((settings): Case => ["kops", settings]),
  ["kubeadm@1.22", "default"],
  ["kubeadm@1.28", "both"],
  ["kubeadm@1.30", "everything"],
  ["kubeadm@1.31", "everything"],
  ["kubeadm@1.36.3", "default"],
  ...all.map((settings): Case => ["kubeadm", settings]),
  ...all.map((settings): Case => ["static-pod", settings]),
  ["static-pod", "everything"],
  ["k3s@1.24", "default"],
  ...all.map((settings): Case => ["k3s", settings]),
  ["k3s", "everything"],
  ["rke2@1.24", "default"],
  ...all.map((settings): Case => ["rke2", settings]),
  ["rke2", "everything"],
  ...all.map((settings): Case => ["kind", settings]),
  ["kind", "everything"],
  ["k3d@5.7", "default"],
  ...all.map((settings): Case => ["k3d", settings]),
  ["k3d", "everything"],
  ["minikube@1.25", "default"],
  ...all.map((settings): Case => ["minikube", settings]),
  ["minikube", "everything"],
  ["rancher", "default"],
  ["rancher", "both"],
  ["rancher", "stdout"],
  ["rancher", "everything"],
  ["cluster-api@1.10", "both"],
  ["cluster-api", "both", "v1beta1"],
  ...all.map((settings): Case => ["cluster-api", settings]),
  ["k0s@1.22", "default"],
  ["k0s", "both"],
  ["k0s", "stdout"],
  ["k0sctl@0.27", "both"],
  ["k0sctl", "default"],
  ["k0sctl", "webhook"],
  ["kubespray@2.20", "default"],
  ["kubespray@2.27", "default"],
  ["kubespray", "default"],
  ["kubespray", "stdout"],
  ["kubespray", "open"],
  ["talos@1.5", "default"],
  ["talos@1.13", "both"],
  ["talos", "default"],
  ["talos", "stdout"],
  ["talos", "everything", "inline"],
];

/** Of a control plane that is the provider's: which of its policies is asked for. */
const PROVIDED: readonly (readonly [target: string, preset: PresetName])[] = [
  ["openshift@4.18", "openshift-default"],
  ["openshift", "openshift-write-request-bodies"],
  ["openshift", "openshift-none"],
  ["eks", "eks"],
  ["aks", "aks"],
  ["aks", "aks-admin"],
  ["gke", "gce-upstream"],
];

describe.each(PROVIDED)("%s for %s", (target, preset) => {
  test("is rendered as its golden file says", () => {
    const rendering = renderProvided({ policy: getPreset(preset).policy, target });
    const file = new URL(fileOf([target, preset]), folder);
    if (isUpdate) writeFileSync(file, print(rendering));
    expect(print(rendering)).toBe(readFileSync(file, "utf8"));
  });
});

describe.each(CASES.map((one) => ({ one })))("$one", ({ one }) => {
  const [target, name, form] = one;
  const rendering = renderTarget({ policy, comments, target, settings: SETTINGS[name], form });

  test("is rendered as its golden file says", () => {
    const file = new URL(fileOf(one), folder);
    if (isUpdate) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, print(rendering));
    }
    expect(print(rendering)).toBe(readFileSync(file, "utf8"));
  });

  test("has files of one YAML document each, which begin with the versions they hold for", () => {
    for (const { path, content } of rendering.artifacts) {
      expect(parseAllDocuments(content, { version: "1.1" })).toMatchObject([{ errors: [], warnings: [] }]);
      // The kubeconfig holds for every version.
      if (!path.endsWith(".kubeconfig"))
        expect(content).toMatch(/^# For .*Kubernetes 1\.\d+( to 1\.\d+)?\.\n/);
      expect(content).toMatch(/[^\n]\n$/);
    }
  });

  test("holds the policy, which reads back as it was", () => {
    expect(readPolicies(rendering)).toEqual([
      { ...policy, apiVersion: isOld(rendering) ? "audit.k8s.io/v1beta1" : "audit.k8s.io/v1" },
    ]);
  });

  test("begins its steps with the check of the version", () => {
    const { apply, verify } = rendering.steps;
    expect(apply[0]).toMatch(/^Check that /);
    expect(apply[1]).toMatch(/^\$ \w+ .*version|^\$ (kubectl get providers|git describe)/i);
    for (const line of [...apply, ...verify])
      expect(line).toMatch(/^(\$ \S|[A-Z].*[.:]$|kube-apiserver .*[.:]$)/);
  });
});

test("every target is among the cases, and every golden file belongs to one", () => {
  const files = [...CASES, ...PROVIDED].map(fileOf);
  const present = readdirSync(folder);
  if (isUpdate)
    for (const file of present.filter((one) => !files.includes(one))) rmSync(new URL(file, folder));
  expect(readdirSync(folder).sort()).toEqual(files.sort());
  expect(new Set([...CASES, ...PROVIDED].map(([target]) => target.split("@")[0]))).toEqual(
    new Set(listTargets().map(({ name }) => name)),
  );
});

test("the article's own fragment comes out field by field", () => {
  const [fragment] = renderTarget({ policy, target: "kops@1.10", settings: SETTINGS.article }).artifacts;
  const { spec, ...others } = parse(fragment?.content ?? "");
  const [{ content, ...asset }, ...otherAssets] = spec.fileAssets;
  expect(others).toEqual({});
  expect(otherAssets).toEqual([]);
  expect(asset).toEqual({ name: "kubernetes-audit", path: "/srv/kubernetes/audit.yaml", roles: ["Master"] });
  expect(parse(content)).toEqual({ ...policy, apiVersion: "audit.k8s.io/v1beta1" });
  expect(spec.kubeAPIServer).toEqual({
    auditLogPath: "/var/log/kube-apiserver-audit.log",
    auditLogMaxAge: 10,
    auditLogMaxBackups: 1,
    auditLogMaxSize: 100,
    auditPolicyFile: "/srv/kubernetes/audit.yaml",
  });
});

function fileOf([target, name, form]: readonly [string, string, string?]): string {
  return `${[target.replace("@", "-"), form, name].filter(Boolean).join(".")}.txt`;
}

function isOld({ kubernetes }: Rendering): boolean {
  return kubernetes.newest.minor < 12;
}

function print({ artifacts, steps, diagnostics, kubernetes }: Rendering): string {
  return [
    ...artifacts.map(
      ({ path, mode, owner, placement, content }) =>
        `=== ${path} (${[mode, owner, placement].filter(Boolean).join(", ")})\n${content}`,
    ),
    `=== apply\n${steps.apply.join("\n")}\n`,
    `=== verify\n${steps.verify.join("\n")}\n`,
    `=== diagnostics\n${diagnostics.map(({ severity, code, message }) => `${severity}: ${message} [${code}]\n`).join("")}`,
    `=== kubernetes\n${JSON.stringify(kubernetes)}\n`,
  ].join("\n");
}
