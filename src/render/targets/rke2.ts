import { type Diagnostic, logDirectoryShared, pathNotVisible } from "../../diagnostics/index.js";
import { isAtLeast, type Version } from "../../kubernetes/index.js";
import { fillTemplate } from "../fill-template.js";
import type { Target, TargetInput } from "../target.js";
import { TEMPLATES } from "../templates.generated.js";
import type { Artifact, Steps } from "../types.js";
import { nodeFiles } from "./pod-mounts.js";
import { mergeRke2, POLICY_KEY } from "./rke2-merge.js";
import {
  APPEND_SINCE,
  argumentOf,
  checkFolders,
  type ForbiddenFolder,
  installCommands,
  serverFiles,
} from "./server-config.js";
import { configSteps, isServerConfig } from "./server-config-merge.js";
import { logVerification, METRICS_VERIFICATION } from "./verification.js";

const FOLDER = "/etc/rancher/rke2";
const DATA_FOLDER = "/var/lib/rancher/rke2";
const LOG_FOLDER = `${DATA_FOLDER}/server/logs`;

/** RKE2: a drop-in beside config.yaml. RKE2 makes the static pod of it, and mounts the files that flags name. */
export const rke2: Target = {
  name: "rke2",
  title: "RKE2",
  summary: "a drop-in for config.yaml, and the policy file, for every server",
  versions: { oldest: APPEND_SINCE, newest: { major: 1, minor: 36 } },
  followsKubernetes: true,
  kubernetes: ({ major, minor }) => ({ oldest: { major, minor }, newest: { major, minor } }),
  hasBackends: true,
  defaultPaths: () => ({ policyFile: `${FOLDER}/audit-policy.yaml`, logPath: `${LOG_FOLDER}/audit.log` }),
  check: (input) => [...checkFolders(input, RKE2_FOLDERS), ...checkLog(input)],
  render: (input) => {
    const artifacts = serverFiles(input, FOLDER, dropIn(input));
    return { artifacts, steps: steps(input, artifacts) };
  },
  into: {
    title: "a configuration of an RKE2 server",
    isDocument: isServerConfig,
    artifacts: nodeFiles,
    merge: mergeRke2,
    apply: (input, file) => applySteps(input, nodeFiles(input), configSteps(file, FOLDER, "RKE2")),
  },
};

/** Upstream: github.com/rancher/rke2, pkg/podtemplate/types.go, SSLDirs; pkg/executor/staticpod/staticpod.go, APIServer */
const MOUNTED = [
  `${DATA_FOLDER}/server`,
  "/etc/ssl/certs",
  "/etc/pki/tls/certs",
  "/etc/ca-certificates",
  "/usr/local/share/ca-certificates",
  "/usr/share/ca-certificates",
];

/** Folders in which a file would be taken for something else, or that a log cannot be in. */
export const RKE2_FOLDERS: readonly ForbiddenFolder[] = [
  { directory: `${DATA_FOLDER}/server/manifests`, reason: "RKE2 applies every file in it to the cluster" },
  { directory: `${DATA_FOLDER}/agent/pod-manifests`, reason: "the kubelet takes every file in it for a pod" },
  { directory: `${FOLDER}/config.yaml.d`, reason: "RKE2 reads every file in it as its own configuration" },
  ...MOUNTED.map((directory) => ({
    directory,
    reason: "RKE2 mounts it already, and the pod would be refused",
    isOnlyForTheLog: true as const,
  })),
];

/** The first patches that mount the directory of any log, let it have any name, and know `-`; 1.27.2 for the rest. */
const FIXED: Readonly<Record<number, string>> = { 24: "1.24.14", 25: "1.25.10", 26: "1.26.5" };

/**
 * Whether every patch that the version stands for takes any log.
 *
 * Upstream: github.com/rancher/rke2, pkg/podexecutor/staticpod.go, APIServer, at the tags 1.22.17 to 1.27.2
 */
function takesAnyLog(version: Version): boolean {
  return isAtLeast({ patch: 0, ...version }, FIXED[version.minor] ?? "1.27.2");
}

/** Whether kube-apiserver's pod has a place for the log, and has it to itself. */
export function checkLog({ configuration, version }: TargetInput): readonly Diagnostic[] {
  const { logPath, logDirectory } = configuration;
  if (logPath === undefined) return [];
  const place = { path: "auditLogPath" };
  if (!takesAnyLog(version) && !(logDirectory === LOG_FOLDER && logPath.endsWith("audit.log"))) {
    const reason = `before 1.24.14, 1.25.10, 1.26.5 and 1.27.2 RKE2 mounts only ${LOG_FOLDER}, or wants a name that ends in audit.log`;
    const use = `leave it out, and RKE2 logs to ${LOG_FOLDER}/audit.log; or name a later patch`;
    return [pathNotVisible(place, { setting: "--audit-log-path", path: logPath, reason, use })];
  }
  if (logDirectory !== "/var/log") return [];
  return [logDirectoryShared(place, { path: logPath, directory: logDirectory })];
}

/** RKE2 adds a log to its own key for the policy, so without a log the flag itself has to do. */
function dropIn({ configuration, header }: TargetInput): string {
  const { flags, policyFile, logPath } = configuration;
  const hasKey = logPath !== undefined;
  const data = {
    ...(hasKey && { [POLICY_KEY]: policyFile }),
    "kube-apiserver-arg+": flags.filter(({ flag }) => !hasKey || flag.name !== POLICY_KEY).map(argumentOf),
  };
  return fillTemplate(TEMPLATES["rke2/drop-in.yaml"], data, header);
}

function applySteps(
  { label, configuration }: TargetInput,
  files: readonly Artifact[],
  configure: readonly string[] = [],
): readonly string[] {
  return [
    `Check that this prints the version that the files are for, ${label}:`,
    "$ rke2 --version",
    "Put the files on every server before it starts again; where there is no policy, RKE2 writes one that records nothing:",
    ...installCommands(files),
    ...configure,
    ...(configuration.logPath === undefined ? [CIS_NOTE] : []),
    "Restart the servers, one after the other; a policy is read only then, so do it again whenever it changes:",
    "$ sudo systemctl restart rke2-server",
  ];
}

function steps(input: TargetInput, files: readonly Artifact[]): Steps {
  const { configuration } = input;
  return {
    apply: applySteps(input, files),
    verify: [
      "The manifest has the flags, on each server:",
      `$ sudo grep -e --audit- ${DATA_FOLDER}/agent/pod-manifests/kube-apiserver.yaml`,
      ...logVerification(configuration, "component=kube-apiserver"),
      ...METRICS_VERIFICATION,
    ],
  };
}

const CIS_NOTE =
  "With a CIS profile RKE2 writes a log all the same: it then sets audit-policy-file, and so a log, by itself.";
