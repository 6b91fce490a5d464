import { isAtLeast } from "../../kubernetes/index.js";
import {
  type DataObject,
  type DocumentMerge,
  DocumentRefusal,
  isDataList,
  isDataObject,
  objectAt,
} from "../editable-document.js";
import type { TargetInput } from "../target.js";
import { mergeApiServer } from "./api-server-merge.js";

export function isClusterConfiguration({ apiVersion, kind }: DataObject): boolean {
  return (
    kind === "ClusterConfiguration" &&
    typeof apiVersion === "string" &&
    apiVersion.startsWith("kubeadm.k8s.io/")
  );
}

/** Flags and mounts as they are merged into a ClusterConfiguration, in the form that it has. */
export function mergeKubeadm(input: TargetInput, document: DataObject): DocumentMerge {
  refuseOtherVersion(input, document);
  const apiServer = objectAt(document, "apiServer");
  const { fragment, lists } = mergeApiServer(
    input.configuration,
    apiServer,
    takesList(document),
    "apiServer",
  );
  return { fragment: { apiServer: fragment }, ...(lists && { lists }) };
}

/** What is there decides; else what the version says. */
function takesList(document: DataObject): boolean {
  return extraArgsAreList(document) ?? !/\/v1(?:alpha\d|beta[123])$/.test(String(document["apiVersion"]));
}

/** Whether the flags that are there are a list; undefined where there are none. */
export function extraArgsAreList(document: DataObject): boolean | undefined {
  const present = objectAt(document, "apiServer")["extraArgs"];
  if (isDataList(present)) return true;
  return isDataObject(present) ? false : undefined;
}

/**
 * The releases of kubeadm, from 1.22 on, that read a version of its configuration.
 *
 * Upstream: k8s.io/kubernetes, cmd/kubeadm/app/apis/kubeadm/scheme; kubernetes/kubernetes#101129 and #114540
 */
const READ_BY: Readonly<Record<string, { readonly since?: string; readonly until?: string }>> = {
  v1beta1: { until: "1.22" },
  v1beta2: { until: "1.27" },
  v1beta3: { until: "1.37" },
  v1beta4: { since: "1.31" },
};

function refuseOtherVersion({ version, label }: TargetInput, { apiVersion }: DataObject): void {
  const [, name = ""] = String(apiVersion).split("/");
  const { since, until } = READ_BY[name] ?? {};
  const isTooOld = since !== undefined && !isAtLeast(version, since);
  const isTooNew = until !== undefined && isAtLeast(version, until);
  if (!isTooOld && !isTooNew) return;
  throw new DocumentRefusal(
    "apiVersion",
    `is ${String(apiVersion)}, which ${label} does not read`,
    isTooOld
      ? `it is read since kubeadm ${since}: --target kubeadm@${since}`
      : "kubeadm config migrate, of a release before, turns the file into a newer one",
  );
}
