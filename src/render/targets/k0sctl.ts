import { type Diagnostic, secretInPlainText } from "../../diagnostics/index.js";
import { NEWEST_KUBERNETES } from "../../kubernetes/index.js";
import { checkTemplates } from "../check-templates.js";
import { releaseAt } from "../editable-document.js";
import { fillTemplate } from "../fill-template.js";
import type { Target, TargetInput } from "../target.js";
import { TEMPLATES } from "../templates.generated.js";
import type { Steps } from "../types.js";
import {
  checkFilesWithin,
  checkK0sPaths,
  extraArgsOf,
  K0S_PATHS,
  K0S_USER,
  k0sVerification,
  MAKE_USER,
  makeLogDirectory,
} from "./k0s-host.js";
import { isK0sctlCluster, type K0sctlFragment, mergeK0sctl } from "./k0sctl-merge.js";
import { METRICS_VERIFICATION } from "./verification.js";

const FRAGMENT_FILE = "k0sctl-fragment.yaml";

/** k0sctl: files and hooks of the controllers, and k0s' configuration. */
export const k0sctl: Target = {
  name: "k0sctl",
  title: "k0sctl",
  summary: "a fragment of k0sctl.yaml, with the policy inside",
  // Text inside of the file (`data`) since 0.27.
  versions: { oldest: { major: 0, minor: 27 }, newest: { major: 0, minor: 32 } },
  kubernetes: () => ({ oldest: { major: 1, minor: 22 }, newest: NEWEST_KUBERNETES }),
  // k0sctl starts k0s again when k0s' configuration changes, and not when a file does.
  policyHash: { place: "file-name", isDefault: () => true },
  hasBackends: true,
  defaultPaths: () => K0S_PATHS,
  check,
  render: (input) => {
    const content = fillTemplate(TEMPLATES["k0sctl/cluster.yaml"], cluster(input), input.header);
    const mode = input.webhookConfig?.holdsSecret ? "0600" : "0644";
    return {
      artifacts: [{ path: FRAGMENT_FILE, content, mode, placement: "user-file" }],
      steps: steps(input),
    };
  },
  into: {
    title: "a Cluster of k0sctl",
    isDocument: isK0sctlCluster,
    merge: (input, document) => mergeK0sctl(cluster(input), document),
    kubernetesOf: (document) => releaseAt(document, "spec.k0s.version"),
    apply: (input, file) =>
      applySteps(input, "file", file, [
        "Where the file had no config of k0s before, k0sctl has taken the first controller's: put all of that into it first, since what it lacks becomes a default.",
      ]),
  },
};

/** A file without `perm` would be nobody's to read. The hooks run when the files are there, as the user of the connection. */
function cluster({ configuration, printPolicy, webhookConfig }: TargetInput): K0sctlFragment {
  const { policyFile, webhookFile } = configuration;
  const webhook =
    webhookConfig && webhookFile !== undefined ? { file: webhookFile, ...webhookConfig } : undefined;
  const files = [
    { name: "audit-policy", data: printPolicy(), dst: policyFile, perm: "0644" },
    ...(webhook ? [{ name: "audit-webhook", data: webhook.text, dst: webhook.file, perm: "0600" }] : []),
  ];
  const before = [
    MAKE_USER,
    ...makeLogDirectory(configuration),
    ...(webhook ? [`sudo chown ${K0S_USER} ${webhook.file}`] : []),
  ];
  return {
    apiVersion: "k0sctl.k0sproject.io/v1beta1",
    kind: "Cluster",
    spec: {
      hosts: [{ role: "controller", files, hooks: { apply: { before } } }],
      k0s: { config: { spec: { api: { extraArgs: extraArgsOf(configuration) } } } },
    },
  };
}

function check(input: TargetInput): readonly Diagnostic[] {
  const { configuration, label, webhookConfig } = input;
  const diagnostics: Diagnostic[] = [
    ...checkK0sPaths(configuration),
    // Upstream: k0sproject/k0sctl, cmd/flags.go: the whole file goes through envsubst
    ...checkTemplates(input, { engine: "environment variables", begin: /\$/ }, webhookConfig?.text),
    // Upstream: k0sproject/k0sctl, phase/configure_k0s.go, configureK0s: mode 0750
    ...checkFilesWithin(
      configuration,
      "/etc/k0s",
      `k0sctl makes /etc/k0s for root alone, and its user ${K0S_USER} cannot get in`,
    ),
  ];
  if (webhookConfig?.holdsSecret) {
    diagnostics.push(secretInPlainText({ path: "webhook" }, { target: label, places: "k0sctl.yaml" }));
  }
  return diagnostics;
}

function applySteps(
  { label, policyHash, webhookConfig }: TargetInput,
  what: string,
  file: string,
  merge: readonly string[],
): readonly string[] {
  const restart = ["$ sudo k0s stop", "$ sudo k0s start"];
  return [
    `Check that this prints the version that the ${what} is for, ${label}:`,
    "$ k0sctl version",
    ...merge,
    "See what would change, and change it. k0sctl starts k0s again on each controller:",
    `$ k0sctl apply --config ${file} --dry-run`,
    `$ k0sctl apply --config ${file}`,
    ...(policyHash === undefined
      ? [
          "A policy that is changed later is written, and read only when k0s starts again, on each controller:",
          ...restart,
        ]
      : [
          "A policy that is changed later is a file of another name, and so another configuration, for which k0sctl starts k0s again.",
        ]),
    ...(webhookConfig
      ? [
          "A changed kubeconfig of the webhook is read only when k0s starts again, on each controller:",
          ...restart,
        ]
      : []),
  ];
}

function steps(input: TargetInput): Steps {
  return {
    apply: applySteps(input, "fragment", "k0sctl.yaml", [
      "Merge the fragment into k0sctl.yaml: files and hooks into each host with the role controller or controller+worker, and config. Where there is no config yet, k0sctl has taken the first controller's: put all of that there first, since what it lacks becomes a default.",
    ]),
    verify: [...k0sVerification(input.configuration), ...METRICS_VERIFICATION],
  };
}
