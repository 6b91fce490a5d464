import { parseDocument, Scalar } from "yaml";
import {
  type Diagnostic,
  pathNotVisible,
  secretInPlainText,
  targetCannotExpress,
} from "../../diagnostics/index.js";
import { isAtLeast, type Version } from "../../kubernetes/index.js";
import { fillTemplate, type PlainData } from "../fill-template.js";
import { baseOf, directoryOf, isWithin } from "../path.js";
import type { Target, TargetInput } from "../target.js";
import { TEMPLATES } from "../templates.generated.js";
import type { Artifact, Steps, VersionRange } from "../types.js";
import { flagText } from "./pod-mounts.js";
import { talosFile } from "./talos-file.js";
import { DOCUMENTS_SINCE, isTalosOwn, LOG_DIRECTORY, POLICY_PATH } from "./talos-flags.js";
import { patchSteps } from "./talos-steps.js";
import { logVerification, METRICS_VERIFICATION } from "./verification.js";

const INLINE_FILE = "talos-patch.yaml";
const POLICY_FILE = "talos-audit-policy.yaml";
const ARGUMENTS_FILE = "talos-kube-apiserver.yaml";
/** Talos: patches of the machine config, with the policy inside as YAML of its own. */
export const talos: Target = {
  name: "talos",
  title: "Talos",
  summary: "a patch of the machine config for talosctl, with the policy inside",
  // Before 1.5 a patch added its rules to those that are there, behind a catch-all.
  versions: { oldest: { major: 1, minor: 5 }, newest: { major: 1, minor: 14 } },
  kubernetes: kubernetesOf,
  forms: (version) => (isAtLeast(version, DOCUMENTS_SINCE) ? ["documents", "inline"] : ["inline"]),
  hasBackends: true,
  defaultPaths: () => ({
    policyFile: POLICY_PATH,
    logPath: `${LOG_DIRECTORY}/kube-apiserver.log`,
    webhookFile: "/var/audit/webhook.kubeconfig",
  }),
  insteadOf: ({ flag, value }) =>
    flag.name === "audit-policy-file" && value !== POLICY_PATH
      ? "Talos writes the policy itself, and names the file: leave the flag out"
      : undefined,
  check,
  render: (input) => ({ artifacts: artifacts(input), steps: steps(input) }),
  into: talosFile,
};

/** Upstream: siderolabs/talos, pkg/machinery/compatibility, MinimumKubernetesVersion and MaximumKubernetesVersion */
function kubernetesOf({ major, minor }: Version): VersionRange {
  const oldest = minor === 5 ? 26 : minor + 18;
  return { oldest: { major, minor: oldest }, newest: { major, minor: minor + 23 } };
}

function isInline({ form }: TargetInput): boolean {
  return form !== "documents";
}

function artifacts(input: TargetInput): readonly Artifact[] {
  const { header, webhookConfig } = input;
  const policy = policyNode(input);
  const args = extraArgs(input);
  const file = (path: string, content: string, mode = "0644"): Artifact => ({
    path,
    content,
    mode,
    placement: "user-file",
  });
  if (isInline(input)) {
    const content = fillTemplate(TEMPLATES["talos/inline.yaml"], inlineConfig(input, policy, args), header);
    return [file(INLINE_FILE, content, webhookConfig?.holdsSecret ? "0600" : "0644")];
  }
  const document = { apiVersion: "v1alpha1", kind: "KubeAuditPolicyConfig", configuration: policy };
  const files = [file(POLICY_FILE, fillTemplate(TEMPLATES["talos/policy-document.yaml"], document, header))];
  if (args === undefined) return files;
  const data = { apiVersion: "v1alpha1", kind: "KubeAPIServerConfig", extraArgs: args };
  return [
    ...files,
    file(ARGUMENTS_FILE, fillTemplate(TEMPLATES["talos/arguments-document.yaml"], data, header)),
  ];
}

function inlineConfig(
  { configuration, webhookConfig }: TargetInput,
  policy: PlainData,
  args: PlainData | undefined,
): PlainData {
  const { webhookFile } = configuration;
  const file = webhookConfig &&
    webhookFile !== undefined && {
      content: webhookConfig.text,
      permissions: octal(0o444),
      path: webhookFile,
      op: "create",
    };
  const directory = webhookFile === undefined ? undefined : directoryOf(webhookFile);
  return {
    ...(file && { machine: { files: [file] } }),
    cluster: {
      apiServer: {
        auditPolicy: policy,
        ...(args !== undefined && { extraArgs: args }),
        ...(directory !== undefined && {
          extraVolumes: [{ hostPath: directory, mountPath: directory, readonly: true }],
        }),
      },
    },
  };
}

/** The policy with its comments: Talos wants YAML, and no text. */
function policyNode({ printPolicy }: TargetInput): PlainData {
  return parseDocument(printPolicy(), { version: "1.1" }).contents ?? {};
}

function octal(mode: number): Scalar<number> {
  const scalar = new Scalar(mode);
  scalar.format = "OCT";
  return scalar;
}

/** What the caller set, and what is not what Talos sets; undefined where that is nothing. */
function extraArgs({ configuration, settings }: TargetInput): PlainData | undefined {
  const args = configuration.flags.filter((entry) => !isTalosOwn(entry, settings));
  return args.length === 0
    ? undefined
    : Object.fromEntries(args.map((entry) => [entry.flag.name, flagText(entry)]));
}

function check(input: TargetInput): readonly Diagnostic[] {
  const { configuration, settings, label, webhookConfig } = input;
  const { logDirectory, logPath, webhookFile } = configuration;
  const diagnostics: Diagnostic[] = [];
  if (settings.log === false && webhookFile !== undefined) {
    const instead = "Talos always logs to a file: lower --audit-log-maxbackup and --audit-log-maxsize";
    diagnostics.push(targetCannotExpress({ path: "log" }, { setting: "--no-log", target: label, instead }));
  }
  if (webhookFile !== undefined && !isInline(input)) {
    const instead =
      "its documents mount no file for kube-apiserver: log to a file, and ship the file; or keep .cluster.apiServer in the machine config, and take --form inline";
    diagnostics.push(
      targetCannotExpress({ path: "webhook" }, { setting: "a webhook", target: label, instead }),
    );
  }
  if (logDirectory !== undefined && logPath !== undefined && logDirectory !== LOG_DIRECTORY) {
    const use = `log to ${LOG_DIRECTORY}/${baseOf(logPath)}`;
    const reason = `of what Talos mounts, it can write only to ${LOG_DIRECTORY}`;
    diagnostics.push(
      pathNotVisible({ path: "auditLogPath" }, { setting: "--audit-log-path", path: logPath, reason, use }),
    );
  }
  if (webhookFile !== undefined && !isWithin(webhookFile, "/var")) {
    const use = `use /var/audit/${baseOf(webhookFile)}`;
    const reason = "Talos puts files below /var alone";
    const data = { setting: "--audit-webhook-config-file", path: webhookFile, reason, use };
    diagnostics.push(pathNotVisible({ path: "auditWebhookConfigFile" }, data));
  }
  if (webhookConfig?.holdsSecret) {
    const places = "the machine config, and in a file that everything on the node can read";
    diagnostics.push(secretInPlainText({ path: "webhook" }, { target: label, places }));
  }
  return diagnostics;
}

function steps(input: TargetInput): Steps {
  const { configuration } = input;
  const { logPath, logDirectory } = configuration;
  return {
    apply: patchSteps(
      input,
      artifacts(input).map(({ path }) => path),
    ),
    verify: [
      "The policy is on the node. If not, Talos could not read it, and says why:",
      `$ talosctl read ${POLICY_PATH} --nodes "$NODE"`,
      '$ talosctl dmesg --nodes "$NODE" | grep -i -e audit',
      ...(logDirectory === undefined
        ? logVerification(configuration, "k8s-app=kube-apiserver")
        : ["The log grows:", `$ talosctl read ${logPath} --nodes "$NODE" | tail -n 1`]),
      ...METRICS_VERIFICATION,
    ],
  };
}
