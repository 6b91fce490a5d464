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

/** A mount that is wanted, and the present one that it takes the place of; -1 for none. */
export interface PlacedMount extends Mount {
  readonly at: number;
}

/**
 * The mounts that are still wanted beside those that are there: a path that the pod sees already, at the same place and
 * writable where need be, is left as it is mounted. A mount of the same directory, or of the same name, is replaced.
 */
export function placeMounts(
  configuration: Configuration,
  present: readonly PresentMount[],
): readonly PlacedMount[] {
  const isSeen = (path: string, isWritten: boolean): boolean =>
    present.some(
      ({ hostPath, mountPath, readOnly }) =>
        hostPath !== undefined &&
        mountPath !== undefined &&
        isWithin(path, trim(mountPath)) &&
        trim(hostPath) + path.slice(trim(mountPath).length) === path &&
        !(isWritten && readOnly),
    );
  const find = (found: (mount: PresentMount) => boolean): number => present.findIndex(found);
  return mountsOf(configuration).flatMap((mount) => {
    if (neededOf(mount, configuration).every((path) => isSeen(path, !mount.readOnly))) return [];
    const same = find(({ mountPath }) => mountPath !== undefined && trim(mountPath) === mount.directory);
    return [{ ...mount, at: same >= 0 ? same : find(({ name }) => name === mount.name) }];
  });
}

/** Of the log its directory, in which it is rotated; of what is only read the files alone. */
function neededOf(mount: Mount, { policyFile, webhookFile }: Configuration): readonly string[] {
  if (!mount.readOnly) return [mount.directory];
  const files = webhookFile === undefined ? [policyFile] : [policyFile, webhookFile];
  return files.filter((file) => directoryOf(file) === mount.directory);
}

function trim(path: string): string {
  return path.replace(/(?<=.)\/+$/, "");
}
