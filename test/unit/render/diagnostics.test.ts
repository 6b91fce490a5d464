import { describe, expect, test } from "vitest";
import type { Policy, PolicyRule } from "../../../src/model/index.js";
import { type AuditSettings, listTargets, renderTarget } from "../../../src/render/index.js";

function policyOf(
  rules: readonly PolicyRule[] = [{ level: "Metadata" }],
  more: Partial<Policy> = {},
): Policy {
  return { apiVersion: "audit.k8s.io/v1", kind: "Policy", ...more, rules };
}

interface Asked {
  readonly target?: string;
  readonly policy?: Policy;
  readonly settings?: AuditSettings;
  readonly kubernetesVersion?: string;
}

function found({ target = "kubeadm", policy = policyOf(), ...rest }: Asked): readonly string[] {
  const { diagnostics, artifacts } = renderTarget({ policy, target, ...rest });
  expect(artifacts.length > 0).toBe(diagnostics.every(({ severity }) => severity !== "error"));
  return diagnostics.map(({ code, path }) => `${code} ${path}`.trim());
}

const webhook = { server: "https://audit.example" };

describe("backends", () => {
  test("defaults are nothing to speak of", () => {
    const own = listTargets().filter(({ provider }) => !provider);
    for (const { name } of own) expect(found({ target: name })).toEqual([]);
  });

  test("neither log nor webhook is an error", () => {
    expect(found({ settings: { log: false } })).toEqual(["no-backend log"]);
    expect(found({ settings: { log: false, webhook } })).toEqual([]);
  });

  const withoutEffect: readonly (readonly [AuditSettings, string])[] = [
    [{ log: false, webhook, auditLogMaxAge: 5 }, "auditLogMaxAge"],
    [{ log: false, webhook, auditLogPath: "-" }, "auditLogPath"],
    [{ auditWebhookMode: "batch" }, "auditWebhookMode"],
    [{ auditLogPath: "-", auditLogMaxSize: 5 }, "auditLogMaxSize"],
    [{ auditLogPath: "-", auditLogCompress: true }, "auditLogCompress"],
    [{ auditLogBatchMaxSize: 5 }, "auditLogBatchMaxSize"],
    [{ webhook, auditWebhookMode: "blocking", auditWebhookBatchMaxWait: "5s" }, "auditWebhookBatchMaxWait"],
    [{ auditLogMode: "batch", auditLogBatchThrottleQps: 5 }, "auditLogBatchThrottleQps"],
    [{ auditLogTruncateMaxEventSize: 5 }, "auditLogTruncateMaxEventSize"],
  ];
  test.each(withoutEffect)("%j has a setting without effect, and leaves it out", (settings, key) => {
    expect(found({ settings })).toEqual([`setting-without-effect ${key}`]);
    const name = renderTarget({ policy: policyOf(), target: "kubeadm", settings }).diagnostics[0]?.data[
      "setting"
    ];
    const [config] = renderTarget({ policy: policyOf(), target: "kubeadm", settings }).artifacts;
    expect(config?.content).not.toContain(`${String(name).slice(2)}\n`);
  });

  test("batch, throttle and truncation flags have an effect where their switch is on", () => {
    const settings: AuditSettings = {
      webhook,
      auditLogMode: "batch",
      auditLogBatchMaxSize: 5,
      auditLogBatchThrottleEnable: true,
      auditLogBatchThrottleQps: 5,
      auditLogBatchThrottleBurst: 5,
      auditLogTruncateEnabled: true,
      auditLogTruncateMaxEventSize: 5,
      auditWebhookBatchThrottleQps: 5,
    };
    expect(found({ settings })).toEqual([]);
  });

  test("a webhook kubeconfig that is only named is a warning", () => {
    const auditWebhookConfigFile = "/etc/kubernetes/audit/mine.kubeconfig";
    expect(found({ settings: { auditWebhookConfigFile } })).toEqual([
      "webhook-config-not-rendered auditWebhookConfigFile",
    ]);
  });

  test("the bare policy says nothing of backends", () => {
    expect(found({ target: "policy", settings: { webhook, auditLogMaxAge: 5, log: false } })).toEqual([
      "setting-without-effect auditLogMaxAge",
      "setting-without-effect log",
      "setting-without-effect webhook",
    ]);
  });
});

describe("stages", () => {
  const strict: AuditSettings = { auditLogMode: "blocking-strict" };

  test("blocking-strict does not hold for rules that omit RequestReceived", () => {
    const policy = policyOf([
      { level: "None", omitStages: ["RequestReceived"] },
      { level: "Metadata", omitStages: ["RequestReceived"] },
    ]);
    expect(found({ policy, settings: strict })).toEqual(["blocking-strict-skips-rules auditLogMode"]);
    expect(found({ policy: policyOf(), settings: strict })).toEqual([]);
    expect(
      found({ policy: policyOf(undefined, { omitStages: ["RequestReceived"] }), settings: strict }),
    ).toEqual(["blocking-strict-skips-rules auditLogMode"]);
  });

  test("a recording rule that omits every usual stage is a warning", () => {
    const policy = policyOf(
      [{ level: "None" }, { level: "Request", omitStages: ["ResponseStarted", "ResponseComplete"] }],
      { omitStages: ["RequestReceived"] },
    );
    expect(found({ policy })).toEqual(["stages-all-omitted rules[1]"]);
  });
});

describe("releases", () => {
  const managed = policyOf([{ level: "Request", omitManagedFields: true }]);
  const groupWildcard = policyOf([
    { level: "Metadata", resources: [{ group: "*", resources: ["secrets"] }] },
  ]);

  test("what the target's Kubernetes drops or refuses is an error", () => {
    expect(found({ target: "kops@1.22", policy: managed })).toEqual(["policy-too-new"]);
    expect(found({ target: "kops@1.35", policy: groupWildcard })).toEqual(["policy-too-new"]);
    expect(found({ target: "policy", policy: groupWildcard, kubernetesVersion: "1.35" })).toEqual([
      "policy-too-new",
    ]);
    expect(
      found({ target: "kops@1.8", policy: policyOf(undefined, { omitStages: ["RequestReceived"] }) }),
    ).toEqual(["policy-too-new"]);
    const wildcard = policyOf([{ level: "Metadata", resources: [{ group: "", resources: ["pods/*"] }] }]);
    expect(found({ target: "kops@1.9", policy: wildcard })).toEqual(["policy-too-new"]);
  });

  test("what only older releases of the target do is a warning, which --kubernetes-version settles", () => {
    expect(found({ target: "kops@1.37", policy: groupWildcard })).toEqual(["policy-narrows-releases"]);
    expect(found({ target: "kops@1.37", policy: groupWildcard, kubernetesVersion: "1.36" })).toEqual([]);
    expect(found({ target: "static-pod", policy: managed })).toEqual([]);
  });

  test("the rendering names the releases that take the policy and know the flags", () => {
    const of = (asked: Asked): unknown =>
      renderTarget({ policy: policyOf(), target: "static-pod", ...asked }).kubernetes;
    const newest = { major: 1, minor: 37 };
    expect(of({})).toEqual({ oldest: { major: 1, minor: 12 }, newest });
    expect(of({ settings: { auditLogCompress: true } })).toEqual({ oldest: { major: 1, minor: 20 }, newest });
    expect(of({ policy: managed })).toEqual({ oldest: { major: 1, minor: 23 }, newest });
    const exact = { major: 1, minor: 30, patch: 4 };
    expect(of({ kubernetesVersion: "1.30.4" })).toEqual({ oldest: exact, newest: exact });
    const old = { major: 1, minor: 10 };
    expect(of({ kubernetesVersion: "1.10" })).toEqual({ oldest: old, newest: old });
  });

  test("a flag or value that the release lacks is an error", () => {
    const at = (kubernetesVersion: string, settings: AuditSettings): readonly string[] =>
      found({ target: "static-pod", kubernetesVersion, settings });
    expect(at("1.19", { auditLogCompress: true })).toEqual(["setting-not-in-release auditLogCompress"]);
    expect(at("1.12", { auditLogMode: "blocking-strict" })).toEqual(["setting-not-in-release auditLogMode"]);
    expect(at("1.24", { auditLogVersion: "audit.k8s.io/v1beta1" })).toEqual([
      "setting-not-in-release auditLogVersion",
    ]);
    expect(at("1.23", { auditLogVersion: "audit.k8s.io/v1beta1" })).toEqual([]);
  });
});

describe("kOps", () => {
  test("flags without a key are errors that say what kOps has", () => {
    const settings: AuditSettings = {
      auditLogMode: "batch",
      auditLogBatchMaxSize: 5,
      auditLogTruncateEnabled: true,
      auditLogCompress: true,
      auditLogVersion: "audit.k8s.io/v1",
      webhook,
      auditWebhookTruncateEnabled: true,
    };
    const { diagnostics } = renderTarget({ policy: policyOf(), target: "kops", settings });
    expect(diagnostics.map(({ code, data }) => [code, data["setting"]])).toEqual(
      [
        "--audit-log-compress",
        "--audit-log-version",
        "--audit-log-mode",
        "--audit-log-batch-max-size",
        "--audit-log-truncate-enabled",
        "--audit-webhook-truncate-enabled",
      ].map((setting) => ["target-cannot-express", setting]),
    );
    for (const { help } of diagnostics) expect(help).toMatch(/^kOps leaves /);
  });

  test("keys come with their releases", () => {
    expect(found({ target: "kops@1.11", settings: { webhook } })).toEqual(["target-cannot-express webhook"]);
    expect(found({ target: "kops@1.12", settings: { webhook } })).toEqual([]);
    expect(found({ target: "kops@1.8", settings: { auditLogFormat: "json" } })).toEqual([
      "target-cannot-express auditLogFormat",
    ]);
    expect(found({ target: "kops@1.9", settings: { auditLogPath: "-" } })).toEqual([
      "target-cannot-express auditLogPath",
    ]);
    expect(found({ target: "kops@1.10", settings: { auditLogPath: "-" } })).toEqual([]);
  });

  const flat = "/srv/kubernetes/audit.yaml";
  const inside = "/srv/kubernetes/kube-apiserver/audit.yaml";
  const below = "/srv/kubernetes/kube-apiserver/audit/x.yaml";
  const docs = "/etc/kubernetes/audit/x.yaml";
  const googleOs = "/etc/srv/kubernetes/kube-apiserver/audit/x.yaml";
  const seen: readonly (readonly [string, readonly string[]])[] = [
    ["1.10", [flat, inside, below, googleOs]],
    ["1.21", [flat, inside, below, googleOs]],
    ["1.22", [inside, below, googleOs]],
    ["1.25", [inside, below, googleOs]],
    ["1.26.5", [inside, below, googleOs]],
    ["1.26.6", [flat, below, docs, googleOs]],
    ["1.26", [below, googleOs]],
    ["1.27", [flat, inside, below, docs, googleOs]],
    ["1.37", [flat, inside, below, docs, googleOs]],
  ];
  test.each(seen)("kOps %s shows kube-apiserver %j and no other", (version, visible) => {
    const paths = [flat, inside, below, docs, googleOs];
    const shown = paths.filter(
      (auditPolicyFile) => found({ target: `kops@${version}`, settings: { auditPolicyFile } }).length === 0,
    );
    expect(shown).toEqual(visible);
  });

  test("both files of a webhook are in one directory", () => {
    const auditWebhookConfigFile = "/srv/kubernetes/kube-apiserver/hook/w.yaml";
    expect(found({ target: "kops", settings: { webhook, auditWebhookConfigFile } })).toEqual([
      "files-apart auditWebhookConfigFile",
    ]);
    const [fragment] = renderTarget({
      policy: policyOf(),
      target: "kops",
      settings: { webhook, auditPolicyFile: "/etc/kubernetes/audit/p.yaml" },
    }).artifacts;
    expect(fragment?.content).toContain("auditWebhookConfigFile: /etc/kubernetes/audit/webhook.kubeconfig\n");
  });

  test("the log is not where the policy or kube-apiserver's files are", () => {
    const of = (auditLogPath: string): readonly string[] =>
      found({ target: "kops", settings: { auditLogPath } });
    expect(of("/srv/kubernetes/kube-apiserver/audit/audit.log")).toEqual(["directory-taken auditLogPath"]);
    expect(of("/srv/kubernetes/kube-apiserver/audit.log")).toEqual(["directory-taken auditLogPath"]);
    expect(of("/srv/kubernetes/audit.log")).toEqual(["directory-taken auditLogPath"]);
    expect(of("/etc/ssl/audit.log")).toEqual(["directory-taken auditLogPath"]);
    expect(of("/var/log/audit.log")).toEqual(["log-directory-shared auditLogPath"]);
  });

  test("credentials in the cluster spec are a warning", () => {
    expect(found({ target: "kops", settings: { webhook: { ...webhook, token: "abc" } } })).toEqual([
      "secret-in-plain-text webhook",
    ]);
  });
});

describe("pods", () => {
  test.each(["kubeadm", "static-pod", "kind"])(
    "%s mounts no directory twice, and not the manifests",
    (target) => {
      const of = (settings: AuditSettings): readonly string[] => found({ target, settings });
      expect(of({ auditLogPath: "/etc/kubernetes/audit/audit.log" })).toEqual([
        "directory-taken auditLogPath",
      ]);
      expect(of({ auditPolicyFile: "/etc/kubernetes/pki/policy.yaml" })).toEqual([
        "directory-taken auditPolicyFile",
      ]);
      expect(of({ auditPolicyFile: "/etc/kubernetes/manifests/policy.yaml" })).toEqual([
        "directory-taken auditPolicyFile",
      ]);
    },
  );
});

describe("k3s and RKE2", () => {
  const folders: readonly (readonly [string, readonly string[]])[] = [
    ["k3s", ["/var/lib/rancher/k3s/server/manifests/audit", "/etc/rancher/k3s/config.yaml.d"]],
    ["k3d", ["/var/lib/rancher/k3s/server/manifests"]],
    ["rke2", ["/var/lib/rancher/rke2/server/manifests", "/var/lib/rancher/rke2/agent/pod-manifests"]],
  ];
  test.each(folders)(
    "%s: a file in a folder that is read for something else is an error: %j",
    (target, bad) => {
      for (const folder of bad) {
        const auditPolicyFile = `${folder}/policy.yaml`;
        expect(found({ target, settings: { auditPolicyFile } })).toEqual(["directory-taken auditPolicyFile"]);
      }
    },
  );

  test("RKE2 cannot mount the log where it has a mount, and says when it mounts all of /var/log", () => {
    const of = (auditLogPath: string): readonly string[] =>
      found({ target: "rke2", settings: { auditLogPath } });
    expect(of("/etc/ssl/certs/audit.log")).toEqual(["directory-taken auditLogPath"]);
    expect(of("/var/lib/rancher/rke2/server/audit.log")).toEqual(["directory-taken auditLogPath"]);
    expect(of("/var/log/audit.log")).toEqual(["log-directory-shared auditLogPath"]);
    expect(found({ target: "k3s", settings: { auditLogPath: "/var/log/audit.log" } })).toEqual([]);
    const auditPolicyFile = "/var/lib/rancher/rke2/server/policy.yaml";
    expect(found({ target: "rke2", settings: { auditPolicyFile } })).toEqual([]);
  });

  const own = "/var/lib/rancher/rke2/server/logs/kube-audit.log";
  const other = "/var/log/kubernetes/events.log";
  const releases: readonly (readonly [string, readonly string[]])[] = [
    ["1.22", [own]],
    ["1.24", [own]],
    ["1.24.13", [own]],
    ["1.24.14", [own, other, "-"]],
    ["1.25.9", [own]],
    ["1.25.10", [own, other, "-"]],
    ["1.26.4", [own]],
    ["1.26.5", [own, other, "-"]],
    ["1.27", [own]],
    ["1.27.2", [own, other, "-"]],
    ["1.28", [own, other, "-"]],
  ];
  test.each(releases)("RKE2 %s can log to %j", (release, logs) => {
    const taken = [own, other, "-"].filter(
      (auditLogPath) => found({ target: `rke2@${release}`, settings: { auditLogPath } }).length === 0,
    );
    expect(taken).toEqual(logs);
  });

  test("without a log RKE2's own key for the policy is not used, since it brings one", () => {
    const settings = { log: false, webhook };
    const [dropIn] = renderTarget({ policy: policyOf(), target: "rke2", settings }).artifacts;
    expect(dropIn?.content).toContain("- audit-policy-file=/etc/rancher/rke2/audit-policy.yaml\n");
    expect(dropIn?.content).not.toMatch(/^audit-policy-file:/m);
    expect(found({ target: "rancher", settings })).toEqual(["target-cannot-express log"]);
    expect(found({ target: "rancher", settings: { log: false } })).toEqual(["no-backend log"]);
  });
});

describe("k3d", () => {
  const named = (name: string): Policy => policyOf([{ level: "Metadata", users: [name] }]);

  test.each(["$x", "a${", "$1", "$$", "c$-"])(
    "a name with %s, which k3d would replace, is an error",
    (name) => {
      expect(found({ target: "k3d", policy: named(name) })).toEqual(["target-cannot-express"]);
    },
  );

  test.each(["backup$", "$", "a$ b", "5€"])("a name with %s stays as it is", (name) => {
    expect(found({ target: "k3d", policy: named(name) })).toEqual([]);
  });

  test("a token in the configuration is a warning", () => {
    expect(found({ target: "k3d", settings: { webhook: { ...webhook, token: "abc" } } })).toEqual([
      "secret-in-plain-text webhook",
    ]);
  });
});

describe("minikube", () => {
  test("kube-apiserver sees files in /etc/ssl/certs alone", () => {
    const of = (settings: AuditSettings): readonly string[] => found({ target: "minikube", settings });
    expect(of({ auditPolicyFile: "/etc/ssl/certs/audit/policy.yaml", webhook })).toEqual([]);
    expect(of({ auditPolicyFile: "/etc/kubernetes/policy.yaml" })).toEqual([
      "path-not-visible auditPolicyFile",
    ]);
    expect(of({ webhook, auditWebhookConfigFile: "/var/lib/hook.yaml" })).toEqual([
      "path-not-visible auditWebhookConfigFile",
    ]);
  });

  test("the log goes to standard output and nowhere else", () => {
    expect(found({ target: "minikube", settings: { auditLogPath: "-" } })).toEqual([]);
    expect(found({ target: "minikube", settings: { auditLogPath: "/var/log/audit.log" } })).toEqual([
      "target-cannot-express auditLogPath",
    ]);
  });
});

test("kind mounts a folder of its own for a webhook's file that is not beside the policy", () => {
  const settings = { webhook, auditWebhookConfigFile: "/etc/kubernetes/hook/w.kubeconfig" };
  const { artifacts } = renderTarget({ policy: policyOf(), target: "kind", settings });
  expect(artifacts.map(({ path }) => path)).toEqual([
    "kind-config.yaml",
    "audit/policy.yaml",
    "audit-webhook/w.kubeconfig",
  ]);
  expect(artifacts[0]?.content).toContain("containerPath: /etc/kubernetes/hook\n");
});
