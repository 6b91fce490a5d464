import { parseAllDocuments } from "yaml";
import { findWrongFiles } from "./find-wrong-files.js";
import type { RenderedCase } from "./generate-rendering.js";
import { wordsOf } from "./rendered-arguments.js";
import type { Suite } from "./suite.js";
import { type ToolAnswer, toolSuite } from "./tool-suite.js";

/** What minikube makes of its flags. */
interface MinikubeAnswer extends ToolAnswer {
  /** The documents that it writes for kubeadm. */
  readonly kubeadm?: string;
}

export const minikubeSuite: Suite = toolSuite<MinikubeAnswer>({
  title: "minikube",
  target: "minikube",
  module: "k8s.io/minikube",
  releases: [{ takes: () => true }],
  count: 800,
  question: ({ rendering }) => ({
    Args: rendering.steps.apply
      .find((line) => line.startsWith(START))
      ?.slice(START.length)
      .split(" "),
    KubernetesVersion: `v1.${rendering.kubernetes.newest.minor}.0`,
  }),
  flags: ({ kubeadm = "" }) => {
    const documents = parseAllDocuments(kubeadm, { version: "1.1" });
    const cluster = documents.find((document) => document.get("kind") === "ClusterConfiguration");
    return wordsOf(cluster?.toJS().apiServer.extraArgs ?? {}).filter((word) => word.startsWith("--audit-"));
  },
  findWrong: (one) => findWrongFiles(one, filesIn(one)),
  mistakes: [
    (text) => text.replace("--extra-config=", "--extraconfig="),
    (text) => text.replace("=apiserver.", "=api-server."),
    (text) => text.replace("=apiserver.", "=apiserver:"),
    (text) => text.replace(".audit-policy-file=", ".audit-policy-file:"),
  ],
});

const START = "$ minikube start ";

/** minikube copies what is below `files` to the same path on the node. */
function filesIn({ rendering }: RenderedCase): readonly { path: string; content: string }[] {
  return rendering.artifacts.map(({ path, content }) => ({ path: path.replace(/^files\//, "/"), content }));
}
