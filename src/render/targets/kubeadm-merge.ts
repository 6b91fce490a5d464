import type { Configuration } from "../configuration.js";
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
  return mergeApiServer(configuration, document, takesList(document));
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

/** What of it is merged, where something else holds the rest. */
export interface ApiServerParts {
  readonly hasArgs: boolean;
  readonly hasVolumes: boolean;
}

/** `apiServer` as it is merged into what holds one, with flags as a list or as a mapping. */
export function mergeApiServer(
  configuration: Configuration,
  document: DataObject,
  isList: boolean,
  { hasArgs, hasVolumes }: ApiServerParts = { hasArgs: true, hasVolumes: true },
): DocumentMerge {
  const args = configuration.flags.map((entry) => ({ name: entry.flag.name, value: flagText(entry) }));
  const places = hasVolumes ? placeVolumes(configuration, document) : new Map<Data, number>();
  return {
    fragment: {
      apiServer: {
        ...(hasArgs && {
          extraArgs: isList ? args : Object.fromEntries(args.map(({ name, value }) => [name, value])),
        }),
        ...(places.size > 0 && { extraVolumes: [...places.keys()] }),
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

/** The volumes that are still wanted, each with the place of the one that it replaces. */
function placeVolumes(configuration: Configuration, document: DataObject): ReadonlyMap<Data, number> {
  const present = listAt(objectAt(document, "apiServer"), "extraVolumes").map((volume) => ({
    name: stringAt(volume, "name"),
    hostPath: stringAt(volume, "hostPath"),
    mountPath: stringAt(volume, "mountPath"),
    readOnly: isDataObject(volume) && volume["readOnly"] === true,
  }));
  const placed = placeMounts(configuration, present);
  return new Map(
    placed.map(({ name, directory, readOnly, type, at }) => [
      { name, hostPath: directory, mountPath: directory, readOnly, pathType: type },
      at,
    ]),
  );
}
