import { type Diagnostic, targetCannotExpress } from "../../diagnostics/index.js";
import { releaseAt } from "../editable-document.js";
import { fillTemplate, type PlainData } from "../fill-template.js";
import { printRange } from "../kubernetes-range.js";
import { baseOf } from "../path.js";
import type { Target, TargetInput } from "../target.js";
import { TEMPLATES } from "../templates.generated.js";
import type { Artifact, Steps } from "../types.js";
import { isRancherCluster, mergeRancher, type RancherFragment } from "./rancher-merge.js";
import { CONTROL_PLANES } from "./rancher-selectors.js";
import { checkLog, RKE2_FOLDERS, rke2 } from "./rke2.js";
import { argumentOf, checkFolders } from "./server-config.js";
import { logVerification, METRICS_VERIFICATION } from "./verification.js";

const FRAGMENT_FILE = "rancher-fragment.yaml";
const SECRET_FILE = "audit-webhook-secret.yaml";
const SECRET = "audit-webhook";
const NAMESPACE = "fleet-default";

/**
 * Where Rancher puts the text of `audit-policy-file`, unless the cluster has another data directory.
 *
 * Upstream: github.com/rancher/rancher, pkg/capr/planner/config.go, configFile
 */
const POLICY_PATH = "/var/lib/rancher/rke2/etc/config-files/audit-policy-file";

/** An RKE2 cluster that Rancher makes: a fragment of its Cluster object, with the policy inside. */
export const rancher: Target = {
  name: "rancher",
  title: "Rancher",
  summary: "a fragment of the Cluster of an RKE2 cluster that Rancher makes, with the policy inside",
  // From the first on that lets the log be anywhere.
  kubernetes: () => ({ oldest: { major: 1, minor: 28 }, newest: { major: 1, minor: 36 } }),
  hasBackends: true,
  defaultPaths: (version) => ({ ...rke2.defaultPaths(version), policyFile: POLICY_PATH }),
  insteadOf: ({ flag, value }) =>
    flag.name === "audit-policy-file" && value !== POLICY_PATH
      ? "Rancher takes the policy itself, and puts it into a file of its own: leave the path out"
      : undefined,
  check: (input) => [...checkFolders(input, RKE2_FOLDERS), ...checkLog(input), ...checkNoLog(input)],
  render: (input) => ({
    artifacts: [
      { path: FRAGMENT_FILE, content: clusterSpec(input), mode: "0644", placement: "user-file" },
      ...webhookSecret(input),
    ],
    steps: steps(input),
  }),
  into: {
    title: "a Cluster of Rancher",
    isDocument: isRancherCluster,
    merge: (input, document) => mergeRancher(rancherFragment(input), document),
    kubernetesOf: (document) => releaseAt(document, "spec.kubernetesVersion"),
    apply: (input, file) =>
      applySteps(input, `from ${printRange(input.kubernetes)}`, [
        "Apply the file, in the cluster that runs Rancher:",
        `$ kubectl apply -f ${file}`,
      ]),
  },
};

function checkNoLog({ configuration, label }: TargetInput): readonly Diagnostic[] {
  // Without a webhook, too, there is an error already.
  if (configuration.logPath !== undefined || configuration.webhookFile === undefined) return [];
  const instead =
    "RKE2 writes a log wherever it has a policy: leave it on, and keep it small with --audit-log-maxsize and --audit-log-maxbackup";
  return [targetCannotExpress({ path: "log" }, { setting: "--no-log", target: label, instead })];
}

function rancherFragment({ configuration, webhookConfig, printPolicy }: TargetInput): RancherFragment {
  const { flags, webhookFile } = configuration;
  return {
    policy: printPolicy(),
    args: flags.filter(({ flag }) => flag.name !== "audit-policy-file").map(argumentOf),
    ...(webhookConfig &&
      webhookFile !== undefined && { file: { secret: SECRET, key: baseOf(webhookFile), path: webhookFile } }),
  };
}

function clusterSpec(input: TargetInput): string {
  const { policy, args, file } = rancherFragment(input);
  const machineLabelSelector = CONTROL_PLANES;
  const config = { "audit-policy-file": policy, "kube-apiserver-arg": args };
  const items = file ? [{ key: file.key, path: file.path, permissions: "0600" }] : [];
  const files: readonly PlainData[] = file
    ? [{ machineLabelSelector, fileSources: [{ secret: { name: file.secret, items } }] }]
    : [];
  const rkeConfig = {
    machineSelectorConfig: [{ machineLabelSelector, config }],
    ...(files.length > 0 && { machineSelectorFiles: files }),
  };
  return fillTemplate(TEMPLATES["rancher/cluster-spec.yaml"], { spec: { rkeConfig } }, input.header);
}

function webhookSecret({ configuration, webhookConfig, header }: TargetInput): readonly Artifact[] {
  const { webhookFile } = configuration;
  if (!webhookConfig || webhookFile === undefined) return [];
  const data = {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: SECRET, namespace: NAMESPACE },
    stringData: { [baseOf(webhookFile)]: webhookConfig.text },
  };
  const content = fillTemplate(TEMPLATES["rancher/webhook-secret.yaml"], data, header);
  return [{ path: SECRET_FILE, content, mode: "0600", placement: "cluster-object" }];
}

const CLUSTERS = `kubectl -n ${NAMESPACE}`;

function applySteps(input: TargetInput, which: string, apply: readonly string[]): readonly string[] {
  return [
    `Check that this prints a release of RKE2, as in v1.36.3+rke2r1, ${which}; K3s has no such key. What is applied goes to the cluster that runs Rancher:`,
    `$ ${CLUSTERS} get clusters.provisioning.cattle.io "$CLUSTER" -o jsonpath='{.spec.kubernetesVersion}'`,
    ...(input.webhookConfig ? SECRET_STEPS : []),
    ...apply,
    "Rancher writes the files and restarts RKE2 on one control plane after the other, now and whenever the policy in the cluster changes.",
  ];
}

function steps(input: TargetInput): Steps {
  return {
    apply: applySteps(input, "that the fragment's first line names", [
      "Add the fragment to the cluster. If kube-apiserver-arg is set elsewhere in it, put those entries into this list too, since lists are not merged:",
      `$ ${CLUSTERS} edit clusters.provisioning.cattle.io "$CLUSTER"`,
    ]),
    verify: [
      "Rancher has told RKE2 of the policy and the flags, on each control plane:",
      "$ sudo grep audit- /etc/rancher/rke2/config.yaml.d/50-rancher.yaml",
      "The manifest has the flags:",
      "$ sudo grep -e --audit- /var/lib/rancher/rke2/agent/pod-manifests/kube-apiserver.yaml",
      ...logVerification(input.configuration, "component=kube-apiserver"),
      ...METRICS_VERIFICATION,
    ],
  };
}

const SECRET_STEPS: readonly string[] = [
  "Make the Secret, for which Rancher has to be 2.7.2 or later, and let the cluster read it. When it changes later, Rancher sees that only when it next plans the cluster:",
  `$ kubectl apply -f ${SECRET_FILE}`,
  `$ ${CLUSTERS} annotate --overwrite secret ${SECRET} rke.cattle.io/object-authorized-for-clusters="$CLUSTER"`,
];
