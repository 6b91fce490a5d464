import { listWords } from "../../diagnostics/index.js";
import { NEWEST_KUBERNETES } from "../../kubernetes/index.js";
import { type DataObject, stringAt } from "../editable-document.js";
import { fillTemplate, type PlainData } from "../fill-template.js";
import { baseOf, directoryOf } from "../path.js";
import type { Target, TargetInput } from "../target.js";
import { TEMPLATES } from "../templates.generated.js";
import type { Artifact, Steps } from "../types.js";
import { apiServerOf } from "./api-server.js";
import { foldersOf } from "./kind-folders.js";
import { hostFiles, isKindCluster, mergeKind } from "./kind-merge.js";
import { checkPodDirectories, POD_PATHS } from "./pod-mounts.js";
import { METRICS_VERIFICATION } from "./verification.js";

const CONFIG_FILE = "kind-config.yaml";
/** What kind calls the first node of a cluster that has no name of its own. */
const NODE = "kind-control-plane";

/** kind: a cluster's configuration, and the folder that it mounts into the nodes. */
export const kind: Target = {
  name: "kind",
  title: "kind",
  summary: "a configuration for kind create cluster, and the folder with the policy that it mounts",
  // Up to 1.12 kubeadm's configuration has no apiServer.
  kubernetes: () => ({ oldest: { major: 1, minor: 13 }, newest: NEWEST_KUBERNETES }),
  hasBackends: true,
  defaultPaths: () => POD_PATHS,
  check: ({ configuration }) => checkPodDirectories(configuration),
  render: (input) => ({
    artifacts: [
      { path: CONFIG_FILE, content: kindConfig(input), mode: "0644", placement: "user-file" },
      ...localFiles(input),
    ],
    steps: steps(input),
  }),
  into: {
    title: "a Cluster of kind",
    isDocument: isKindCluster,
    merge: mergeKind,
    apply: fileSteps,
    verify: ({ configuration }, cluster) => verification(configuration.logPath, nodeOf(cluster)),
    artifacts: localFiles,
  },
};

function kindConfig(input: TargetInput): string {
  const { configuration, header } = input;
  const patch = {
    kind: "ClusterConfiguration",
    apiServer: apiServerOf(configuration, false),
  };
  const folders = foldersOf(input);
  const mounts: readonly PlainData[] = [...folders].map(([directory, folder]) => ({
    hostPath: `./${folder}`,
    containerPath: directory,
    readOnly: true,
  }));
  return fillTemplate(
    TEMPLATES["kind/kind-config.yaml"],
    {
      kind: "Cluster",
      apiVersion: "kind.x-k8s.io/v1alpha4",
      kubeadmConfigPatches: [fillTemplate(TEMPLATES["kind/cluster-configuration.yaml"], patch)],
      nodes: [{ role: "control-plane", extraMounts: mounts }],
    },
    header,
  );
}

/** What is to be in the nodes, as files of the user's, where the mounts of a configuration take them from. */
function localFiles(input: TargetInput, cluster: DataObject = {}): readonly Artifact[] {
  const folders = foldersOf(input);
  return hostFiles(input, cluster).map(({ path, content, hostPath }) => {
    const local = hostPath.replace(/^\.\//, "");
    const isBeside = !/^\/|^$|(?:^|\/)\.\.?(?:\/|$)/.test(local);
    return {
      path: isBeside ? local : `${folders.get(directoryOf(path))}/${baseOf(path)}`,
      content,
      mode: path === input.configuration.webhookFile && input.webhookConfig?.holdsSecret ? "0600" : "0644",
      placement: "local",
    };
  });
}

function steps({ configuration }: TargetInput): Steps {
  return {
    apply: [
      ...VERSION_STEPS,
      `Merge ${CONFIG_FILE} into a configuration that you have, with the mounts for each control-plane node. Relative paths count from where kind runs, so run it beside the files:`,
      ...createSteps(CONFIG_FILE, NODE),
    ],
    verify: verification(configuration.logPath, NODE),
  };
}

/** The steps for a configuration of the user's, which says where the files lie. */
function fileSteps(input: TargetInput, file: string, cluster: DataObject): readonly string[] {
  const paths = hostFiles(input, cluster).map(({ hostPath }) => hostPath);
  return [
    ...VERSION_STEPS,
    `The mounts bring in ${listWords(paths)}: put the policy there before. Relative paths count from where kind runs:`,
    ...createSteps(file, nodeOf(cluster)),
  ];
}

/** Upstream: sigs.k8s.io/kind, pkg/cluster/internal/create/create.go: a cluster's name is `kind`, unless it has one */
function nodeOf(cluster: DataObject): string {
  return `${stringAt(cluster, "name") ?? "kind"}-control-plane`;
}

const VERSION_STEPS: readonly string[] = [
  "Check that this prints 0.6 or later; for nodes of Kubernetes 1.37 it has to be 0.32 or later:",
  "$ kind version",
];

function createSteps(file: string, node: string): readonly string[] {
  return [
    `$ kind create cluster --config ${file}`,
    "Where kube-apiserver does not come up, keep the nodes, and look into their logs:",
    `$ kind create cluster --config ${file} --retain`,
    "$ kind export logs",
    "A cluster that exists takes no flags: delete it and create it anew. A policy that is changed later is read when kube-apiserver starts again, in each control-plane node:",
    `$ docker exec ${node} sh -c 'crictl stop $(crictl ps -q --name kube-apiserver)'`,
  ];
}

function verification(logPath: string | undefined, node: string): readonly string[] {
  return [
    "The manifest has the flags, in each control-plane node:",
    `$ docker exec ${node} grep -e --audit- /etc/kubernetes/manifests/kube-apiserver.yaml`,
    ...logVerification(logPath, node),
    ...METRICS_VERIFICATION,
  ];
}

function logVerification(logPath: string | undefined, node: string): readonly string[] {
  if (logPath === undefined) return [];
  if (logPath !== "-")
    return ["In a control-plane node the log grows:", `$ docker exec ${node} tail -n 1 ${logPath}`];
  return [
    "Audit events are among the lines of kube-apiserver's own log:",
    `$ kubectl -n kube-system logs -l component=kube-apiserver --tail=200 | grep -m1 '"kind":"Event"'`,
  ];
}
