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
import { argumentsAsIn, findArgument, flagNameOf } from "./argument-list.js";
import { mergeSelectorFiles, type RancherFile } from "./rancher-files-merge.js";
import { CONTROL_PLANES, isForControlPlanesAlone, selectedControlPlanes } from "./rancher-selectors.js";

/** What is put into a Cluster, before it is known where in it. */
export interface RancherFragment {
  readonly policy: string;
  /** `name=value`, without the policy. */
  readonly args: readonly string[];
  /** The webhook's kubeconfig. */
  readonly file?: RancherFile;
}

export function isRancherCluster({ apiVersion, kind }: DataObject): boolean {
  return (
    kind === "Cluster" && typeof apiVersion === "string" && apiVersion.startsWith("provisioning.cattle.io/")
  );
}

const RKE_CONFIG = "spec.rkeConfig";
const POLICY = "audit-policy-file";
const ARGUMENTS = "kube-apiserver-arg";

/** One of the mappings that RKE2's configuration is put together from, key by key, each over the ones before. */
interface Layer {
  /** `machineGlobalConfig` is -1, below all entries of `machineSelectorConfig`. */
  readonly at: number;
  readonly config: DataObject;
  readonly selected: "all" | "some";
}

/**
 * Policy and flags as they are merged into a Cluster: each key where it is in force on control planes now, else into an entry
 * for control planes alone. Of a list the last one that matches a machine is all that the machine gets, so that it is also set
 * in lists above which are for some of the control planes.
 *
 * Upstream: github.com/rancher/rancher, pkg/capr/planner/config.go, addUserConfig
 */
export function mergeRancher({ policy, args, file }: RancherFragment, cluster: DataObject): DocumentMerge {
  refuseOtherCluster(cluster);
  const rkeConfig = objectAt(objectAt(cluster, "spec"), "rkeConfig");
  const entries = listAt(rkeConfig, "machineSelectorConfig");
  const layers = layersOf(rkeConfig, entries);
  const lists = layersInForce(ARGUMENTS, layers);
  for (const { at, config } of lists) refuseOtherPolicy(config, pathOf(at));
  const configs = new Map<number, DataObject>();
  const set = (at: number, config: DataObject): unknown => configs.set(at, { ...configs.get(at), ...config });
  for (const { at } of orFresh(layersInForce(POLICY, layers), entries)) set(at, { [POLICY]: policy });
  for (const { at, config } of orFresh(lists, entries)) {
    set(at, { [ARGUMENTS]: argumentsAsIn(listAt(config, ARGUMENTS), args) });
  }

  const places = new Map<Data, number>();
  const selectorConfigs = [...configs].flatMap(([at, config]) => {
    if (at < 0) return [];
    const entry = at < entries.length ? { config } : { machineLabelSelector: CONTROL_PLANES, config };
    places.set(entry, at < entries.length ? at : -1);
    return [entry];
  });
  const global = configs.get(GLOBAL);
  const files =
    file && mergeSelectorFiles(file, rkeConfig, valueInForce(lists), `${RKE_CONFIG}.machineSelectorFiles`);
  return {
    fragment: {
      spec: {
        rkeConfig: {
          ...(global && { machineGlobalConfig: global }),
          ...(selectorConfigs.length > 0 && { machineSelectorConfig: selectorConfigs }),
          ...files?.fragment,
        },
      },
    },
    lists: {
      machineSelectorConfig: (wanted) => places.get(wanted) ?? -1,
      [ARGUMENTS]: findArgument,
      ...files?.lists,
    },
  };
}

const GLOBAL = -1;

function layersOf(rkeConfig: DataObject, entries: readonly Data[]): readonly Layer[] {
  const global = { at: GLOBAL, config: objectAt(rkeConfig, "machineGlobalConfig"), selected: "all" } as const;
  return [
    global,
    ...entries.flatMap((entry, at): readonly Layer[] => {
      const selected = selectedControlPlanes(entry);
      return selected === "none" ? [] : [{ at, config: objectAt(entry, "config"), selected }];
    }),
  ];
}

/** The layers whose value of a key some control plane gets; none where no layer has the key. */
function layersInForce(key: string, layers: readonly Layer[]): readonly Layer[] {
  const having = layers.filter(({ config }) => config[key] !== undefined);
  const base = having.findLastIndex(({ selected }) => selected === "all");
  const [first] = having;
  if (base < 0 && first) {
    throw new DocumentRefusal(
      `${pathOf(first.at)}.${key}`,
      "is set for some of the control planes alone, and an entry for all of them would take its place",
      `set ${key} for all control planes in an entry above it, or in machineGlobalConfig`,
    );
  }
  return having.slice(Math.max(0, base));
}

/** Where a key is set now; else the last entry for control planes alone, or a new one. */
function orFresh(
  inForce: readonly Layer[],
  entries: readonly Data[],
): readonly Pick<Layer, "at" | "config">[] {
  if (inForce.length > 0) return inForce;
  const own = entries.findLastIndex(isForControlPlanesAlone);
  return [{ at: own >= 0 ? own : entries.length, config: {} }];
}

function valueInForce(lists: readonly Layer[]): string | undefined {
  const entries = lists.flatMap(({ config }) => listAt(config, ARGUMENTS));
  const entry = entries.findLast((one) => flagNameOf(one) === "audit-webhook-config-file");
  return String(entry ?? "").split(/=(.*)/s)[1];
}

function pathOf(at: number): string {
  return at === GLOBAL
    ? `${RKE_CONFIG}.machineGlobalConfig`
    : `${RKE_CONFIG}.machineSelectorConfig[${at}].config`;
}

/** RKE2 puts its own flags in front of these, so that this one would win. */
function refuseOtherPolicy(config: DataObject, path: string): void {
  const at = findArgument(POLICY, listAt(config, ARGUMENTS));
  if (at < 0) return;
  throw new DocumentRefusal(
    `${path}.${ARGUMENTS}[${at}]`,
    `names a policy of its own, which wins over the key ${POLICY}`,
    "take it out",
  );
}

function refuseOtherCluster(cluster: DataObject): void {
  const spec = objectAt(cluster, "spec");
  if (/\+k3s/.test(stringAt(spec, "kubernetesVersion") ?? "")) {
    throw new DocumentRefusal(
      "spec.kubernetesVersion",
      `is a release of K3s, which has no key ${POLICY}`,
      `put the policy into a Secret that machineSelectorFiles names, and the flags of the target k3s into ${ARGUMENTS}`,
    );
  }
  if (isDataObject(spec["rkeConfig"])) return;
  throw new DocumentRefusal(
    "spec",
    "has no rkeConfig, so that this is no cluster which Rancher makes",
    "set the flags with the tool that made the cluster",
  );
}
