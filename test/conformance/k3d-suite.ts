import { findWrongFiles, type NodeFile } from "./find-wrong-files.js";
import type { Suite } from "./suite.js";
import { type ToolAnswer, toolSuite } from "./tool-suite.js";

/** What k3d makes of a configuration. */
interface K3dAnswer extends ToolAnswer {
  readonly nodes?: readonly {
    readonly role: string;
    /** The arguments of k3s. */
    readonly args: readonly string[] | null;
    readonly files: readonly NodeFile[] | null;
  }[];
}

const ARGUMENT = "--kube-apiserver-arg=";

export const k3dSuite: Suite = toolSuite<K3dAnswer>({
  title: "k3d",
  target: "k3d",
  module: "github.com/k3d-io/k3d/v5",
  releases: [
    { takes: () => true },
    { modfile: "go-5.7.mod", takes: ({ rendering }) => rendering.version?.startsWith("5.9") === false },
  ],
  count: 800,
  // A cluster of more nodes than one, so that k3d has to choose.
  question: ({ rendering }) => ({ Text: `${rendering.artifacts[0]?.content}servers: 1\nagents: 2\n` }),
  flags: ({ nodes = [] }) =>
    nodes.flatMap(({ args }) => (args ?? []).map((word) => word.replace(ARGUMENT, "--"))),
  findWrong: (one, { nodes = [] }) => [
    ...nodes
      .filter(({ role, args, files }) => (args || files) && role !== "server")
      .map(({ role }) => `a node with the role ${role} gets what is the server's`),
    ...findWrongFiles(
      one,
      nodes.flatMap(({ files }) => files ?? []),
    ),
  ],
  mistakes: [
    (text) => text.replace("    destination:", "    destinations:"),
    (text) => text.replace("      - server:*", "      - sever:*"),
    (text) => text.replace("      - server:*", "      - all:*"),
    (text) => text.replace("    extraArgs:", "    extraArg:"),
    (text) => text.replace("kind: Policy", "kind: $POLICY"),
  ],
});
