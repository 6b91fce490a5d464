import { parseAllDocuments } from "yaml";
import { askAll } from "./ask-all.js";
import { comparePod, type KubeadmAnswer, kubeadmInit } from "./compare-pod.js";
import { buildOracle } from "./go-program.js";

/** What a tool writes for kubeadm. */
export interface KubeadmDocuments {
  /** Several documents, a ClusterConfiguration among them. */
  readonly text: string;
}

interface ExpectedPod extends KubeadmDocuments {
  /** The words of the pod. */
  readonly expected: readonly string[];
}

/** The releases of kubeadm that there are programs for, and those of Kubernetes that each of them sets up. */
const RELEASES = [
  { modfile: "go.mod", minors: [36, 37] },
  { modfile: "go-1.30.mod", minors: [29, 30] },
];

/** What is wrong with the pods that kubeadm makes, one by one; nothing where no kubeadm is at hand for a release. */
export async function findWrongPods(
  pods: readonly ExpectedPod[],
  signal: AbortSignal,
): Promise<readonly (readonly string[])[]> {
  const found: (readonly string[])[] = pods.map(() => []);
  const read = pods.map(({ text }) => readDocuments(text));
  for (const { modfile, minors } of RELEASES) {
    const own = [...pods.keys()].filter((index) => minors.includes(read[index]?.minor ?? 0));
    const oracle = await buildOracle({ folder: "kubeadm", program: ".", modfile }, signal);
    const answers = await askAll<KubeadmAnswer>(
      oracle,
      own.map((index) => read[index]),
    );
    for (const [at, index] of own.entries()) {
      const { error, ...pod } = answers[at] ?? {};
      found[index] =
        error === undefined ? comparePod(pods[index]?.expected ?? [], pod) : [`kubeadm: ${error}`];
    }
  }
  return found;
}

/** The two documents that kubeadm starts from, and the minor release of Kubernetes. */
function readDocuments(text: string): { cluster: string; init: string; minor: number } {
  const documents = parseAllDocuments(text, { version: "1.1" });
  const ofKind = (kind: string): string | undefined =>
    documents.find((document) => document.get("kind") === kind)?.toString();
  const cluster = ofKind("ClusterConfiguration") ?? "";
  const api = /^apiVersion: .*\n/m.exec(cluster)?.[0] ?? "";
  return {
    cluster,
    init: ofKind("InitConfiguration") ?? kubeadmInit(api),
    minor: Number(/^kubernetesVersion: v1\.(\d+)/m.exec(cluster)?.[1]),
  };
}
