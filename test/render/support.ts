import { expect } from "vitest";
import { parse } from "yaml";
import type { AuditSettings, Rendering } from "../../src/render/index.js";

/** What kube-apiserver is told by a rendering: flags by name, as text; rates as JavaScript prints numbers. */
export function readFlags(rendering: Rendering): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(readTexts(rendering)).map(([name, text]) => {
      expect(text).not.toMatch(/^[\d.]+e[-+]?\d+$/); // no exponent, which kube-apiserver reads and people do not
      return [name, name.endsWith("-qps") ? String(Number(text)) : text];
    }),
  );
}

function readTexts({ target, artifacts, steps }: Rendering): Readonly<Record<string, string>> {
  const [main] = artifacts;
  const data = parse(main?.content ?? "", { version: "1.1" });
  switch (target) {
    case "kops":
      return Object.fromEntries(
        Object.entries(data.spec.kubeAPIServer).map(([key, value]) => [kopsFlag(key), kopsText(key, value)]),
      );
    case "kind":
      return parse(data.kubeadmConfigPatches[0]).apiServer.extraArgs;
    case "k3d": {
      const args: readonly { arg: string }[] = data.options.k3s.extraArgs;
      return readArguments(args.map(({ arg }) => arg.replace(/^--kube-apiserver-arg=/, "")));
    }
    case "minikube": {
      const command = steps.apply.find((line) => line.startsWith("$ minikube start")) ?? "";
      const given = [...command.matchAll(/--extra-config=apiserver\.(\S+)/g)];
      return readArguments(given.map(([, word = ""]) => word));
    }
    case "rancher":
      return readArguments(data.spec.rkeConfig.machineSelectorConfig[0].config["kube-apiserver-arg"]);
    case "k3s":
    case "rke2": {
      const own = data["audit-policy-file"];
      return {
        ...(own !== undefined && { "audit-policy-file": own }),
        ...readArguments(data["kube-apiserver-arg+"]),
      };
    }
    case "cluster-api":
      return listedArguments(data.spec.kubeadmConfigSpec.clusterConfiguration.apiServer.extraArgs);
    case "talos":
      return {
        ...TALOS_OWN,
        ...Object.assign(
          {},
          ...artifacts.map(({ content }) => talosArguments(parse(content, { version: "1.1" }))),
        ),
      };
    case "k0s":
      return data.spec.api.extraArgs;
    case "k0sctl":
      return data.spec.k0s.config.spec.api.extraArgs;
    case "kubespray":
      return kubesprayArguments(data);
    case "kubeadm":
      return listedArguments(data.apiServer.extraArgs);
    default:
      return readCommand(data.spec.containers[0].command);
  }
}

/** `name=value` words as an object. */
function readArguments(words: readonly string[]): Readonly<Record<string, string>> {
  return readCommand(words.map((word) => `--${word}`));
}

/** What Talos sets where it is told nothing. */
const TALOS_OWN = {
  "audit-policy-file": "/system/config/kubernetes/kube-apiserver/auditpolicy.yaml",
  "audit-log-path": "/var/log/audit/kube/kube-apiserver.log",
  "audit-log-maxage": "30",
  "audit-log-maxbackup": "10",
  "audit-log-maxsize": "100",
};

function talosArguments(config: {
  readonly kind?: string;
  readonly extraArgs?: object;
  readonly cluster?: { readonly apiServer: { readonly extraArgs?: object } };
}): object {
  return (
    (config.kind === "KubeAPIServerConfig" ? config.extraArgs : config.cluster?.apiServer.extraArgs) ?? {}
  );
}

/** What Kubespray's template of kubeadm's configuration makes of the variables. */
function kubesprayArguments(variables: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const given = (...names: readonly string[]): readonly (readonly [string, string])[] =>
    names
      .filter((name) => name in variables)
      .map((name) => [name.replace(/s$/, "").replaceAll("_", "-"), String(variables[name])]);
  const log = variables["kubernetes_audit"] === true;
  const webhook = variables["kubernetes_audit_webhook"] === true;
  const isBatch = variables["audit_webhook_mode"] === "batch";
  return Object.fromEntries([
    ...(log || webhook ? given("audit_policy_file") : []),
    ...(log ? given("audit_log_path", "audit_log_maxage", "audit_log_maxbackups", "audit_log_maxsize") : []),
    ...(webhook ? given("audit_webhook_config_file", "audit_webhook_mode") : []),
    ...(webhook && isBatch ? given("audit_webhook_batch_max_size", "audit_webhook_batch_max_wait") : []),
    ...Object.entries(variables["kube_kubeadm_apiserver_extra_args"] ?? {}),
  ]);
}

/** A list of names and values, or a mapping. */
function listedArguments(
  args: Readonly<Record<string, string>> | Iterable<{ name: string; value: string }>,
): Readonly<Record<string, string>> {
  return Symbol.iterator in args
    ? Object.fromEntries([...args].map(({ name, value }) => [name, value]))
    : args;
}

/** `--name=value` words as an object. */
function readCommand(words: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    words.map((word) => {
      const [, name = "", value = ""] = /^--([a-z-]+)=(.*)$/s.exec(word) ?? [];
      return [name, value];
    }),
  );
}

/** The flag of a kOps key, by the rule of its struct tags and not by the renderer's table. */
function kopsFlag(key: string): string {
  return key
    .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    .replace(/-max-(age|size)$/, (all, what) => (key.startsWith("auditLog") ? `-max${what}` : all))
    .replace(/-max-backups$/, "-maxbackup");
}

/** As kOps' pkg/flagbuilder prints a value: a quantity is a plain decimal. */
function kopsText(key: string, value: unknown): string {
  if (key !== "auditWebhookBatchThrottleQps") return String(value);
  const [, digits = "", suffix = ""] = /^(\d+)([GMkmun]?)$/.exec(String(value)) ?? [];
  const exponent = { G: 9, M: 6, k: 3, "": 0, m: -3, u: -6, n: -9 }[suffix] ?? 0;
  return Number(`${digits}e${exponent}`).toFixed(9);
}

/** The flags that settings ask for, as text, whatever the target. */
export function flagsOf(settings: AuditSettings): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(settings)
      .filter(([key]) => key !== "log" && key !== "webhook")
      .map(([key, value]) => [
        key
          .replace(/(Max)(Age|Backup|Size)$/, (all, _, what) =>
            /^auditLogMax/.test(key) ? `Max${what.toLowerCase()}` : all,
          )
          .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
        String(value),
      ]),
  );
}

/** Every policy in the files, also as text inside of them. */
export function readPolicies({ artifacts }: Rendering): readonly unknown[] {
  return artifacts.flatMap(({ content }) => {
    const data = parse(content);
    const rules: unknown = data.audit_policy_custom_rules;
    // As the template of Kubespray does: the text, indented, below its own three lines.
    return typeof rules === "string"
      ? [parse(`apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n${rules.replace(/^(?=.)/gm, "  ")}`)]
      : policiesIn(data);
  });
}

function policiesIn(data: unknown): readonly unknown[] {
  if (typeof data === "string") return /^kind: Policy$/m.test(data) ? policiesIn(parse(data)) : [];
  if (typeof data !== "object" || data === null) return [];
  return "kind" in data && data.kind === "Policy" ? [data] : Object.values(data).flatMap(policiesIn);
}
