import { parseAllDocuments } from "yaml";
import { findWrongFiles, type NodeFile } from "./find-wrong-files.js";
import type { RenderedCase } from "./generate-rendering.js";
import { wordsOf } from "./rendered-arguments.js";
import type { Suite } from "./suite.js";
import { type ToolAnswer, toolSuite } from "./tool-suite.js";

/** What kind makes of a configuration. */
interface KindAnswer extends ToolAnswer {
  /** What it has docker mount into the node, `audit:/etc/kubernetes/audit:ro`: folders beside the configuration. */
  readonly volumes?: readonly string[];
  /** The documents that it writes for kubeadm. */
  readonly kubeadm?: string;
}

/** Of the nodes that there are: one for each version of kubeadm's API, and those that a kubeadm can be asked about. */
const NODES = [37, 36, 35, 30, 29, 22, 16];

export const kindSuite: Suite = toolSuite<KindAnswer>({
  title: "kind",
  target: "kind",
  module: "sigs.k8s.io/kind",
  releases: [
    { takes: () => true },
    // Its kubeadm is v1beta3 for all later ones, too.
    { modfile: "go-0.30.mod", takes: (one) => minorOf(nodeVersion(one)) <= 35 },
  ],
  count: 120,
  question: (one) => ({ Text: one.rendering.artifacts[0]?.content, KubernetesVersion: nodeVersion(one) }),
  flags: ({ kubeadm = "" }) => {
    const [cluster] = parseAllDocuments(kubeadm, { version: "1.1" });
    return wordsOf(cluster?.toJS().apiServer.extraArgs).filter((word) => word.startsWith("--audit-"));
  },
  findWrong: (one, { volumes = [] }) => findWrongFiles(one, filesIn(one, volumes)),
  kubeadm: ({ kubeadm = "" }) => ({ text: kubeadm }),
  mistakes: [
    (text) => text.replace("containerPath:", "containerpath:"),
    (text) => text.replace("  - role: control-plane", "  - role: controlplane"),
    (text) => text.replace("kind: Cluster\n", "kind: Cluster\nkubeadmConfigPatch: []\n"),
    // A patch of another version is passed over, and in this one a mapping is not read.
    (text) =>
      text.replace(/^( +)(kind: ClusterConfiguration)/m, "$1apiVersion: kubeadm.k8s.io/v1beta1\n$1$2"),
    (text) => text.replace("extraArgs:", "extraArguments:"),
    (text) => text.replace("./audit", "./audits"),
  ],
});

function minorOf(version: string): number {
  return Number(version.split(".")[1]);
}

function nodeVersion({ rendering }: RenderedCase): string {
  const { oldest, newest } = rendering.kubernetes;
  const minors = NODES.filter((minor) => minor >= oldest.minor && minor <= newest.minor);
  // Any that fits, and the same one each time.
  const at = (rendering.artifacts[0]?.content.length ?? 0) % Math.max(minors.length, 1);
  return `v1.${minors[at] ?? newest.minor}.0`;
}

/** The files beside the configuration, where the volumes have them in the node. */
function filesIn({ rendering }: RenderedCase, volumes: readonly string[]): readonly NodeFile[] {
  const mounts = volumes.map((volume) => volume.split(":"));
  return rendering.artifacts.slice(1).flatMap(({ path, content }) => {
    const [folder, name] = path.split("/");
    const mount = mounts.find(([source, , mode]) => source === folder && mode === "ro");
    return mount ? [{ path: `${mount[1]}/${name}`, content }] : [];
  });
}
