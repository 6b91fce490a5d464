import {
  type Diagnostic,
  directoryTaken,
  filesApart,
  pathNotVisible,
  secretInPlainText,
} from "../../diagnostics/index.js";
import { isAtLeast, type Version } from "../../kubernetes/index.js";
import { checkDirectories, type TakenDirectory } from "../check-settings.js";
import type { FlagValue } from "../configuration.js";
import { releaseAt } from "../editable-document.js";
import { fillTemplate } from "../fill-template.js";
import { baseOf, directoryOf } from "../path.js";
import type { Target, TargetInput } from "../target.js";
import { TEMPLATES } from "../templates.generated.js";
import type { Steps } from "../types.js";
import { buildKopsFragment, KOPS_KEYS } from "./kops-fragment.js";
import { isKopsCluster, mergeKops } from "./kops-merge.js";
import { API_SERVER_DIRECTORY, kubernetesOf, reasonNotVisible } from "./kops-versions.js";
import { logVerification, METRICS_VERIFICATION } from "./verification.js";

/** kOps: a fragment of the cluster spec, with the policy inside. */
export const kops: Target = {
  name: "kops",
  title: "kOps",
  summary: "a fragment of the cluster spec for kops edit cluster, with the policy inside",
  versions: { oldest: { major: 1, minor: 8 }, newest: { major: 1, minor: 37 } },
  kubernetes: kubernetesOf,
  hasBackends: true,
  takesWebhook: (version) => isAtLeast(version, WEBHOOK_SINCE),
  defaultPaths: () => ({
    policyFile: `${API_SERVER_DIRECTORY}/audit/policy.yaml`,
    logPath: "/var/log/kubernetes/audit/audit.log",
  }),
  insteadOf,
  check,
  render: (input) => {
    const content = fillTemplate(TEMPLATES["kops/cluster-spec.yaml"], buildKopsFragment(input), input.header);
    const mode = input.webhookConfig?.holdsSecret ? "0600" : "0644";
    return {
      artifacts: [{ path: "kops-fragment.yaml", content, mode, placement: "user-file" }],
      steps: steps(input),
    };
  },
  into: {
    title: "a kOps Cluster",
    isDocument: isKopsCluster,
    merge: (input, cluster) => mergeKops(buildKopsFragment(input), cluster),
    kubernetesOf: (cluster) => releaseAt(cluster, "spec.kubernetesVersion"),
    apply: (input, file) =>
      applySteps(input, "file", [
        'Put the file in the place of the cluster\'s. It has to be the whole Cluster, as kops get cluster "$CLUSTER" -o yaml prints it:',
        `$ kops replace -f ${file}`,
      ]),
  },
};

const WEBHOOK_SINCE = "1.12";
const STDOUT_SINCE = "1.10";

function insteadOf({ flag, value }: FlagValue, version: Version): string | undefined {
  if (flag.name === "audit-log-path" && value === "-" && !isAtLeast(version, STDOUT_SINCE)) {
    return `before ${STDOUT_SINCE} kOps takes it for a file, and mounts the directory ".": log to a file`;
  }
  const known = KOPS_KEYS.get(flag.name);
  if (known) {
    return isAtLeast(version, known.since) ? undefined : `kOps has ${known.key} from ${known.since} on`;
  }
  if (/-mode$|-batch-/.test(flag.name)) return "kOps leaves the log in mode blocking, one event at a time";
  if (/-truncate-/.test(flag.name))
    return "kOps leaves truncation off: lower the level of rules that record large bodies";
  if (/-compress$/.test(flag.name))
    return "kOps leaves rotated files uncompressed: lower --audit-log-maxbackup or --audit-log-maxsize";
  return "kOps leaves events at kube-apiserver's default version, audit.k8s.io/v1 from Kubernetes 1.13 on";
}

/**
 * Mounted into kube-apiserver on some distribution: a second mount at the same path is a pod that never starts.
 *
 * Upstream: k8s.io/kops, nodeup/pkg/model/context.go, SSLHostPaths; kube_apiserver.go, buildPod
 */
const TAKEN: readonly TakenDirectory[] = [
  "/etc/ssl",
  "/etc/pki/tls",
  "/etc/pki/ca-trust",
  "/usr/share/ca-certificates",
  "/usr/share/ssl",
  "/usr/ssl",
  "/usr/lib/ssl",
  "/usr/local/openssl",
  "/var/ssl",
  "/etc/openssl",
  "/srv/sshproxy",
].map((directory) => ({ directory, reason: "kOps mounts it already, and the pod would be refused" }));

function check(input: TargetInput): readonly Diagnostic[] {
  const { configuration, version, label, webhookConfig } = input;
  const { policyFile, webhookFile, logDirectory } = configuration;
  const diagnostics: Diagnostic[] = [...checkDirectories(configuration, TAKEN)];
  const reason = reasonNotVisible(policyFile, version);
  if (reason !== undefined) {
    const use = `use ${API_SERVER_DIRECTORY}/audit/${baseOf(policyFile)}, which kube-apiserver sees on every kOps`;
    const data = { setting: "--audit-policy-file", path: policyFile, reason, use };
    diagnostics.push(pathNotVisible({ path: "auditPolicyFile" }, data));
  }
  if (webhookFile !== undefined && directoryOf(webhookFile) !== directoryOf(policyFile)) {
    const data = { policyFile, webhookFile, target: "kOps" };
    diagnostics.push(filesApart({ path: "auditWebhookConfigFile" }, data));
  }
  if (logDirectory !== undefined && KOPS_DIRECTORIES.includes(logDirectory)) {
    const data = { setting: "--audit-log-path", directory: logDirectory, reason: TAKEN_BY_KOPS };
    diagnostics.push(directoryTaken({ path: "auditLogPath" }, data));
  }
  if (webhookConfig?.holdsSecret) {
    const places = "its state store, its nodes' configuration and any Terraform output";
    diagnostics.push(secretInPlainText({ path: "webhook" }, { target: label, places }));
  }
  return diagnostics;
}

/** Mounted up to kOps 1.21, and since. A policy may be there, on some releases; see `reasonNotVisible`. */
const KOPS_DIRECTORIES: readonly string[] = ["/srv/kubernetes", API_SERVER_DIRECTORY];
const TAKEN_BY_KOPS = "kOps keeps its own files there, and mounts them read-only";

/** The version check, what brings the fragment into the cluster, and the roll-out. */
function applySteps(
  { version, label }: TargetInput,
  what: string,
  bring: readonly string[],
): readonly string[] {
  const roles = [
    isAtLeast(version, "1.26") ? "control-plane" : "master",
    ...(isAtLeast(version, "1.21") ? ["apiserver"] : []),
  ];
  return [
    `Check that this prints the version that the ${what} is for, ${label}:`,
    "$ kops version",
    ...bring,
    "See what would change, change it, and replace the nodes that run kube-apiserver:",
    '$ kops update cluster "$CLUSTER"',
    '$ kops update cluster "$CLUSTER" --yes',
    `$ kops rolling-update cluster "$CLUSTER" --instance-group-roles=${roles.join(",")} --yes`,
  ];
}

function steps(input: TargetInput): Steps {
  return {
    apply: applySteps(input, "fragment", [
      "Add the fragment to the cluster spec: entries to fileAssets, keys to kubeAPIServer:",
      '$ kops edit cluster "$CLUSTER"',
      "From a script: kops get cluster -o yaml, merge, kops replace -f. The bare fragment is no input for kops replace, which wants the whole Cluster.",
    ]),
    verify: [
      "Every kube-apiserver runs with the flags:",
      "$ kubectl -n kube-system get pods -l k8s-app=kube-apiserver -o yaml | grep -e --audit-",
      ...logVerification(input.configuration, "k8s-app=kube-apiserver"),
      ...METRICS_VERIFICATION,
    ],
  };
}
