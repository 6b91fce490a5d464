import { isAtLeast } from "../../kubernetes/index.js";
import type { TargetInput } from "../target.js";
import { DOCUMENTS_SINCE } from "./talos-flags.js";

/** The steps to patch the machine configs of a cluster. */
export function patchSteps(input: TargetInput, files: readonly string[]): readonly string[] {
  const { version, form } = input;
  const isInline = form !== "documents";
  const knowsDocuments = isAtLeast(version, DOCUMENTS_SINCE);
  const patches = (flag: string): string => files.map((file) => `${flag} @${file}`).join(" ");
  return [
    ...versionSteps(input, "patch"),
    ...(knowsDocuments ? formSteps(isInline) : []),
    ...webhookSteps(input),
    "Patch the control-plane nodes, one after the other:",
    `$ talosctl patch machineconfig --nodes "$NODE" ${patches("--patch")}`,
    ...(knowsDocuments && isInline
      ? [] // Its own machine configs hold documents.
      : [
          "For a new cluster:",
          `$ talosctl gen config "$CLUSTER" "$ENDPOINT" ${patches("--config-patch-control-plane")}`,
        ]),
    "A policy that is changed later is patched in the same way: Talos starts kube-apiserver again for it.",
  ];
}

/** The steps to apply a whole machine config. */
export function configSteps(input: TargetInput, file: string): readonly string[] {
  return [
    ...versionSteps(input, "file"),
    "Check the file, for metal, cloud or container. What the policy says is read on the node alone:",
    `$ talosctl validate --config ${file} --mode "$MODE"`,
    ...(input.configuration.webhookFile === undefined
      ? []
      : ["A file of the machine is written at boot, so Talos restarts the node."]),
    "Apply it to the control-plane nodes that it is for, one after the other:",
    `$ talosctl apply-config --nodes "$NODE" --file ${file}`,
    "A policy that is changed later is applied in the same way: Talos starts kube-apiserver again for it.",
  ];
}

function versionSteps({ label }: TargetInput, file: string): readonly string[] {
  return [
    `Check that each control-plane node has the version that the ${file} is for (the Tag below Server), ${label}:`,
    '$ talosctl version --nodes "$NODE"',
  ];
}

function webhookSteps({ configuration }: TargetInput): readonly string[] {
  if (configuration.webhookFile === undefined) return [];
  return [
    "Talos adds to lists: patch an extra volume or a file that is there already by talosctl edit machineconfig. A file is written at boot, so Talos restarts the node.",
  ];
}

/** A config keeps its shape when Talos is upgraded, so that the version alone tells nothing. */
function formSteps(inline: boolean): readonly string[] {
  const [expected, other] = inline
    ? ["auditPolicy, and no KubeAuditPolicyConfig", "documents"]
    : ["KubeAuditPolicyConfig, and no auditPolicy", "inline"];
  return [
    `Check where the machine config has its policy. For this patch it is ${expected}; else take --form ${other}:`,
    `$ talosctl get machineconfig v1alpha1 -o yaml --nodes "$NODE" | grep -E 'auditPolicy:|KubeAuditPolicyConfig'`,
  ];
}
