import {
  type DataObject,
  DocumentRefusal,
  type FindItem,
  isDataObject,
  listAt,
} from "../editable-document.js";
import { argumentsAsIn, findArgument } from "./argument-list.js";

/** What k3s and RKE2 have in common where the flags go into a `config.yaml` that is there. */

const ARGUMENTS = "kube-apiserver-arg";
/** Adds to what files before this one say, and so does the same in `config.yaml` and in a file of `config.yaml.d`. */
const MORE_ARGUMENTS = "kube-apiserver-arg+";

/** A configuration says nothing of what it is: it is names of flags, with single values or lists. */
export function isServerConfig({ kind, apiVersion, ...flags }: DataObject): boolean {
  const isFlag = (name: string): boolean => /^[a-z][a-z\d-]*\+?$/.test(name) && !isDataObject(flags[name]);
  return kind === undefined && apiVersion === undefined && Object.keys(flags).every(isFlag);
}

/**
 * The keys whose lists are in force, the last last: a bare key takes the place of what stands above it.
 *
 * Upstream: github.com/k3s-io/k3s, pkg/configfilearg/parser.go, readConfigFile
 */
function keysInForce(config: DataObject): readonly string[] {
  const keys = Object.keys(config).filter((key) => key === ARGUMENTS || key === MORE_ARGUMENTS);
  return keys.slice(Math.max(0, keys.indexOf(ARGUMENTS)));
}

/** Whether a list that is in force has a flag. */
export function hasArgument(config: DataObject, name: string): boolean {
  return keysInForce(config).some((key) => findArgument(name, listAt(config, key)) >= 0);
}

/** Arguments as they are merged into a configuration: each where it is set now, or else at the end. */
export function mergeArguments(config: DataObject, wanted: readonly string[]): DataObject {
  const keys = keysInForce(config);
  for (const key of keys) refuseSingleValue(config, key);
  const last = keys.at(-1) ?? MORE_ARGUMENTS;
  const placed = wanted.map((argument) => ({
    argument,
    key: keys.findLast((key) => findArgument(argument, listAt(config, key)) >= 0) ?? last,
  }));
  const lists = [...keys, ...(keys.length === 0 ? [last] : [])].map((key) => {
    const own = placed.filter((one) => one.key === key).map(({ argument }) => argument);
    return [key, argumentsAsIn(listAt(config, key), own)] as const;
  });
  return Object.fromEntries(lists.filter(([, list]) => list.length > 0));
}

export const FIND_ARGUMENTS: Readonly<Record<string, FindItem>> = {
  [ARGUMENTS]: findArgument,
  [MORE_ARGUMENTS]: findArgument,
};

/** k3s takes it for a list of one, which cannot grow. */
function refuseSingleValue(config: DataObject, key: string): void {
  const value = config[key];
  if (value === undefined || typeof value === "object") return;
  throw new DocumentRefusal(key, "is a single value, where a list belongs", `write it as a list: - ${value}`);
}

/** A server of etcd alone. */
export function refuseWithoutApiServer(config: DataObject): void {
  if (String(config["disable-apiserver"]) !== "true") return;
  throw new DocumentRefusal(
    "disable-apiserver",
    "is true, so that no kube-apiserver runs on this server",
    "take the configuration of a server that runs one",
  );
}

/** Steps that put a server's configuration in its place, unless it is there, and that look for what would undo it. */
export function configSteps(file: string, folder: string, product: string): readonly string[] {
  const isInPlace = file.startsWith(`${folder}/`);
  return [
    ...(isInPlace
      ? []
      : [
          "Put the configuration in its place, on the server that it is of:",
          `$ sudo install -D -o root -g root -m 0600 ${file} ${folder}/config.yaml`,
        ]),
    `The configuration of every other server needs the same. ${product} reads the files of config.yaml.d after it; a later one that sets these flags, or has the bare key ${ARGUMENTS}, would undo it:`,
    `$ sudo grep -rse ${ARGUMENTS} ${folder}/config.yaml.d`,
  ];
}
