import type { Configuration } from "../configuration.js";
import type { PlainData } from "../fill-template.js";
import { flagText, mountsOf } from "./pod-mounts.js";

/** `apiServer` of a kubeadm ClusterConfiguration; `extraArgs` is a list since v1beta4, and was a mapping before. */
export function apiServerOf(configuration: Configuration, isList: boolean): PlainData {
  const args = configuration.flags.map((entry) => ({ name: entry.flag.name, value: flagText(entry) }));
  return {
    extraArgs: isList ? args : Object.fromEntries(args.map(({ name, value }) => [name, value])),
    extraVolumes: mountsOf(configuration).map(({ name, directory, readOnly, type }) => ({
      name,
      hostPath: directory,
      mountPath: directory,
      readOnly,
      pathType: type,
    })),
  };
}
