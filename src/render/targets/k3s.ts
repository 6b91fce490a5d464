import { isAtLeast } from "../../kubernetes/index.js";
import { fillTemplate } from "../fill-template.js";
import type { Target, TargetInput } from "../target.js";
import { TEMPLATES } from "../templates.generated.js";
import type { Artifact, Steps } from "../types.js";
import { nodeFiles } from "./pod-mounts.js";
import {
  APPEND_SINCE,
  argumentOf,
  checkFolders,
  type ForbiddenFolder,
  installCommands,
  serverFiles,
} from "./server-config.js";
import {
  configSteps,
  FIND_ARGUMENTS,
  isServerConfig,
  mergeArguments,
  refuseWithoutApiServer,
} from "./server-config-merge.js";
import { METRICS_VERIFICATION } from "./verification.js";

const FOLDER = "/etc/rancher/k3s";
const DATA_FOLDER = "/var/lib/rancher/k3s";
/** Before, kube-apiserver does not make the log's directory. */
const MAKES_DIRECTORY_SINCE = "1.25";

/** k3s: a drop-in beside config.yaml; kube-apiserver is part of the k3s process, and sees every file of the node. */
export const k3s: Target = {
  name: "k3s",
  title: "k3s",
  summary: "a drop-in for config.yaml, and the policy file, for every server",
  versions: { oldest: APPEND_SINCE, newest: { major: 1, minor: 36 } },
  followsKubernetes: true,
  kubernetes: ({ major, minor }) => ({ oldest: { major, minor }, newest: { major, minor } }),
  hasBackends: true,
  defaultPaths: () => ({
    policyFile: `${FOLDER}/audit-policy.yaml`,
    logPath: `${DATA_FOLDER}/server/logs/audit.log`,
  }),
  check: (input) => checkFolders(input, K3S_FOLDERS),
  render: (input) => {
    const artifacts = serverFiles(input, FOLDER, dropIn(input));
    return { artifacts, steps: steps(input, artifacts) };
  },
  into: {
    title: "a configuration of a k3s server",
    isDocument: isServerConfig,
    artifacts: nodeFiles,
    merge: ({ configuration }, config) => {
      refuseWithoutApiServer(config);
      return {
        fragment: mergeArguments(config, configuration.flags.map(argumentOf)),
        lists: FIND_ARGUMENTS,
      };
    },
    apply: (input, file) => applySteps(input, nodeFiles(input), configSteps(file, FOLDER, "k3s")),
  },
};

/** Folders in which k3s takes every file for something of its own. */
export const K3S_FOLDERS: readonly ForbiddenFolder[] = [
  { directory: `${DATA_FOLDER}/server/manifests`, reason: "k3s applies every file in it to the cluster" },
  { directory: `${FOLDER}/config.yaml.d`, reason: "k3s reads every file in it as its own configuration" },
];

function dropIn({ configuration, header }: TargetInput): string {
  const data = { "kube-apiserver-arg+": configuration.flags.map(argumentOf) };
  return fillTemplate(TEMPLATES["k3s/drop-in.yaml"], data, header);
}

function applySteps(
  { label, version, configuration: { logDirectory } }: TargetInput,
  files: readonly Artifact[],
  configure: readonly string[] = [],
): readonly string[] {
  return [
    `Check that this prints the version that the files are for, ${label}:`,
    "$ k3s --version",
    "Put the files on every server, and on no agent, which would exit:",
    ...installCommands(files),
    ...(logDirectory === undefined || isAtLeast(version, MAKES_DIRECTORY_SINCE)
      ? []
      : [
          "Make the log's directory, which kube-apiserver does not before Kubernetes 1.25:",
          `$ sudo mkdir -p -m 0700 ${logDirectory}`,
        ]),
    ...configure,
    "Restart the servers, one after the other; a policy is read only then, so do it again whenever it changes:",
    "$ sudo systemctl restart k3s",
  ];
}

function steps(input: TargetInput, files: readonly Artifact[]): Steps {
  const { configuration } = input;
  return {
    apply: applySteps(input, files),
    verify: [
      "The last start of kube-apiserver had the flags, on each server:",
      "$ sudo journalctl -m -u k3s | grep 'Running kube-apiserver' | tail -n 1 | grep -o -e '--audit-[^ ]*'",
      ...logVerification(configuration.logPath),
      ...METRICS_VERIFICATION,
    ],
  };
}

function logVerification(logPath: string | undefined): readonly string[] {
  if (logPath === undefined) return [];
  if (logPath !== "-") return ["On a server the log grows:", `$ sudo tail -n 1 ${logPath}`];
  return [
    "Audit events are among the lines of k3s' own log:",
    `$ sudo journalctl -u k3s | grep -m1 '"kind":"Event"'`,
  ];
}
