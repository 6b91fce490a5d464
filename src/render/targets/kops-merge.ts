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
import { directoryOf } from "../path.js";
import { type KopsFileAsset, type KopsFragment, WEBHOOK_ASSET } from "./kops-fragment.js";

/** Upstream: k8s.io/kops, pkg/kopscodecs/codecs.go, which also takes the group without its domain */
export function isKopsCluster({ apiVersion, kind }: DataObject): boolean {
  return kind === "Cluster" && typeof apiVersion === "string" && /^kops(?:\.k8s\.io)?\//.test(apiVersion);
}

/**
 * A fragment as it is merged into a cluster. An asset takes the place of the one that the API server reads now, by the path
 * in the cluster's settings, and keeps its name; else of one with its own path, or its own name.
 */
export function mergeKops(fragment: KopsFragment, cluster: DataObject): DocumentMerge {
  const spec = objectAt(cluster, "spec");
  const present = listAt(spec, "fileAssets");
  refuseFilesApart(fragment.spec.kubeAPIServer, spec["kubeAPIServer"]);
  const places = new Map<Data, number>();
  const fileAssets = fragment.spec.fileAssets.map((asset) => {
    const setting = asset.name === WEBHOOK_ASSET ? "auditWebhookConfigFile" : "auditPolicyFile";
    const found = findAsset(asset, present, stringAt(spec["kubeAPIServer"], setting));
    const at = [...places.values()].includes(found) ? -1 : found; // One asset is one file.
    const merged = mergeAsset(asset, present[at]);
    places.set(merged, at);
    return merged;
  });
  return {
    fragment: { spec: { ...fragment.spec, fileAssets } },
    lists: { fileAssets: (wanted) => places.get(wanted) ?? -1 },
  };
}

/** Upstream: k8s.io/kops, nodeup/pkg/model/file_assets.go: the first asset of a path wins, without a word. */
function findAsset(wanted: KopsFileAsset, present: readonly Data[], path: string | undefined): number {
  const inForce = present.findIndex((asset) => path !== undefined && pathOf(asset) === path);
  const samePath = present.findIndex((asset) => pathOf(asset) === wanted.path);
  if (inForce >= 0) return samePath >= 0 && samePath < inForce ? samePath : inForce;
  return samePath >= 0 ? samePath : present.findIndex((asset) => stringAt(asset, "name") === wanted.name);
}

/** Upstream: k8s.io/kops, nodeup/pkg/model/file_assets.go, where a path may be left out */
function pathOf(asset: Data): string | undefined {
  const name = stringAt(asset, "name");
  return stringAt(asset, "path") ?? (name && `/srv/kubernetes/assets/${name}`);
}

function mergeAsset(wanted: KopsFileAsset, present: Data | undefined): DataObject {
  const roles = listAt(present, "roles");
  const hasRoles = roles.length === wanted.roles.length && wanted.roles.every((role) => roles.includes(role));
  return {
    ...wanted,
    name: stringAt(present, "name") ?? wanted.name,
    roles: hasRoles ? roles : wanted.roles, // Their order says nothing.
    // The content is written as it is.
    ...(isDataObject(present) && present["isBase64"] !== false && { isBase64: undefined }),
  };
}

/** A webhook that stays has its kubeconfig where it is, and kube-apiserver sees it only beside the policy. */
function refuseFilesApart(wanted: DataObject, present: Data | undefined): void {
  const kept = stringAt(present, "auditWebhookConfigFile");
  const policyFile = stringAt(wanted, "auditPolicyFile");
  if (kept === undefined || policyFile === undefined || "auditWebhookConfigFile" in wanted) return;
  if (directoryOf(kept) === directoryOf(policyFile)) return;
  throw new DocumentRefusal(
    "spec.kubeAPIServer.auditWebhookConfigFile",
    `stays, and ${kept} is not in the directory of the policy, ${policyFile}`,
    "put the policy beside it by --audit-policy-file, or say where events are sent by --webhook-server",
  );
}
