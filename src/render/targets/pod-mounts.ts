import type { Diagnostic } from "../../diagnostics/index.js";
import { checkDirectories, type TakenDirectory } from "../check-settings.js";
import type { Configuration, DefaultPaths, FlagValue } from "../configuration.js";
import { baseOf, directoryOf } from "../path.js";
import { printRate } from "../rate.js";
import type { TargetInput } from "../target.js";
import type { Artifact } from "../types.js";

/** What kubeadm and a hand-written static pod have in common: flags as text, and directories of the node in the pod. */

export const POD_PATHS: DefaultPaths = {
  policyFile: "/etc/kubernetes/audit/policy.yaml",
  logPath: "/var/log/kubernetes/audit/audit.log",
};

/** A directory of the node that the pod sees at the same path. */
export interface Mount {
  readonly name: string;
  readonly directory: string;
  readonly readOnly: boolean;
  /** `Directory` fails loudly where the policy is missing; nothing but `DirectoryOrCreate` makes the log's. */
  readonly type: "Directory" | "DirectoryOrCreate";
}

/** The directories to mount: those of the policy and of the webhook's kubeconfig once, and that of the log. */
export function mountsOf({ policyFile, webhookFile, logDirectory }: Configuration): readonly Mount[] {
  const policyDirectory = directoryOf(policyFile);
  const webhookDirectory = webhookFile === undefined ? policyDirectory : directoryOf(webhookFile);
  const readOnly = { readOnly: true, type: "Directory" } as const;
  return [
    { name: "audit-policy", directory: policyDirectory, ...readOnly },
    ...(webhookDirectory === policyDirectory
      ? []
      : [{ name: "audit-webhook", directory: webhookDirectory, ...readOnly }]),
    ...(logDirectory === undefined
      ? []
      : [
          { name: "audit-log", directory: logDirectory, readOnly: false, type: "DirectoryOrCreate" } as const,
        ]),
  ];
}

/** The value of a flag as kube-apiserver reads it. */
export function flagText({ flag, value }: FlagValue): string {
  return flag.type === "rate" && typeof value === "number"
    ? (printRate(value) ?? String(value))
    : String(value);
}

/** The files that must be on every control-plane node before kube-apiserver starts. */
export function nodeFiles({
  configuration,
  header,
  printPolicy,
  webhookConfig,
}: TargetInput): readonly Artifact[] {
  const onNode = { mode: "0600", owner: "root:root", placement: "control-plane-node" } as const;
  return [
    { path: configuration.policyFile, content: printPolicy(header), ...onNode },
    ...(webhookConfig && configuration.webhookFile !== undefined
      ? [{ path: configuration.webhookFile, content: webhookConfig.text, ...onNode }]
      : []),
  ];
}

const MANIFESTS = "/etc/kubernetes/manifests";

/** Upstream: k8s.io/kubernetes, cmd/kubeadm/app/phases/controlplane/volumes.go */
const TAKEN: readonly TakenDirectory[] = [
  ...[
    "/etc/kubernetes/pki",
    "/etc/ssl/certs",
    "/etc/ca-certificates",
    "/etc/pki",
    "/etc/pki/ca-trust",
    "/etc/pki/tls/certs",
    "/usr/share/ca-certificates",
    "/usr/local/share/ca-certificates",
  ].map((directory) => ({ directory, reason: "kubeadm mounts it already, and the pod would be refused" })),
  { directory: MANIFESTS, reason: "the kubelet takes every file in it for a pod" },
];

/** Directories that a pod made by kubeadm cannot have mounted once more. */
export function checkPodDirectories(configuration: Configuration): readonly Diagnostic[] {
  return checkDirectories(configuration, TAKEN);
}

/** Commands that put the files where `nodeFiles` says. */
export function installSteps(input: TargetInput): readonly string[] {
  return [
    "Put the files on every control-plane node before kube-apiserver needs them:",
    ...nodeFiles(input).map(
      ({ path, mode }) => `$ sudo install -D -o root -g root -m ${mode} ${baseOf(path)} ${path}`,
    ),
  ];
}

/** A policy is read once, when kube-apiserver starts, and the kubelet looks at the manifest alone. */
export function restartSteps({ policyHash }: TargetInput): readonly string[] {
  if (policyHash !== undefined) return [RENAMED];
  return [
    "A policy that is changed later is read only when kube-apiserver starts again, on each control-plane node:",
    "$ sudo crictl stop $(sudo crictl ps -q --name kube-apiserver)",
  ];
}

const RENAMED =
  "A policy that is changed later is a file of another name: put it there, and take the same steps; the flag changes with it.";
