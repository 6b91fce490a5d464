import {
  type Data,
  type DataObject,
  type DocumentMerge,
  isDataList,
  isDataObject,
  listAt,
  objectAt,
  stringAt,
} from "../editable-document.js";
import type { TargetInput } from "../target.js";
import { placeMounts } from "./covered-mounts.js";
import { flagText } from "./pod-mounts.js";

export function isClusterConfiguration({ apiVersion, kind }: DataObject): boolean {
  return (
    kind === "ClusterConfiguration" &&
    typeof apiVersion === "string" &&
    apiVersion.startsWith("kubeadm.k8s.io/")
  );
}

/** Flags and mounts as they are merged into a ClusterConfiguration, in the form that it has. */
export function mergeKubeadm({ configuration }: TargetInput, document: DataObject): DocumentMerge {
  const apiServer = objectAt(document, "apiServer");
  const args = configuration.flags.map((entry) => ({ name: entry.flag.name, value: flagText(entry) }));
  const volumes = listAt(apiServer, "extraVolumes");
  const present = volumes.map((volume) => ({
    name: stringAt(volume, "name"),
    hostPath: stringAt(volume, "hostPath"),
    mountPath: stringAt(volume, "mountPath"),
    readOnly: isDataObject(volume) && volume["readOnly"] === true,
  }));
  const places = new Map<Data, number>();
  const extraVolumes = placeMounts(configuration, present).map(({ name, directory, readOnly, type, at }) => {
    const volume = {
      name,
      hostPath: directory,
      mountPath: directory,
      readOnly,
      pathType: type,
    };
    places.set(volume, at);
    return volume;
  });
  return {
    fragment: {
      apiServer: {
        extraArgs: takesList(document)
          ? args
          : Object.fromEntries(args.map(({ name, value }) => [name, value])),
        ...(extraVolumes.length > 0 && { extraVolumes }),
      },
    },
    lists: {
      // Of a flag that is repeated the last counts.
      extraArgs: (wanted, items) =>
        items.findLastIndex((item) => stringAt(item, "name") === stringAt(wanted, "name")),
      extraVolumes: (wanted) => places.get(wanted) ?? -1,
    },
  };
}

/** What is there decides: kind, for one, takes a mapping at any version. */
function takesList(document: DataObject): boolean {
  const present = objectAt(document, "apiServer")["extraArgs"];
  if (isDataList(present)) return true;
  return !isDataObject(present) && !/\/v1(?:alpha\d|beta[123])$/.test(String(document["apiVersion"]));
}
