import type { Configuration } from "../configuration.js";
import {
  type Data,
  type DataObject,
  DocumentRefusal,
  type InnerTexts,
  isDataList,
  isDataObject,
  listAt,
  objectAt,
  stringAt,
} from "../editable-document.js";
import { type ApiServerParts, mergeApiServer } from "./api-server-merge.js";
import { extraArgsAreList } from "./kubeadm-merge.js";

/**
 * The patches of a kind configuration that are for kubeadm's ClusterConfiguration. kind applies those of the cluster, then those
 * of the node, each as a merge patch: of mappings the last value of a key counts, and of lists the last list.
 *
 * Upstream: sigs.k8s.io/kind, pkg/cluster/internal/create/actions/config/config.go, getKubeadmConfig; pkg/internal/patch
 */
export interface Patch {
  /** `kubeadmConfigPatches[0]` */
  readonly path: string;
  readonly text: string;
  /** Which of the text's documents. */
  readonly document: number;
  readonly data: DataObject;
}

/** The patches below a list, in their order. */
export function patchesIn(holder: DataObject, path: string, texts: InnerTexts): readonly Patch[] {
  return listAt(holder, "kubeadmConfigPatches").flatMap((text, index) => {
    if (typeof text !== "string") return [];
    const place = `${path}kubeadmConfigPatches[${index}]`;
    return [...texts.read(text, place).entries()].flatMap(([document, data]) =>
      isDataObject(data) && data["kind"] === "ClusterConfiguration"
        ? [{ path: place, text, document, data }]
        : [],
    );
  });
}

/** The patches' texts with the flags and the mounts in those that count, by where they stand. */
export function mergePatches(
  configuration: Configuration,
  patches: readonly Patch[],
  texts: InnerTexts,
): ReadonlyMap<string, string> {
  const holders = findHolders(patches);
  const paths = [...new Set([...holders.keys()].map(({ path }) => path))];
  return new Map(
    paths.map((path) => {
      const held = [...holders].filter(([patch]) => patch.path === path);
      const merges = held.map(([{ document, data }, parts]) => {
        const isList = takesList(data, path);
        const apiServer = objectAt(data, "apiServer");
        const merged = mergeApiServer(configuration, apiServer, isList, `${path}.apiServer`, parts);
        return [document, { ...merged, fragment: { apiServer: merged.fragment } }] as const;
      });
      return [path, texts.merge(held[0]?.[0].text ?? "", path, new Map(merges))];
    }),
  );
}

/**
 * The patches that the flags and the mounts go into. One that names a version of kubeadm's configuration is passed over where
 * the node has another, so that each version that is named is looked at by itself.
 */
function findHolders(patches: readonly Patch[]): ReadonlyMap<Patch, ApiServerParts> {
  const holders = new Map<Patch, ApiServerParts>();
  const hold = (patch: Patch, part: keyof ApiServerParts): void => {
    holders.set(patch, { hasArgs: false, hasVolumes: false, ...holders.get(patch), [part]: true });
  };
  const versions = [...new Set(patches.map(({ data }) => stringAt(data, "apiVersion")))];
  const worlds = versions.map((version) =>
    patches.filter(({ data }) => [undefined, version].includes(stringAt(data, "apiVersion"))),
  );
  const volumeHolders = worlds.map((world) => {
    const holder = world.findLast(hasVolumes) ?? world.findLast(hasArgs) ?? world.at(-1);
    if (holder) hold(holder, "hasVolumes");
    const flags = world.findLast(hasAuditFlags) ?? holder;
    if (flags) hold(flags, "hasArgs");
    return holder;
  });
  for (const [index, world] of worlds.entries()) refuseUndone(world, volumeHolders[index], volumeHolders);
  return holders;
}

/** A list that is put into a later patch would take the place of the one in an earlier patch. */
function refuseUndone(
  world: readonly Patch[],
  holder: Patch | undefined,
  holders: readonly (Patch | undefined)[],
): void {
  const last = world.findLast((patch) => holders.includes(patch));
  if (!holder || !last || last === holder || !hasVolumes(holder)) return;
  throw new DocumentRefusal(
    last.path,
    `comes after ${holder.path}, whose extraVolumes would be lost to those that it needs`,
    "put extraVolumes into both, or the two patches into one",
  );
}

function apiServerOf({ data }: Patch): DataObject {
  return objectAt(data, "apiServer");
}

/** Null counts as well: it takes out what earlier patches have. */
function hasVolumes(patch: Patch): boolean {
  return apiServerOf(patch)["extraVolumes"] !== undefined;
}

function hasArgs(patch: Patch): boolean {
  return extraArgsAreList(patch.data) !== undefined;
}

function hasAuditFlags(patch: Patch): boolean {
  const args = apiServerOf(patch)["extraArgs"];
  const names = isDataList(args)
    ? args.map((arg: Data) => stringAt(arg, "name") ?? "")
    : isDataObject(args)
      ? Object.keys(args)
      : [];
  return names.some((name) => name.startsWith("audit-"));
}

/** A mapping is what every kind takes, and kind makes a list of it; not so where the patch names a version that wants a list. */
function takesList(data: DataObject, path: string): boolean {
  const version = stringAt(data, "apiVersion");
  const isList = extraArgsAreList(data);
  const wantsList = version !== undefined && !/\/v1(?:alpha\d|beta[123])$/.test(version);
  if (isList !== false || !wantsList) return isList ?? wantsList;
  throw new DocumentRefusal(
    path,
    `has apiServer.extraArgs as a mapping, which kind passes over in a patch for ${version}`,
    "write a list of names and values, or take apiVersion out of the patch",
  );
}

/** A JSON patch comes after the others, so that what it sets counts. */
export function refuseOverriding(
  holder: DataObject,
  path: string,
  configuration: Configuration,
  texts: InnerTexts,
): void {
  const flags = configuration.flags.map(({ flag }) => `/apiServer/extraArgs/${flag.name}`);
  const taken = ["/apiServer", "/apiServer/extraArgs", "/apiServer/extraVolumes", ...flags];
  for (const [index, patch] of listAt(holder, "kubeadmConfigPatchesJSON6902").entries()) {
    const place = `${path}kubeadmConfigPatchesJSON6902[${index}]`;
    const text = stringAt(patch, "patch");
    if (text === undefined || stringAt(patch, "kind") !== "ClusterConfiguration") continue;
    const operations = texts.read(text, `${place}.patch`).flatMap((data) => (isDataList(data) ? data : []));
    const found = operations
      .map((operation) => stringAt(operation, "path") ?? "")
      .find((one) => taken.includes(one));
    if (found === undefined) continue;
    throw new DocumentRefusal(
      place,
      `sets ${found}, and comes after the patches that the flags go into`,
      "write it as one of kubeadmConfigPatches",
    );
  }
}
