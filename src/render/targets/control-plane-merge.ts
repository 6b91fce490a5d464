import { isAtLeast, type Version } from "../../kubernetes/index.js";
import {
  type Data,
  type DataObject,
  type DocumentMerge,
  DocumentRefusal,
  isDataObject,
  listAt,
  objectAt,
  stringAt,
} from "../editable-document.js";
import type { TargetRelease } from "../editable-file.js";
import type { TargetInput } from "../target.js";
import { type ApiServerMerge, flagsOf, mergeApiServer } from "./api-server-merge.js";
import { fileEntry, type MachineFile, machineFiles } from "./machine-files.js";
import { formerFiles } from "./present-flags.js";

const TEMPLATE = "KubeadmControlPlaneTemplate";

export function isControlPlane({ apiVersion, kind }: DataObject): boolean {
  return (
    (kind === "KubeadmControlPlane" || kind === TEMPLATE) &&
    typeof apiVersion === "string" &&
    apiVersion.startsWith("controlplane.cluster.x-k8s.io/")
  );
}

/** The first release that serves v1beta2, in which `extraArgs` is a list. */
const V1BETA2_SINCE = "1.11";

export function formsOf(version: Version): readonly string[] {
  return isAtLeast(version, V1BETA2_SINCE) ? ["v1beta2", "v1beta1"] : ["v1beta1"];
}

/** The version of the object, which decides whether `extraArgs` is a list. */
export function formOfControlPlane(
  document: DataObject,
  { version, label }: TargetRelease,
  asked: string | undefined,
): string {
  const form = versionOf(document);
  const known = formsOf(version);
  if (!known.includes(form)) {
    const reason = `is of the form ${form}, which ${label} does not have`;
    throw new DocumentRefusal("apiVersion", reason, `its forms are ${known.join(", ")}`);
  }
  if (asked === undefined || asked === form) return form;
  const reason = `is of the form ${form}, and --form asks for ${asked}`;
  throw new DocumentRefusal("apiVersion", reason, "leave --form out: the file says which it has");
}

function versionOf({ apiVersion }: DataObject): string {
  return String(apiVersion).split("/")[1] ?? "";
}

/**
 * Files, flags and mounts as they are merged into a KubeadmControlPlane, or into a template of one, which has the same one level
 * deeper. A file takes the place of the one with its path, or else of the one that the flag names now.
 */
export function mergeControlPlane(input: TargetInput, document: DataObject): DocumentMerge {
  const isTemplate = document["kind"] === TEMPLATE;
  const outer = objectAt(document, "spec");
  const spec = isTemplate ? objectAt(objectAt(outer, "template"), "spec") : outer;
  const config = objectAt(spec, "kubeadmConfigSpec");
  const apiServer = objectAt(objectAt(config, "clusterConfiguration"), "apiServer");
  const path = `${isTemplate ? "spec.template.spec" : "spec"}.kubeadmConfigSpec.clusterConfiguration.apiServer`;
  const merged = mergeApiServer(input.configuration, apiServer, versionOf(document) !== "v1beta1", path);
  const present = listAt(config, "files");
  const places = new Map<Data, number>();
  const former = formerFiles(flagsOf(apiServer, path));
  const files = machineFiles(input).map((file, index) => {
    const inForce = index === 0 ? former.policyFile : former.webhookFile;
    const found = findFile(file, present, isMounted(inForce, apiServer, merged) ? undefined : inForce);
    const at = [...places.values()].includes(found) ? -1 : found; // One entry is one file.
    const wanted = { ...fileEntry(file), ...leftOut(file, present[at]) };
    places.set(wanted, at);
    return wanted;
  });
  const kubeadmConfigSpec = { files, clusterConfiguration: { apiServer: merged.fragment } };
  return {
    fragment: { spec: isTemplate ? { template: { spec: { kubeadmConfigSpec } } } : { kubeadmConfigSpec } },
    lists: { ...merged.lists, files: (wanted) => places.get(wanted) ?? -1 },
  };
}

/** Upstream: sigs.k8s.io/cluster-api, bootstrap/kubeadm/webhooks/admission/kubeadmconfig.go, validateFiles: a path is there once. */
function findFile({ path }: MachineFile, present: readonly Data[], inForce: string | undefined): number {
  const samePath = present.findIndex((file) => stringAt(file, "path") === path);
  if (samePath >= 0 || inForce === undefined) return samePath;
  return present.findIndex((file) => stringAt(file, "path") === inForce);
}

/** Whether a volume that stays is just this file, so that kube-apiserver does not start without it. */
function isMounted(file: string | undefined, apiServer: DataObject, { replaced }: ApiServerMerge): boolean {
  const volumes = listAt(apiServer, "extraVolumes");
  return volumes.some((volume, at) => stringAt(volume, "hostPath") === file && !replaced.includes(at));
}

/** What would make another content of it: it is written as it is, and comes from one place. */
function leftOut({ secret }: MachineFile, present: Data | undefined): DataObject {
  const keys = ["encoding", "append", "contentFormat", secret ? "content" : "contentFrom"];
  return isDataObject(present)
    ? Object.fromEntries(keys.filter((key) => present[key] !== undefined).map((key) => [key, undefined]))
    : {};
}
