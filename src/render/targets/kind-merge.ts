import {
  type Data,
  type DataObject,
  type DocumentMerge,
  DocumentRefusal,
  type InnerTexts,
  isDataObject,
  listAt,
  stringAt,
} from "../editable-document.js";
import { fillTemplate } from "../fill-template.js";
import { baseOf, directoryOf, isWithin } from "../path.js";
import type { TargetInput } from "../target.js";
import { TEMPLATES } from "../templates.generated.js";
import { apiServerOf } from "./api-server.js";
import { foldersOf } from "./kind-folders.js";
import { mergePatches, patchesIn, refuseOverriding } from "./kind-patches.js";
import { nodeFiles } from "./pod-mounts.js";

/** Upstream: sigs.k8s.io/kind, pkg/internal/apis/config/encoding/load.go, which reads no other version */
export function isKindCluster({ apiVersion, kind }: DataObject): boolean {
  return kind === "Cluster" && apiVersion === "kind.x-k8s.io/v1alpha4";
}

/** Flags and mounts as they are merged into a configuration: once for the API server, and for each node that runs one. */
export function mergeKind(input: TargetInput, cluster: DataObject, texts: InnerTexts): DocumentMerge {
  const present = listAt(cluster, "nodes");
  const controlPlanes = controlPlanesOf(present);
  const [first] = controlPlanes;
  const path = `nodes[${first}].`;
  const node = first === undefined ? {} : (present[first] ?? {});
  const holders = [[cluster, ""] as const, ...(isDataObject(node) ? [[node, path] as const] : [])];
  for (const [holder, place] of holders) refuseOverriding(holder, place, input.configuration, texts);
  const patches = holders.flatMap(([holder, place]) => patchesIn(holder, place, texts));
  const changed = mergePatches(input.configuration, patches, texts);
  const ofCluster = patchList(cluster, "", changed, patches.length === 0 ? [newPatch(input)] : []);
  const places = new Map<Data, number>();
  // No nodes are one node.
  if (present.length === 0) places.set({ role: "control-plane", ...mountsMerge(input, {}) }, -1);
  for (const at of controlPlanes) {
    const own = at === first && isDataObject(node) ? patchList(node, path, changed, []) : {};
    const item = { ...own, ...mountsMerge(input, present[at] ?? {}) };
    if (Object.keys(item).length > 0) places.set(item, at);
  }
  return {
    fragment: {
      ...ofCluster,
      ...(places.size > 0 && { nodes: [...places.keys()] }),
    },
    lists: { nodes: (wanted) => places.get(wanted) ?? -1, extraMounts: () => -1 },
  };
}

/**
 * The nodes that run an API server, of which the first one's configuration is the cluster's.
 *
 * Upstream: sigs.k8s.io/kind, pkg/apis/config/v1alpha4/default.go, SetDefaultsNode
 */
function controlPlanesOf(nodes: readonly Data[]): readonly number[] {
  const found = [...nodes.keys()].filter(
    (index) => (stringAt(nodes[index], "role") ?? "control-plane") === "control-plane",
  );
  if (found.length > 0 || nodes.length === 0) return found;
  throw new DocumentRefusal("nodes", "has no control-plane node");
}

function newPatch({ configuration }: TargetInput): string {
  return fillTemplate(TEMPLATES["kind/cluster-configuration.yaml"], {
    kind: "ClusterConfiguration",
    apiServer: apiServerOf(configuration, false),
  });
}

/** The whole list, with the texts that are changed; nothing where none is. */
function patchList(
  holder: DataObject,
  path: string,
  changed: ReadonlyMap<string, string>,
  added: readonly string[],
): DataObject {
  const texts = listAt(holder, "kubeadmConfigPatches").map(
    (text, index) => changed.get(`${path}kubeadmConfigPatches[${index}]`) ?? text,
  );
  const isChanged = [...changed.keys()].some((one) => one.startsWith(`${path}kubeadmConfigPatches[`));
  return isChanged || added.length > 0 ? { kubeadmConfigPatches: [...texts, ...added] } : {};
}

/** The mounts that a control-plane node lacks; a folder of the user's that is mounted there already stays. */
function mountsMerge(input: TargetInput, node: Data): DataObject {
  const missing = nodeFiles(input).filter(({ path }) => mountOf(node, path) === undefined);
  const directories = new Set(missing.map(({ path }) => directoryOf(path)));
  const extraMounts = [...foldersOf(input)]
    .filter(([directory]) => directories.has(directory))
    .map(([directory, folder]) => ({ hostPath: `./${folder}`, containerPath: directory, readOnly: true }));
  return extraMounts.length > 0 ? { extraMounts } : {};
}

/** The files of the nodes where the configuration's mounts take them from, each once. */
export function hostFiles(input: TargetInput, cluster: DataObject): readonly HostFile[] {
  const nodes = listAt(cluster, "nodes");
  const controlPlanes = nodes.length === 0 ? [{}] : controlPlanesOf(nodes).map((at) => nodes[at] ?? {});
  const files = controlPlanes.flatMap((node) =>
    nodeFiles(input).map(({ path, content }) => {
      const mount = mountOf(node, path);
      const from = mount && trim(stringAt(mount, "hostPath") ?? "");
      const rest = mount ? path.slice(trim(stringAt(mount, "containerPath") ?? "").length) : "";
      const own = `./${foldersOf(input).get(directoryOf(path))}/${baseOf(path)}`;
      return { path, content, hostPath: from === undefined ? own : from + rest };
    }),
  );
  return files.filter(({ hostPath }, at) => files.findIndex((file) => file.hostPath === hostPath) === at);
}

export interface HostFile {
  /** In the node. */
  readonly path: string;
  readonly content: string;
  /** As the configuration writes it. */
  readonly hostPath: string;
}

/** The innermost mount of a node that a path is in. */
function mountOf(node: Data, path: string): DataObject | undefined {
  const lengthOf = (mount: DataObject): number => trim(stringAt(mount, "containerPath") ?? "").length;
  return listAt(node, "extraMounts")
    .filter(isDataObject)
    .filter((mount) => isWithin(path, trim(stringAt(mount, "containerPath") ?? "")))
    .sort((a, b) => lengthOf(b) - lengthOf(a))[0];
}

function trim(path: string): string {
  return path.replace(/(?<=.)\/+$/, "");
}
