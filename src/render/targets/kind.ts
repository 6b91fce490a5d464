import { NEWEST_KUBERNETES } from "../../kubernetes/index.js";
import type { Configuration } from "../configuration.js";
import { fillTemplate, type PlainData } from "../fill-template.js";
import { baseOf, directoryOf } from "../path.js";
import type { Target, TargetInput } from "../target.js";
import { TEMPLATES } from "../templates.generated.js";
import type { Artifact, Steps } from "../types.js";
import { apiServerOf } from "./api-server.js";
import { checkPodDirectories, nodeFiles, POD_PATHS } from "./pod-mounts.js";
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
};

function kindConfig({ configuration, webhookConfig, header }: TargetInput): string {
  const patch = {
    kind: "ClusterConfiguration",
    apiServer: apiServerOf(configuration, false),
  };
  const folders = foldersOf(configuration, webhookConfig !== undefined);
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

/** The user's folders by the directory that they become in the node: one, unless the webhook's file is elsewhere. */
function foldersOf(
  { policyFile, webhookFile }: Configuration,
  hasWebhookConfig: boolean,
): ReadonlyMap<string, string> {
  const folders = new Map([[directoryOf(policyFile), "audit"]]);
  if (hasWebhookConfig && webhookFile !== undefined && !folders.has(directoryOf(webhookFile))) {
    folders.set(directoryOf(webhookFile), "audit-webhook");
  }
  return folders;
}

/** What is to be in the nodes, as files of the user's. */
function localFiles(input: TargetInput): readonly Artifact[] {
  const folders = foldersOf(input.configuration, input.webhookConfig !== undefined);
  return nodeFiles(input).map(({ path, content }) => ({
    path: `${folders.get(directoryOf(path))}/${baseOf(path)}`,
    content,
    mode: path === input.configuration.webhookFile && input.webhookConfig?.holdsSecret ? "0600" : "0644",
    placement: "local",
  }));
}

function steps({ configuration }: TargetInput): Steps {
  return {
    apply: [
      "Check that this prints 0.6 or later; for nodes of Kubernetes 1.37 it has to be 0.32 or later:",
      "$ kind version",
      `Merge ${CONFIG_FILE} into a configuration that you have, with the mounts for each control-plane node. Relative paths count from where kind runs, so run it beside the files:`,
      `$ kind create cluster --config ${CONFIG_FILE}`,
      "Where kube-apiserver does not come up, keep the nodes, and look into their logs:",
      `$ kind create cluster --config ${CONFIG_FILE} --retain`,
      "$ kind export logs",
      "A cluster that exists takes no flags: delete it and create it anew. A policy that is changed later is read when kube-apiserver starts again, in each control-plane node:",
      `$ docker exec ${NODE} sh -c 'crictl stop $(crictl ps -q --name kube-apiserver)'`,
    ],
    verify: [
      "The manifest has the flags, in each control-plane node:",
      `$ docker exec ${NODE} grep -e --audit- /etc/kubernetes/manifests/kube-apiserver.yaml`,
      ...logVerification(configuration.logPath),
      ...METRICS_VERIFICATION,
    ],
  };
}

function logVerification(logPath: string | undefined): readonly string[] {
  if (logPath === undefined) return [];
  if (logPath !== "-")
    return ["In a control-plane node the log grows:", `$ docker exec ${NODE} tail -n 1 ${logPath}`];
  return [
    "Audit events are among the lines of kube-apiserver's own log:",
    `$ kubectl -n kube-system logs -l component=kube-apiserver --tail=200 | grep -m1 '"kind":"Event"'`,
  ];
}
