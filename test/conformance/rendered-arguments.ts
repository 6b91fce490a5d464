import { parse } from "yaml";
import { AUDIT_FLAGS, type Rendering } from "../../src/render/index.js";
import { KOPS_KEYS } from "../../src/render/targets/kops-fragment.js";
import type { RenderedCase } from "./generate-rendering.js";

/**
 * The words that a rendering makes kube-apiserver's command line of, `--audit-log-maxage=30`. Where a word is there twice,
 * the last counts, as it does for kube-apiserver.
 */
export function renderedArguments({ target, artifacts, steps }: Rendering): readonly string[] {
  // Of our own making: a fragment with the fields that the target has.
  const data = parse(artifacts[0]?.content ?? "", { version: "1.1" });
  switch (target) {
    case "kops":
      return Object.entries<string | number | boolean>(data.spec.kubeAPIServer).map(kopsArgument);
    case "kubeadm":
      return wordsOf(data.apiServer.extraArgs);
    case "cluster-api":
      return wordsOf(data.spec.kubeadmConfigSpec.clusterConfiguration.apiServer.extraArgs);
    case "kind":
      return wordsOf(parse(data.kubeadmConfigPatches[0], { version: "1.1" }).apiServer.extraArgs);
    case "k3s":
      return data["kube-apiserver-arg+"].map(dashed);
    case "rke2":
      return withRke2Defaults(data["audit-policy-file"], data["kube-apiserver-arg+"]);
    case "rancher": {
      const { config } = data.spec.rkeConfig.machineSelectorConfig[0];
      return withRke2Defaults(RANCHER_POLICY, config["kube-apiserver-arg"]);
    }
    case "k3d": {
      const args: readonly { readonly arg: string }[] = data.options.k3s.extraArgs;
      return args.map(({ arg }) => dashed(arg.replace(/^--kube-apiserver-arg=/, "")));
    }
    case "minikube": {
      const command = steps.apply.find((line) => line.startsWith("$ minikube start")) ?? "";
      return [...command.matchAll(/ --extra-config=apiserver\.(\S+)/g)].map(([, word = ""]) => dashed(word));
    }
    case "talos":
      return withTalosDefaults(talosArguments(artifacts.map(({ content }) => content)));
    case "kubespray":
      return kubesprayArguments(data);
    case "k0s":
      return wordsOf(data.spec.api.extraArgs);
    case "k0sctl":
      return wordsOf(data.spec.k0s.config.spec.api.extraArgs);
    default:
      return data.spec.containers[0].command;
  }
}

interface Argument {
  readonly name: string;
  readonly value: string;
}

/** A list of names and values, or a mapping. */
export function wordsOf(given: readonly Argument[] | Readonly<Record<string, string>>): readonly string[] {
  const list = isList(given) ? given : Object.entries(given).map(([name, value]) => ({ name, value }));
  return list.map(({ name, value }) => `--${name}=${value}`);
}

function isList(given: readonly Argument[] | object): given is readonly Argument[] {
  return Array.isArray(given);
}

function dashed(word: string): string {
  return `--${word}`;
}

/** Upstream: github.com/rancher/rancher, pkg/capr/planner/config.go, configFile */
const RANCHER_POLICY = "/var/lib/rancher/rke2/etc/config-files/audit-policy-file";

/** Upstream: github.com/rancher/rke2, pkg/executor/staticpod/staticpod.go, APIServer */
function withRke2Defaults(policyFile: string | undefined, args: readonly string[]): readonly string[] {
  const words = args.map(dashed);
  if (policyFile === undefined) return words;
  const hasLog = args.some((arg) => arg.startsWith("audit-log-path="));
  return [
    `--audit-policy-file=${policyFile}`,
    "--audit-log-maxage=30",
    "--audit-log-maxbackup=10",
    "--audit-log-maxsize=100",
    ...(hasLog ? [] : ["--audit-log-path=/var/lib/rancher/rke2/server/logs/audit.log"]),
    ...words,
  ];
}

/** What Talos' documents, or its one, have for kube-apiserver. */
function talosArguments(texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.assign(
    {},
    ...texts.map((text) => {
      const { extraArgs, cluster } = parse(text, { version: "1.1" });
      return extraArgs ?? cluster?.apiServer.extraArgs ?? {};
    }),
  );
}

/** Upstream: github.com/siderolabs/talos, internal/app/machined/pkg/controllers/k8s/control_plane_final.go */
export function withTalosDefaults(args: Readonly<Record<string, string>>): readonly string[] {
  return wordsOf({
    "audit-policy-file": "/system/config/kubernetes/kube-apiserver/auditpolicy.yaml",
    "audit-log-path": "/var/log/audit/kube/kube-apiserver.log",
    "audit-log-maxage": "30",
    "audit-log-maxbackup": "10",
    "audit-log-maxsize": "100",
    ...args,
  });
}

/** Upstream: kubernetes-sigs/kubespray, roles/kubernetes/control-plane/defaults/main/main.yml */
const KUBESPRAY_DEFAULTS: Readonly<Record<string, unknown>> = {
  audit_log_maxage: 30,
  audit_log_maxbackups: 10,
  audit_log_maxsize: 100,
};

/**
 * What the template makes of the variables.
 *
 * Upstream: kubernetes-sigs/kubespray, roles/kubernetes/control-plane/templates/kubeadm-config.v1beta4.yaml.j2
 */
function kubesprayArguments(given: Readonly<Record<string, unknown>>): readonly string[] {
  const variables = { ...KUBESPRAY_DEFAULTS, ...given };
  const log = variables["kubernetes_audit"] === true;
  const webhook = variables["kubernetes_audit_webhook"] === true;
  const isBatch = variables["audit_webhook_mode"] === "batch";
  const words = (when: boolean, names: Readonly<Record<string, string>>): readonly string[] =>
    when ? Object.entries(names).map(([flag, variable]) => `--${flag}=${variables[variable]}`) : [];
  const further = variables["kube_kubeadm_apiserver_extra_args"] ?? {};
  return [
    ...words(log || webhook, { "audit-policy-file": "audit_policy_file" }),
    ...words(log, {
      "audit-log-path": "audit_log_path",
      "audit-log-maxage": "audit_log_maxage",
      "audit-log-maxbackup": "audit_log_maxbackups",
      "audit-log-maxsize": "audit_log_maxsize",
    }),
    ...words(webhook, {
      "audit-webhook-config-file": "audit_webhook_config_file",
      "audit-webhook-mode": "audit_webhook_mode",
    }),
    ...words(webhook && isBatch, {
      "audit-webhook-batch-max-size": "audit_webhook_batch_max_size",
      "audit-webhook-batch-max-wait": "audit_webhook_batch_max_wait",
    }),
    ...Object.entries(further).map(([name, value]) => `--${name}=${value}`),
  ];
}

/** The kOps suite holds this against what kOps itself makes of its fields. */
function kopsArgument([key, value]: readonly [string, string | number | boolean]): string {
  const flag = [...KOPS_KEYS].find(([, known]) => known.key === key)?.[0];
  return `--${flag}=${key.endsWith("Qps") ? plainDecimal(String(value)) : value}`;
}

/** A quantity without its suffix: `3140m` is `3.140`, `1k` is `1000`. */
function plainDecimal(quantity: string): string {
  const [, digits = "", suffix = ""] = /^(\d+)([GMkmun]?)$/.exec(quantity) ?? [];
  const exponent = { G: 9, M: 6, k: 3, "": 0, m: -3, u: -6, n: -9 }[suffix] ?? 0;
  if (exponent >= 0) return digits + "0".repeat(exponent);
  const padded = digits.padStart(1 - exponent, "0");
  return `${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}

/** Settings that kube-apiserver understands as something else, given how it understood each flag. */
export function findMisunderstood(
  { request, rendering }: RenderedCase,
  understood: Readonly<Record<string, string>>,
): readonly string[] {
  const settings = request.settings ?? {};
  const without = rendering.diagnostics.flatMap(({ code, path }) =>
    code === "setting-without-effect" ? [path] : [],
  );
  return AUDIT_FLAGS.filter(({ key }) => settings[key] !== undefined && !without.includes(key))
    .filter(({ name, key }) => !isSameValue(name, String(settings[key]), withoutHash(name, understood[name])))
    .map(({ name, key }) => `--${name} ${settings[key]} is understood as ${understood[name]}`);
}

/** The name of the policy's file as it was given, where a hash of the policy has been put into it. */
function withoutHash(name: string, understood: string | undefined): string | undefined {
  return name === "audit-policy-file" ? understood?.replace(/-[0-9a-f]{10}(\.\w+)$/, "$1") : understood;
}

/** kube-apiserver holds a rate in 32 bits, and prints all else as we do. */
export function isSameValue(name: string, text: string, understood: string | undefined): boolean {
  if (!name.endsWith("-qps")) return text === understood;
  return Math.fround(Number(text)) === Math.fround(Number(understood));
}
