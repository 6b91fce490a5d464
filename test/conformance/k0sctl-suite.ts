import { findWrongFiles, type NodeFile } from "./find-wrong-files.js";
import { wordsOf } from "./rendered-arguments.js";
import type { Suite } from "./suite.js";
import { type ToolAnswer, toolSuite } from "./tool-suite.js";

/** What k0sctl makes of a configuration. */
interface K0sctlAnswer extends ToolAnswer {
  readonly files?: readonly (NodeFile & { readonly mode: string })[];
  /** The commands that it runs before k0s is there. */
  readonly before?: readonly string[];
  /** The configuration of k0s. */
  readonly config?: { readonly spec: { readonly api: { readonly extraArgs: Record<string, string> } } };
}

export const k0sctlSuite: Suite = toolSuite<K0sctlAnswer>({
  title: "k0sctl",
  target: "k0sctl",
  module: "github.com/k0sproject/k0sctl",
  releases: [{ takes: () => true }],
  count: 800,
  // A host that k0sctl could connect to.
  question: ({ rendering }) => ({
    Text: rendering.artifacts[0]?.content.replace(
      /^ {4}- role: controller\n/m,
      "$&      ssh: { address: 203.0.113.1 }\n",
    ),
  }),
  flags: ({ config }) => wordsOf(config?.spec.api.extraArgs ?? {}),
  findWrong: (one, { files = [], before = [] }) => [
    ...findWrongFiles(one, files),
    ...files
      .filter(({ mode }) => mode === "" || mode === "0")
      .map(({ path }) => `${path} is nobody's to read`),
    ...(before.some((command) => command.includes("useradd")) ? [] : ["nothing makes the user"]),
  ],
  mistakes: [
    (text) => text.replace("dst:", "dest:"),
    (text) => text.replace("perm:", "mode:"),
    (text) => text.replace("before:", "befor:"),
    (text) => text.replace("extraArgs:", "extraArg:"),
    (text) => text.replace("role: controller", "role: control"),
    (text) => text.replace("kind: Policy", "kind: $POLICY"),
  ],
});
