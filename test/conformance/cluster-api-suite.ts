import { parse } from "yaml";
import { findWrongFiles, type NodeFile } from "./find-wrong-files.js";
import type { RenderedCase } from "./generate-rendering.js";
import { wordsOf } from "./rendered-arguments.js";
import type { Suite } from "./suite.js";
import { type ToolAnswer, toolSuite } from "./tool-suite.js";

/** What Cluster API makes of a KubeadmControlPlane. */
interface ClusterApiAnswer extends ToolAnswer {
  readonly kubeadm?: string;
  /** All of a machine's user data. */
  readonly files?: readonly (NodeFile & { readonly owner: string; readonly permissions: string })[];
}

/** Files that Cluster API adds of its own. */
const OWN_FOLDER = "/run/";

export const clusterApiSuite: Suite = toolSuite<ClusterApiAnswer>({
  title: "Cluster API",
  target: "cluster-api",
  module: "sigs.k8s.io/cluster-api",
  releases: [{ takes: () => true }],
  count: 800,
  question,
  flags: ({ kubeadm = "" }) => wordsOf(parse(kubeadm, { version: "1.1" }).apiServer.extraArgs),
  findWrong: (one, { files = [] }) => {
    const own = files.filter(({ path }) => !path.startsWith(OWN_FOLDER));
    return [
      ...findWrongFiles(one, own),
      ...own
        .filter(({ owner, permissions }) => owner !== "root:root" || permissions !== "0600")
        .map(({ path }) => `${path} is not root's alone`),
    ];
  },
  kubeadm: ({ kubeadm = "" }) => ({ text: kubeadm }),
  mistakes: [
    (text) => text.replace("permissions:", "permission:"),
    (text) => text.replace("extraVolumes:", "extraVolume:"),
    (text) => text.replace("content: |", "contents: |"),
    (text) => text.replace("pathType: Directory", "type: Directory"),
    (text) => text.replace(/(controlplane.cluster.x-k8s.io\/)v1beta[12]/, "$1v1alpha4"),
    (text) => text.replace(/^ {2}name: audit-/m, "$&x"),
  ],
});

/** The fragment with what an object has to say beside it, and with a release that a kubeadm can be asked about. */
function question({ rendering }: RenderedCase): unknown {
  const [fragment, ...secrets] = rendering.artifacts.map(({ content }) => content);
  const version = rendering.kubernetes.newest.minor >= 31 ? "v1.36.0" : "v1.30.0";
  const machines = fragment?.includes("/v1beta2\n")
    ? "spec: { infrastructureRef: { apiGroup: infrastructure.cluster.x-k8s.io, kind: Template, name: a } }"
    : "infrastructureRef: { apiVersion: infrastructure.cluster.x-k8s.io/v1beta1, kind: Template, name: a }";
  const rest = `metadata: { name: a, namespace: default }
spec:
  replicas: 3
  version: ${version}
  machineTemplate: { ${machines} }
`;
  return { Text: fragment?.replace(/^spec:\n/m, rest), Secrets: secrets, KubernetesVersion: version };
}
