import { type Diagnostic, secretInPlainText, targetCannotExpress } from "../../diagnostics/index.js";
import { releaseAt } from "../editable-document.js";
import { fillTemplate } from "../fill-template.js";
import { printRange } from "../kubernetes-range.js";
import type { Target, TargetInput } from "../target.js";
import { TEMPLATES } from "../templates.generated.js";
import type { Steps } from "../types.js";
import { isK3dConfig, type K3dFragment, mergeK3d } from "./k3d-merge.js";
import { K3S_FOLDERS } from "./k3s.js";
import { argumentOf, checkFolders } from "./server-config.js";
import { METRICS_VERIFICATION } from "./verification.js";

const CONFIG_FILE = "k3d-config.yaml";
/** What k3d calls the first server of a cluster that has no name of its own. */
const NODE = "k3d-k3s-default-server-0";
const SERVERS = ["server:*"];

/** k3d: a cluster's configuration, with the policy inside. */
export const k3d: Target = {
  name: "k3d",
  title: "k3d",
  summary: "a configuration for k3d cluster create, with the policy inside",
  // `files` came with 5.7.
  versions: { oldest: { major: 5, minor: 7 }, newest: { major: 5, minor: 9 } },
  // Whatever image of k3s it is given, from the first on that makes the log's directory.
  kubernetes: () => ({ oldest: { major: 1, minor: 25 }, newest: { major: 1, minor: 36 } }),
  hasBackends: true,
  defaultPaths: () => ({
    policyFile: "/etc/rancher/k3s/audit-policy.yaml",
    logPath: "/var/log/kubernetes/audit/audit.log",
  }),
  check: (input) => [...checkFolders(input, K3S_FOLDERS), ...checkTexts(input)],
  render: (input) => {
    const mode = input.webhookConfig?.holdsSecret ? "0600" : "0644";
    const data = { apiVersion: "k3d.io/v1alpha5", kind: "Simple", ...k3dFragment(input) };
    const content = fillTemplate(TEMPLATES["k3d/config.yaml"], data, input.header);
    return {
      artifacts: [{ path: CONFIG_FILE, content, mode, placement: "user-file" }],
      steps: steps(input),
    };
  },
  into: {
    title: "a configuration of k3d",
    isDocument: isK3dConfig,
    merge: (input, config) => mergeK3d(k3dFragment(input), config),
    kubernetesOf: (config) => releaseAt(config, "image"),
    apply: (input, file) =>
      applySteps(input, `from ${printRange(input.kubernetes)}, unless the file names an image`, [
        `$ k3d cluster create --config ${file}`,
      ]),
  },
};

function k3dFragment({ configuration, webhookConfig, printPolicy }: TargetInput): K3dFragment {
  const { flags, policyFile, webhookFile } = configuration;
  const file = (description: string, source: string, destination: string) => ({
    description,
    source,
    destination,
    nodeFilters: SERVERS,
  });
  return {
    files: [
      file("audit policy", printPolicy(), policyFile),
      ...(webhookConfig && webhookFile !== undefined
        ? [file("audit webhook", webhookConfig.text, webhookFile)]
        : []),
    ],
    options: {
      k3s: {
        extraArgs: flags.map((entry) => ({
          arg: `--kube-apiserver-arg=${argumentOf(entry)}`,
          nodeFilters: SERVERS,
        })),
      },
    },
  };
}

/**
 * What Go's os.ExpandEnv takes for a variable; there is no way to escape it.
 *
 * Upstream: github.com/k3d-io/k3d, cmd/util/config/config.go, InitViperWithConfigFile
 */
const VARIABLE = /\$[\w*#$@!?{-]/;

function checkTexts({ printPolicy, webhookConfig, label }: TargetInput): readonly Diagnostic[] {
  const texts = [
    { path: "", text: printPolicy(), of: "the policy" },
    { path: "webhook.config", text: webhookConfig?.text ?? "", of: "the webhook's configuration" },
  ];
  const instead =
    "k3d puts environment variables in its place, all over its configuration: leave it out, or name a file as source";
  return [
    ...texts.flatMap(({ path, text, of }) => {
      const [found] = VARIABLE.exec(text) ?? [];
      const setting = `"${found}" in ${of}`;
      return found === undefined ? [] : [targetCannotExpress({ path }, { setting, target: label, instead })];
    }),
    ...(webhookConfig?.holdsSecret
      ? [
          secretInPlainText(
            { path: "webhook" },
            { target: label, places: "its configuration and its servers" },
          ),
        ]
      : []),
  ];
}

function applySteps({ label }: TargetInput, release: string, create: readonly string[]): readonly string[] {
  return [
    `Check that this prints the version that the configuration is for, ${label}, and a release of k3s ${release}:`,
    "$ k3d version",
    ...create,
    "A cluster that exists takes neither flags nor files: for another policy, delete it and create it anew.",
  ];
}

function steps(input: TargetInput): Steps {
  const { configuration } = input;
  return {
    apply: applySteps(input, "from its first line", [
      `Merge ${CONFIG_FILE} into a configuration that you have, and make the cluster:`,
      `$ k3d cluster create --config ${CONFIG_FILE}`,
    ]),
    verify: [
      "The last start of kube-apiserver had the flags:",
      `$ docker logs ${NODE} 2>&1 | grep 'Running kube-apiserver' | tail -n 1 | grep -o -e '--audit-[^ ]*'`,
      ...logVerification(configuration.logPath),
      ...METRICS_VERIFICATION,
    ],
  };
}

function logVerification(logPath: string | undefined): readonly string[] {
  if (logPath === undefined) return [];
  if (logPath !== "-") return ["In a server the log grows:", `$ docker exec ${NODE} tail -n 1 ${logPath}`];
  return [
    "Audit events are among the lines of the server's own log:",
    `$ docker logs ${NODE} 2>&1 | grep -m1 '"kind":"Event"'`,
  ];
}
