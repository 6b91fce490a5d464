import { type Diagnostic, pathNotVisible } from "../../diagnostics/index.js";
import type { Version } from "../../kubernetes/index.js";
import type { Configuration } from "../configuration.js";
import { baseOf, isWithin } from "../path.js";
import type { Target, TargetInput } from "../target.js";
import type { Artifact, Steps, VersionRange } from "../types.js";
import { flagText, nodeFiles } from "./pod-mounts.js";
import { logVerification, METRICS_VERIFICATION } from "./verification.js";

/** The one directory that kubeadm mounts on every node, and that minikube copies files to before kube-apiserver starts. */
const FOLDER = "/etc/ssl/certs";
/** Below minikube's home: every start copies what is in it to the node's root. */
const SYNCED = "files";

/** minikube: flags of its command, and the files that it copies into the node. */
export const minikube: Target = {
  name: "minikube",
  title: "minikube",
  summary: "the command minikube start with its flags, and the policy file where minikube copies it from",
  versions: { oldest: { major: 1, minor: 25 }, newest: { major: 1, minor: 38 } },
  kubernetes: kubernetesOf,
  hasBackends: true,
  defaultPaths: () => ({ policyFile: `${FOLDER}/audit-policy.yaml`, logPath: "-" }),
  insteadOf: ({ flag, value }) =>
    flag.name === "audit-log-path" && value !== "-"
      ? "minikube mounts no directory that a log could be in: leave it out, and the log goes to standard output"
      : undefined,
  check: ({ configuration }) => checkPaths(configuration),
  render: (input) => ({ artifacts: syncedFiles(input), steps: steps(input) }),
};

/** Oldest and newest minor of Kubernetes by minor of minikube from 1.25 on: pkg/minikube/constants/constants.go. */
const KUBERNETES_MINORS: readonly (readonly [oldest: number, newest: number])[] = [
  [16, 23],
  [16, 24],
  [16, 25],
  [16, 25],
  [16, 26],
  [16, 26],
  [16, 27],
  [16, 28],
  [20, 30],
  [20, 31],
  [20, 32],
  [20, 33],
  [28, 34],
  [28, 35],
];

function kubernetesOf({ minor }: Version): VersionRange {
  const [oldest, newest] = KUBERNETES_MINORS[minor - 25] ?? [28, 35];
  return { oldest: { major: 1, minor: oldest }, newest: { major: 1, minor: newest } };
}

function checkPaths({ policyFile, webhookFile }: Configuration): readonly Diagnostic[] {
  const files: readonly (readonly [string, string, string | undefined])[] = [
    ["auditPolicyFile", "--audit-policy-file", policyFile],
    ["auditWebhookConfigFile", "--audit-webhook-config-file", webhookFile],
  ];
  const reason = `minikube's node has only ${FOLDER} for it in kube-apiserver's pod`;
  return files.flatMap(([key, setting, path]) =>
    path === undefined || isWithin(path, FOLDER)
      ? []
      : [pathNotVisible({ path: key }, { setting, path, reason, use: `use ${FOLDER}/${baseOf(path)}` })],
  );
}

function syncedFiles(input: TargetInput): readonly Artifact[] {
  return nodeFiles(input).map(({ path, content }) => ({
    path: `${SYNCED}${path}`,
    content,
    mode: path === input.configuration.webhookFile && input.webhookConfig?.holdsSecret ? "0600" : "0644",
    placement: "local",
  }));
}

function steps({ label, configuration }: TargetInput): Steps {
  const flags = configuration.flags.map(
    (entry) => ` --extra-config=apiserver.${entry.flag.name}=${flagText(entry)}`,
  );
  return {
    apply: [
      `Check that this prints the version that the flags are for, ${label}:`,
      "$ minikube version",
      `Copy the folder ${SYNCED}/ into the home of minikube, ~/.minikube unless MINIKUBE_HOME is set; -o ~/.minikube/ does that, too:`,
      `$ cp -R ${SYNCED} ~/.minikube/`,
      "Stop the cluster if it runs, since files are copied when it starts, and start it with the flags:",
      "$ minikube stop",
      `$ minikube start${flags.join("")}`,
      "The flags are kept by minikube. A policy that is changed later goes the same way: put it there, stop, start.",
    ],
    verify: [
      "The pod has the flags:",
      "$ kubectl -n kube-system get pods -l component=kube-apiserver -o yaml | grep -e --audit-",
      ...logVerification(configuration, "component=kube-apiserver"),
      ...METRICS_VERIFICATION,
    ],
  };
}
