import {
  type Data,
  type DataObject,
  type DocumentMerge,
  DocumentRefusal,
  isDataObject,
  listAt,
  objectAt,
  type StatedRelease,
  stringAt,
} from "../editable-document.js";
import type { TargetInput } from "../target.js";
import { type PlacedMount, placeMounts } from "./covered-mounts.js";
import { flagText } from "./pod-mounts.js";
import { formerFiles, type PresentFlag } from "./present-flags.js";
import { refuseMovedFiles } from "./refuse-moved-files.js";

export function isApiServerPod(document: DataObject): boolean {
  return document["kind"] === "Pod" && findContainer(document) >= 0;
}

function findContainer(pod: DataObject): number {
  return listAt(pod["spec"], "containers").findIndex((container) => stringAt(container, "name") === NAME);
}

const NAME = "kube-apiserver";

/** The tag of the image is the release. */
export function imageOf(pod: DataObject): StatedRelease | undefined {
  const own = findContainer(pod);
  const text = stringAt(listAt(pod["spec"], "containers")[own], "image");
  return text === undefined ? undefined : { path: `spec.containers[${own}].image`, text };
}

/** Flags, mounts and volumes as they are merged into the manifest of kube-apiserver. */
export function mergeStaticPod({ configuration }: TargetInput, pod: DataObject): DocumentMerge {
  const own = findContainer(pod);
  const container = listAt(pod["spec"], "containers")[own] ?? {};
  const field = fieldOfFlags(container, `spec.containers[${own}]`);
  const volumes = listAt(pod["spec"], "volumes");
  const mounts = listAt(container, "volumeMounts");
  const present = mounts.map((mount) => {
    const name = stringAt(mount, "name");
    const volume = volumes.find((one) => name !== undefined && stringAt(one, "name") === name);
    return {
      name,
      hostPath: stringAt(objectAt(volume, "hostPath"), "path"),
      // A part of a volume is not where the volume is.
      mountPath: stringAt(mount, "subPath") === undefined ? stringAt(mount, "mountPath") : undefined,
      readOnly: isDataObject(mount) && mount["readOnly"] === true,
    };
  });
  const volumeNames = volumes.map((volume) => stringAt(volume, "name"));
  const places = new Map<Data, number>();
  const there = flagsOf(container, field, `spec.containers[${own}].${field}`);
  const mounted = placeMounts(configuration, present, { former: formerFiles(there), taken: volumeNames });
  refuseMovedFiles(configuration, there, present, mounted);
  const placed = mounted.map((mount) => {
    const { name } = mount;
    const at = volumes.findIndex((volume) => stringAt(volume, "name") === name);
    refuseOtherVolume(volumes[at], `spec.volumes[${at}]`);
    refuseOtherMount(mounts, mount, name, `spec.containers[${own}].volumeMounts`);
    const volumeMount = { name, mountPath: mount.directory, readOnly: mount.readOnly };
    const volume = { name, hostPath: hostPathOf(mount, volumes[at]) };
    places.set(volumeMount, mount.at).set(volume, at);
    return { volumeMount, volume };
  });
  const place = (wanted: Data): number => places.get(wanted) ?? -1;
  const flags = configuration.flags.map((entry) => `--${entry.flag.name}=${flagText(entry)}`);
  return {
    fragment: {
      spec: {
        containers: [
          {
            name: NAME,
            [field]: flags,
            ...(placed.length > 0 && { volumeMounts: placed.map(({ volumeMount }) => volumeMount) }),
          },
        ],
        ...(placed.length > 0 && { volumes: placed.map(({ volume }) => volume) }),
      },
    },
    lists: { containers: () => own, [field]: findFlag, volumeMounts: place, volumes: place },
  };
}

/** Whether the flags stand in `command`, as kubeadm has them, or in `args`. */
function fieldOfFlags(container: Data, path: string): "command" | "args" {
  const isFlag = (item: Data): boolean => typeof item === "string" && item.startsWith("--");
  const [command, args] = [listAt(container, "command"), listAt(container, "args")];
  const field = args.some(isFlag) && !command.some(isFlag) ? "args" : "command";
  const items = field === "args" ? args : command;
  if (!items.some(isFlag)) {
    throw new DocumentRefusal(
      `${path}.${field}`,
      "has no flag of its own, so that kube-apiserver is started in another way",
      "add the flags by hand, where its other flags are",
    );
  }
  const apart = items.findIndex(
    (item, index) =>
      typeof item === "string" && /^--audit-[a-z-]+$/.test(item) && !isFlag(items[index + 1] ?? "--"),
  );
  if (apart >= 0) {
    throw new DocumentRefusal(
      `${path}.${field}[${apart}]`,
      "is a flag whose value is an item of its own",
      `write ${String(items[apart])}=${String(items[apart + 1])}`,
    );
  }
  return field;
}

function flagsOf(container: Data, field: string, path: string): readonly PresentFlag[] {
  return listAt(container, field).flatMap((item, index) => {
    const [, name, value] = /^--([a-z-]+)=(.*)$/s.exec(String(item)) ?? [];
    return name === undefined || value === undefined ? [] : [{ name, value, path: `${path}[${index}]` }];
  });
}

/** Of a flag that is repeated the last counts. */
function findFlag(wanted: Data, present: readonly Data[]): number {
  const [name] = String(wanted).split("=");
  return present.findLastIndex((item) => item === name || String(item).startsWith(`${name}=`));
}

/** A type that fits is kept: what is there works. */
function hostPathOf({ directory, type }: PlacedMount, volume: Data | undefined): DataObject {
  const path = stringAt(objectAt(volume, "hostPath"), "path");
  return path === directory ? { path } : { path: directory, type };
}

function refuseOtherVolume(volume: Data | undefined, path: string): void {
  if (!isDataObject(volume) || isDataObject(volume["hostPath"])) return;
  throw new DocumentRefusal(
    path,
    "is no hostPath, so that the node's files are not in it",
    "give it another name, or mount it elsewhere",
  );
}

/** A part of a volume at the wanted place, and a volume that another mount needs where it is. */
function refuseOtherMount(
  mounts: readonly Data[],
  { directory, at }: PlacedMount,
  name: string,
  path: string,
): void {
  const other = mounts.findIndex(
    (mount, index) =>
      index !== at && (stringAt(mount, "mountPath") === directory || stringAt(mount, "name") === name),
  );
  if (other < 0) return;
  throw new DocumentRefusal(
    `${path}[${other}]`,
    `is in the way of a mount of ${directory} by the name ${name}`,
    "mount that directory by hand, or choose other paths by --audit-policy-file and --audit-log-path",
  );
}
