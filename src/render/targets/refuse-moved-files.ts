import type { Configuration } from "../configuration.js";
import { DocumentRefusal } from "../editable-document.js";
import { isWithin } from "../path.js";
import { type PlacedMount, type PresentMount, trimPath } from "./covered-mounts.js";
import type { PresentFlag } from "./present-flags.js";

/** Flags that name a file of the node, and whether it is written. */
const FILE_FLAGS: ReadonlyMap<string, boolean> = new Map([
  ["audit-webhook-config-file", false],
  ["audit-log-path", true],
]);

/** Refuses mounts that would show kube-apiserver another file than before at a path that a flag which stays names. */
export function refuseMovedFiles(
  { flags }: Configuration,
  there: readonly PresentFlag[],
  present: readonly PresentMount[],
  placed: readonly PlacedMount[],
): void {
  const wanted = new Set<string>(flags.map(({ flag }) => flag.name));
  const kept = there.filter(({ name }) => FILE_FLAGS.has(name) && !wanted.has(name));
  const after = [
    ...present.map((mount, at) =>
      withMount(
        mount,
        placed.find((one) => one.at === at),
      ),
    ),
    ...placed.filter(({ at }) => at < 0).map((mount) => withMount(undefined, mount)),
  ];
  for (const { name, value, path } of kept) {
    const before = mountOf(value, present);
    const now = mountOf(value, after);
    const isShown = before === undefined || sourceOf(value, before) === sourceOf(value, now);
    const isWritable = !FILE_FLAGS.get(name) || before?.readOnly === now?.readOnly;
    if (isShown && isWritable) continue;
    throw new DocumentRefusal(
      path,
      `stays, and a mount of ${now?.mountPath} would take ${value} away from kube-apiserver`,
      "choose other directories by --audit-policy-file and --audit-log-path",
    );
  }
}

function withMount(mount: PresentMount | undefined, placed: PlacedMount | undefined): PresentMount {
  if (!placed) return mount ?? NOWHERE;
  const { name, directory, readOnly } = placed;
  return { name, hostPath: directory, mountPath: directory, readOnly };
}

const NOWHERE: PresentMount = { name: undefined, hostPath: undefined, mountPath: undefined, readOnly: true };

/** The innermost mount is what is seen. */
function mountOf(path: string, mounts: readonly PresentMount[]): PresentMount | undefined {
  return mounts
    .filter(({ mountPath }) => mountPath !== undefined && isWithin(path, trimPath(mountPath)))
    .reduce<PresentMount | undefined>(
      (inner, mount) => (lengthOf(mount) > lengthOf(inner) ? mount : inner),
      undefined,
    );
}

function lengthOf(mount: PresentMount | undefined): number {
  return mount?.mountPath === undefined ? 0 : trimPath(mount.mountPath).length;
}

/** Where a path that is seen by a mount is on the node. */
function sourceOf(path: string, mount: PresentMount | undefined): string | undefined {
  if (mount?.mountPath === undefined || mount.hostPath === undefined) return undefined;
  return trimPath(mount.hostPath) + path.slice(trimPath(mount.mountPath).length);
}
