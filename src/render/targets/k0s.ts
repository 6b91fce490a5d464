import { isAtLeast } from "../../kubernetes/index.js";
import { fillTemplate } from "../fill-template.js";
import { baseOf } from "../path.js";
import type { Target, TargetInput } from "../target.js";
import { TEMPLATES } from "../templates.generated.js";
import type { Artifact } from "../types.js";
import {
  checkK0sPaths,
  extraArgsOf,
  K0S_PATHS,
  K0S_USER,
  k0sVerification,
  MAKE_USER,
  makeLogDirectory,
} from "./k0s-host.js";
import { METRICS_VERIFICATION } from "./verification.js";

const FRAGMENT_FILE = "k0s-fragment.yaml";
const CONFIG_FILE = "/etc/k0s/k0s.yaml";
/** `k0s config validate`, which was `k0s validate config` before. */
const VALIDATE_SINCE = "1.24";

/** k0s: arguments in the configuration of each controller, and the files beside it. */
export const k0s: Target = {
  name: "k0s",
  title: "k0s",
  summary: "a fragment of k0s.yaml, and the policy file for every controller",
  versions: { oldest: { major: 1, minor: 22 }, newest: { major: 1, minor: 36 } },
  followsKubernetes: true,
  kubernetes: ({ major, minor }) => ({ oldest: { major, minor }, newest: { major, minor } }),
  policyHash: { place: "file-name", isDefault: () => false },
  hasBackends: true,
  defaultPaths: () => K0S_PATHS,
  check: ({ configuration }) => checkK0sPaths(configuration),
  render: (input) => {
    const data = {
      apiVersion: "k0s.k0sproject.io/v1beta1",
      kind: "ClusterConfig",
      spec: { api: { extraArgs: extraArgsOf(input.configuration) } },
    };
    const content = fillTemplate(TEMPLATES["k0s/cluster-config.yaml"], data, input.header);
    return {
      artifacts: [
        { path: FRAGMENT_FILE, content, mode: "0644", placement: "user-file" },
        ...controllerFiles(input),
      ],
      steps: {
        apply: applySteps(input, [
          `Merge ${FRAGMENT_FILE} into each controller's own configuration. k0s takes spec.api from there, also where the rest is in the cluster (dynamic configuration):`,
          `$ sudo "\${EDITOR:-vi}" ${CONFIG_FILE}`,
        ]),
        verify: [...k0sVerification(input.configuration), ...METRICS_VERIFICATION],
      },
    };
  },
  into: {
    title: "a ClusterConfig of k0s",
    isDocument: ({ apiVersion, kind }) =>
      kind === "ClusterConfig" &&
      typeof apiVersion === "string" &&
      apiVersion.startsWith("k0s.k0sproject.io/"),
    // Flags by their names; what is set beside them stays.
    merge: ({ configuration }) => ({
      fragment: { spec: { api: { extraArgs: extraArgsOf(configuration) } } },
    }),
    apply: (input, file) =>
      applySteps(
        input,
        file === CONFIG_FILE
          ? []
          : [
              "Put the configuration in its place on each controller; k0s takes spec.api from there, also where the rest is in the cluster (dynamic configuration):",
              `$ sudo install -o root -g root -m 0600 ${file} ${CONFIG_FILE}`,
            ],
      ),
  },
};

/** kube-apiserver is not root: it reads the policy as everybody, and the kubeconfig as its owner. */
function controllerFiles({
  configuration,
  header,
  printPolicy,
  webhookConfig,
}: TargetInput): readonly Artifact[] {
  const { policyFile, webhookFile } = configuration;
  const placement = "control-plane-node";
  return [
    { path: policyFile, content: printPolicy(header), mode: "0644", owner: "root:root", placement },
    ...(webhookConfig && webhookFile !== undefined
      ? [
          {
            path: webhookFile,
            content: webhookConfig.text,
            mode: "0400",
            owner: `${K0S_USER}:root`,
            placement,
          } as const,
        ]
      : []),
  ];
}

function applySteps(input: TargetInput, configure: readonly string[]): readonly string[] {
  const { label, version, configuration } = input;
  return [
    `Check that this prints the version that the files are for, ${label}:`,
    "$ k0s version",
    "On each controller, before kube-apiserver needs them: its user, the files, and the log's directory, which nothing else makes.",
    `$ ${MAKE_USER}`,
    ...controllerFiles(input).map(
      ({ path, mode, owner = "root:root" }) =>
        `$ sudo install -D -o ${owner.split(":")[0]} -g root -m ${mode} ${baseOf(path)} ${path}`,
    ),
    ...makeLogDirectory(configuration).map((command) => `$ ${command}`),
    ...configure,
    isAtLeast(version, VALIDATE_SINCE)
      ? `$ sudo k0s config validate --config ${CONFIG_FILE}`
      : `$ sudo k0s validate config --config ${CONFIG_FILE}`,
    "Start k0s again, one controller after the other. A policy that is changed later takes this step alone, since it is read when kube-apiserver starts:",
    "$ sudo k0s stop",
    "$ sudo k0s start",
  ];
}
