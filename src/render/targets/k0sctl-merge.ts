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
import { baseOf } from "../path.js";

/** What is put into a configuration of k0sctl, as plain data: a host stands for every controller. */
export type K0sctlFragment = {
  readonly apiVersion: string;
  readonly kind: string;
  readonly spec: {
    readonly hosts: readonly [K0sctlHost];
    readonly k0s: {
      readonly config: {
        readonly spec: { readonly api: { readonly extraArgs: Readonly<Record<string, string>> } };
      };
    };
  };
};

type K0sctlHost = {
  readonly role: string;
  readonly files: readonly K0sctlFile[];
  readonly hooks: { readonly apply: { readonly before: readonly string[] } };
};

type K0sctlFile = {
  readonly name: string;
  readonly data: string;
  readonly dst: string;
  readonly perm: string;
};

export function isK0sctlCluster({ apiVersion, kind }: DataObject): boolean {
  return (
    kind === "Cluster" && typeof apiVersion === "string" && apiVersion.startsWith("k0sctl.k0sproject.io/")
  );
}

/**
 * A fragment as it is merged into a configuration: flags by their names, and files and hooks into every controller. The file
 * that a flag names now is taken for the wanted one, wherever it is.
 */
export function mergeK0sctl({ spec: { hosts, k0s } }: K0sctlFragment, cluster: DataObject): DocumentMerge {
  const spec = objectAt(cluster, "spec");
  const present = listAt(spec, "hosts");
  const config = objectAt(objectAt(spec, "k0s"), "config");
  const flags = objectAt(objectAt(objectAt(config, "spec"), "api"), "extraArgs");
  const places = new Map<Data, number>();
  const merged = [...present.entries()]
    .filter(([, host]) => isController(host))
    .map(([at, host]) => {
      const wanted = mergeHost(hosts[0], host, flags, places);
      places.set(wanted, at);
      return wanted;
    });
  if (merged.length === 0) {
    throw new DocumentRefusal("spec.hosts", "has no controller", "give a host the role controller");
  }
  const place = (wanted: Data): number => places.get(wanted) ?? -1;
  return {
    fragment: { spec: { hosts: merged, k0s } },
    lists: {
      hosts: place,
      files: place,
      before: (hook, hooks) => findHook(String(hook), hooks, flags),
    },
  };
}

/** Upstream: k0sproject/k0sctl, pkg/apis/k0sctl.k0sproject.io/v1beta1/cluster/hosts.go, Controllers; host.go, Reset */
function isController(host: Data): boolean {
  const role = stringAt(host, "role");
  const isLeaving = isDataObject(host) && host["reset"] === true;
  return !isLeaving && (role === "controller" || role === "controller+worker" || role === "single");
}

function mergeHost(
  { files, hooks }: K0sctlHost,
  host: Data,
  flags: DataObject,
  places: Map<Data, number>,
): DataObject {
  const present = listAt(host, "files");
  const taken = new Set<number>();
  const merged = files.map((file) => {
    const flag = file === files[0] ? "audit-policy-file" : "audit-webhook-config-file";
    const found = findFile(file, present, stringAt(flags, flag));
    const at = taken.has(found) ? -1 : found; // One entry is one file.
    taken.add(at);
    const wanted = mergeFile(file, present[at]);
    places.set(wanted, at);
    return wanted;
  });
  return { files: merged, hooks };
}

function findFile({ dst }: K0sctlFile, present: readonly Data[], inForce: string | undefined): number {
  // A later one is written over an earlier one.
  const samePath = present.findLastIndex((file) => pathOf(file) === dst);
  if (samePath >= 0 || inForce === undefined) return samePath;
  return present.findLastIndex((file) => pathOf(file) === inForce);
}

/** Upstream: k0sproject/k0sctl, phase/uploadfiles.go, uploadFile, uploadData and uploadURL */
function pathOf(file: Data): string | undefined {
  const directory = stringAt(file, "dstDir")?.replace(/\/+$/, "");
  const source = stringAt(file, "src");
  const base = source === undefined ? stringAt(file, "name") : baseOf(source);
  return stringAt(file, "dst") ?? (directory && base && `${directory}/${base}`);
}

/** The text takes the place of a source, and where it goes is written out. */
function mergeFile({ name, ...file }: K0sctlFile, present: Data | undefined): DataObject {
  if (!isDataObject(present)) return { name, ...file };
  const { perm } = present;
  const isSameMode = typeof perm === "number" && perm === Number.parseInt(file.perm, 8); // 0644 is a number.
  return {
    ...file,
    ...(isSameMode && { perm }),
    src: undefined,
    dstDir: undefined,
  };
}

/** The same command, or the one that gives away the file that is moved: it would find nothing there. */
function findHook(wanted: string, present: readonly Data[], flags: DataObject): number {
  const same = present.indexOf(wanted);
  const former = stringAt(flags, "audit-webhook-config-file");
  if (same >= 0 || former === undefined || !wanted.startsWith("sudo chown ")) return same;
  return present.findIndex(
    (hook) => typeof hook === "string" && /^(?:sudo )?chown /.test(hook) && hook.endsWith(` ${former}`),
  );
}
