import type { Configuration } from "../configuration.js";
import { directoryOf, isWithin } from "../path.js";
import { type Mount, mountsOf } from "./pod-mounts.js";

/** A path of the node that a pod sees already. */
export interface PresentMount {
  readonly name: string | undefined;
  readonly hostPath: string | undefined;
  readonly mountPath: string | undefined;
  readonly readOnly: boolean;
}

/** A mount that is wanted, under the name that it has here. */
export interface PlacedMount extends Mount {
  /** The present one that it takes the place of; -1 for none. */
  readonly at: number;
}

/** What else there is at the place where mounts are put in. */
interface Surroundings {
  /** The files that the flags name now: a mount of such a file alone is of no other use. */
  readonly former: Partial<Pick<Configuration, "policyFile" | "webhookFile">>;
  /** Names that are no mount's, and not free either. */
  readonly taken?: readonly (string | undefined)[];
}

/**
 * The mounts that are still wanted beside those that are there: a path that the pod sees already, at the same place and
 * writable where need be, is left as it is mounted, and a mount at the same place is replaced, or one of the former file alone. Any
 * other stays: a file that is no matter of ours may be in it.
 */
export function placeMounts(
  configuration: Configuration,
  present: readonly PresentMount[],
  { former, taken = [] }: Surroundings,
): readonly PlacedMount[] {
  const isSeen = (path: string, isWritten: boolean): boolean =>
    present.some(
      ({ hostPath, mountPath, readOnly }) =>
        hostPath !== undefined &&
        mountPath !== undefined &&
        isWithin(path, trimPath(mountPath)) &&
        trimPath(hostPath) + path.slice(trimPath(mountPath).length) === path &&
        !(isWritten && readOnly),
    );
  const placed: PlacedMount[] = [];
  for (const mount of mountsOf(configuration)) {
    if (neededOf(mount, configuration).every((path) => isSeen(path, !mount.readOnly))) continue;
    const mountedAt = (path: string | undefined): number =>
      present.findIndex(({ mountPath }) => mountPath !== undefined && trimPath(mountPath) === path);
    const samePlace = mountedAt(mount.directory);
    const at = samePlace >= 0 ? samePlace : mountedAt(formerFileOf(mount, configuration, former));
    const names = [...taken, ...[...present, ...placed].map(({ name }) => name)];
    placed.push({ ...mount, name: present[at]?.name ?? freeName(mount.name, names), at });
  }
  return placed;
}

function formerFileOf(
  { directory, readOnly }: Mount,
  { policyFile }: Configuration,
  former: Surroundings["former"],
): string | undefined {
  if (!readOnly) return undefined;
  return directory === directoryOf(policyFile) ? former.policyFile : former.webhookFile;
}

/** The names of mounts are unique. */
function freeName(name: string, taken: readonly (string | undefined)[]): string {
  let candidate = name;
  for (let count = 2; taken.includes(candidate); count++) candidate = `${name}-${count}`;
  return candidate;
}

/** Of the log its directory, in which it is rotated; of what is only read the files alone. */
function neededOf(mount: Mount, { policyFile, webhookFile }: Configuration): readonly string[] {
  if (!mount.readOnly) return [mount.directory];
  const files = webhookFile === undefined ? [policyFile] : [policyFile, webhookFile];
  return files.filter((file) => directoryOf(file) === mount.directory);
}

/** A directory is the same with and without a slash behind it. */
export function trimPath(path: string): string {
  return path.replace(/(?<=.)\/+$/, "");
}
