import {
  type DataObject,
  type DocumentMerge,
  DocumentRefusal,
  isDataObject,
  listAt,
  objectAt,
  stringAt,
} from "../editable-document.js";
import type { EditableFile } from "../editable-file.js";
import { directoryOf } from "../path.js";
import type { TargetInput } from "../target.js";
import { fileSteps } from "./kubespray-steps.js";
import { kubesprayVariables, variableOf } from "./kubespray-variables.js";

const VARIABLES = "a file of variables for Kubespray";

/** A file of an inventory's group_vars. Ansible evaluates what is in its values, once it has read them. */
export const kubesprayFile: EditableFile = {
  title: VARIABLES,
  partOf: (document) => (holdsVariables(document) ? VARIABLES : undefined),
  isEmptyTaken: true,
  keepsTemplates: true,
  edit: (input, parts) => {
    const present = parts.get(VARIABLES);
    const merge = mergeVariables(input, present ?? {});
    return present
      ? { merges: new Map([[VARIABLES, merge]]) }
      : { merges: new Map(), added: [{ document: merge.fragment }] };
  },
  apply: fileSteps,
};

/**
 * Whether it may be one: any names that Ansible takes for variables. What says a kind of itself is none, nor is what Talos has.
 *
 * Upstream: ansible/ansible, lib/ansible/utils/vars.py, isidentifier
 */
function holdsVariables(document: DataObject): boolean {
  const names = Object.keys(document);
  const isTalos = names.length > 0 && names.every((name) => TALOS.has(name));
  return !("kind" in document) && !isTalos && names.every((name) => /^[A-Za-z_]\w*$/.test(name));
}

/** What a machine config of Talos, or a patch of one, consists of. */
const TALOS: ReadonlySet<string> = new Set(["version", "debug", "persist", "machine", "cluster"]);

/** The variables as they are merged into those that are there. */
function mergeVariables(input: TargetInput, present: DataObject): DocumentMerge {
  refuseInventory(present);
  const { configuration } = input;
  refuseMounted(present, [directoryOf(configuration.policyFile), configuration.logDirectory]);
  refuseFilesApart(input, present);
  // INVARIANT: the variables are plain data, no nodes of YAML among them.
  const variables = kubesprayVariables(input) as DataObject;
  const entries = Object.entries({
    ...variables,
    ...pathsOf(input, present),
    ...argumentsOf(input, present),
  });
  return { fragment: Object.fromEntries(entries.filter(([name]) => !isLeft(name, input, present))) };
}

/** What is there and may stay: a webhook that nobody asked to turn off, and what Kubespray itself says by default. */
function isLeft(name: string, { settings, policyHash }: TargetInput, present: DataObject): boolean {
  const isDefaultDirectory = [undefined, "/etc/kubernetes"].includes(stringAt(present, "kube_config_dir"));
  const isDefault = isDefaultDirectory && isTemplate(present[name], DEFAULTS.get(name));
  if (name === "kubernetes_audit_webhook") return settings.webhook === undefined;
  if (name === "audit_policy_file")
    return isDefault && settings.auditPolicyFile === undefined && policyHash === undefined;
  if (name === "audit_webhook_config_file") return isDefault && settings.auditWebhookConfigFile === undefined;
  return false;
}

/** Upstream: kubernetes-sigs/kubespray, roles/kubernetes/control-plane/defaults/main/main.yml */
const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ["audit_policy_file", "{{ kube_config_dir }}/audit-policy/apiserver-audit-policy.yaml"],
  ["audit_webhook_config_file", "{{ kube_config_dir }}/audit-policy/apiserver-audit-webhook-config.yaml"],
  ["audit_log_mountpath", "{{ audit_log_path | dirname }}"],
  ["audit_policy_hostpath", "{{ audit_policy_file | dirname }}"],
  ["audit_policy_mountpath", "{{ audit_policy_hostpath }}"],
]);

function isTemplate(value: unknown, template: string | undefined): boolean {
  return typeof value === "string" && value.replaceAll(" ", "") === template?.replaceAll(" ", "");
}

/** What is mounted follows the paths by default; where somebody has said it, it has to be said anew. */
function pathsOf({ configuration }: TargetInput, present: DataObject): DataObject {
  const { policyFile, logDirectory } = configuration;
  const wanted = {
    audit_log_mountpath: logDirectory,
    audit_policy_hostpath: directoryOf(policyFile),
    audit_policy_mountpath: directoryOf(policyFile),
  };
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([name, path]) =>
        path !== undefined && present[name] !== undefined && !isTemplate(present[name], DEFAULTS.get(name)),
    ),
  );
}

/** Of further arguments those are taken out that have a variable: kube-apiserver would be told twice. */
function argumentsOf(input: TargetInput, present: DataObject): DataObject {
  const name = "kube_kubeadm_apiserver_extra_args";
  const args = objectAt(present, name);
  const flags = input.configuration.flags.map(({ flag }) => flag.name);
  const twice = Object.keys(args).filter((flag) => flags.includes(flag) && variableOf(flag) !== undefined);
  if (twice.length === 0) return {};
  const further = kubesprayVariables(input)[name];
  const isEmpty = further === undefined && twice.length === Object.keys(args).length;
  // INVARIANT: a mapping of texts.
  const wanted = (further ?? {}) as DataObject;
  return {
    [name]: isEmpty
      ? undefined
      : { ...wanted, ...Object.fromEntries(twice.map((flag) => [flag, undefined])) },
  };
}

function refuseInventory(document: DataObject): void {
  const all = document["all"];
  if (!isDataObject(all) || !["hosts", "children", "vars"].some((key) => key in all)) return;
  throw new DocumentRefusal(
    "all",
    "is a group of an inventory, and the variables go into a file of their own beside it",
    "give the file in group_vars/k8s_cluster that is to have them; it may be empty",
  );
}

/** Upstream: kubernetes-sigs/kubespray, templates/kubeadm-config.v1beta4.yaml.j2, extraVolumes: a pod mounts a path once. */
function refuseMounted(present: DataObject, directories: readonly (string | undefined)[]): void {
  for (const [index, volume] of listAt(present, "apiserver_extra_volumes").entries()) {
    const path = stringAt(volume, "mountPath")?.replace(/(?<=.)\/+$/, "");
    if (path === undefined || !directories.includes(path)) continue;
    throw new DocumentRefusal(
      `apiserver_extra_volumes[${index}]`,
      `mounts ${path}, and so does Kubespray for the audit configuration`,
      "take it out, or choose another directory by --audit-policy-file or --audit-log-path",
    );
  }
}

/** A webhook that stays has its kubeconfig where it is, and kube-apiserver sees it only beside the policy. */
function refuseFilesApart({ settings, configuration }: TargetInput, present: DataObject): void {
  const file = stringAt(present, "audit_webhook_config_file");
  if (settings.webhook !== undefined || present["kubernetes_audit_webhook"] !== true) return;
  if (file === undefined || file.includes("{{")) return;
  if (directoryOf(file) === directoryOf(configuration.policyFile)) return;
  throw new DocumentRefusal(
    "audit_webhook_config_file",
    `stays, and ${file} is not in the directory of the policy, ${configuration.policyFile}`,
    "put the policy beside it by --audit-policy-file, or say where events are sent by --webhook-server",
  );
}
