import {
  type Data,
  type DataObject,
  type DocumentMerge,
  DocumentRefusal,
  listAt,
  objectAt,
  stringAt,
} from "../editable-document.js";
import { isWithin } from "../path.js";
import { flagNameOf } from "./argument-list.js";

/** What is put into a configuration of k3d, as plain data. */
export type K3dFragment = {
  readonly files: readonly K3dFile[];
  readonly options: { readonly k3s: { readonly extraArgs: readonly K3dArgument[] } };
};

type K3dFile = {
  readonly description: string;
  readonly source: string;
  readonly destination: string;
  readonly nodeFilters: readonly string[];
};

type K3dArgument = { readonly arg: string; readonly nodeFilters: readonly string[] };

/** Upstream: github.com/k3d-io/k3d, pkg/config/config.go, FromViper, to which case is all one */
export function isK3dConfig({ apiVersion, kind }: DataObject): boolean {
  return /^simple$/i.test(String(kind)) && /^k3d\.io\//i.test(String(apiVersion));
}

/**
 * A fragment as it is merged into a configuration: arguments by their flags, files by where they go. The file that the flag
 * names now is taken for the policy, wherever it is.
 */
export function mergeK3d(fragment: K3dFragment, config: DataObject): DocumentMerge {
  refuseOldConfig(config);
  const present = listAt(objectAt(config["options"], "k3s"), "extraArgs");
  const files = listAt(config, "files");
  const places = new Map<Data, number>();
  const wanted = fragment.files.map((file) => {
    refuseVolume(file, config);
    const flag = file === fragment.files[0] ? "audit-policy-file" : "audit-webhook-config-file";
    const found = findFile(file, files, valueOfFlag(flag, present));
    const at = [...places.values()].includes(found) ? -1 : found; // One entry is one file.
    const { description, ...placed } = withFilters(file, files[at]);
    const merged = files[at] === undefined ? { description, ...placed } : placed; // Its own, or none.
    places.set(merged, at);
    return merged;
  });
  const extraArgs = fragment.options.k3s.extraArgs.map((argument) =>
    withFilters(argument, present[findK3dArgument(argument, present)]),
  );
  return {
    fragment: { files: wanted, options: { k3s: { extraArgs } } },
    lists: { extraArgs: findK3dArgument, files: (file) => places.get(file) ?? -1 },
  };
}

const ARGUMENT = /^--kube-apiserver-arg=(.*)$/s;

function argumentIn(item: Data | undefined): string | undefined {
  return ARGUMENT.exec(stringAt(item, "arg") ?? "")?.[1];
}

/** Of a flag that is repeated the last counts. */
function findK3dArgument(wanted: Data, present: readonly Data[]): number {
  const name = flagNameOf(argumentIn(wanted));
  return present.findLastIndex((item) => name !== undefined && flagNameOf(argumentIn(item)) === name);
}

function valueOfFlag(flag: string, present: readonly Data[]): string | undefined {
  const item = present[findK3dArgument({ arg: `--kube-apiserver-arg=${flag}` }, present)];
  return argumentIn(item)?.split(/=(.*)/s)[1];
}

function findFile({ destination }: K3dFile, files: readonly Data[], inForce: string | undefined): number {
  const samePath = files.findLastIndex((file) => stringAt(file, "destination") === destination);
  if (samePath >= 0 || inForce === undefined) return samePath;
  return files.findLastIndex((file) => stringAt(file, "destination") === inForce);
}

/** What selects every server, and nothing else, does so by any name. */
function withFilters<Item extends K3dFile | K3dArgument>(item: Item, present: Data | undefined): Item {
  const filters = listAt(present, "nodeFilters");
  const isAllServers = filters.length === 1 && /^servers?:\*$/.test(String(filters[0]));
  return isAllServers ? { ...item, nodeFilters: filters.map(String) } : item;
}

function refuseOldConfig({ apiVersion }: DataObject): void {
  const text = String(apiVersion);
  if (/\/v1alpha5$/i.test(text)) return;
  const reason = `is ${text}, and files belong into k3d.io/v1alpha5`;
  throw new DocumentRefusal("apiVersion", reason, "k3d config migrate turns the file into it");
}

/** k3d copies files into the container, and so onto the host where a volume is. */
function refuseVolume({ destination }: K3dFile, config: DataObject): void {
  const at = listAt(config, "volumes").findIndex((item) => {
    const [, mounted] = (stringAt(item, "volume") ?? "").split(":");
    return mounted !== undefined && mounted !== "" && isWithin(destination, mounted.replace(/\/+$/, ""));
  });
  if (at < 0) return;
  throw new DocumentRefusal(
    `volumes[${at}].volume`,
    `mounts what is at ${destination}, so that k3d would write onto the host`,
    "take the volume out, for the file is in the configuration itself; or choose another path by --audit-policy-file",
  );
}
