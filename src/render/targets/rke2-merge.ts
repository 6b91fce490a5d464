import type { Configuration } from "../configuration.js";
import { type DataObject, type DocumentMerge, DocumentRefusal, listAt } from "../editable-document.js";
import type { TargetInput } from "../target.js";
import { argumentOf } from "./server-config.js";
import {
  FIND_ARGUMENTS,
  hasArgument,
  mergeArguments,
  refuseWithoutApiServer,
} from "./server-config-merge.js";

/** RKE2's own key for the policy, which brings a log with it. */
export const POLICY_KEY = "audit-policy-file";

/** As in the drop-in; a policy that is given as a flag wins over the key, and stays where it is. */
export function mergeRke2({ configuration }: TargetInput, config: DataObject): DocumentMerge {
  refuseWithoutApiServer(config);
  refuseExtraMount(config, configuration);
  const { flags, policyFile, logPath } = configuration;
  const hasKey = logPath !== undefined;
  const hasFlag = !hasKey || hasArgument(config, POLICY_KEY);
  const wanted = flags.filter(({ flag }) => hasFlag || flag.name !== POLICY_KEY).map(argumentOf);
  const key = hasKey ? policyFile : undefined;
  return {
    fragment: {
      ...((!hasFlag || config[POLICY_KEY] !== undefined) && { [POLICY_KEY]: key }),
      ...mergeArguments(config, wanted),
    },
    lists: FIND_ARGUMENTS,
  };
}

const EXTRA_MOUNTS = ["kube-apiserver-extra-mount", "kube-apiserver-extra-mount+"];

/**
 * Two mounts at one place are a pod that never starts.
 *
 * Upstream: github.com/rancher/rke2, pkg/podtemplate/podtemplate.go, addExtraMounts
 */
function refuseExtraMount(
  config: DataObject,
  { policyFile, webhookFile, logDirectory }: Configuration,
): void {
  const mounted = [policyFile, webhookFile, logDirectory];
  for (const key of EXTRA_MOUNTS) {
    for (const [at, mount] of listAt(config, key).entries()) {
      const [, place] = String(mount).split(":");
      if (place === undefined || !mounted.includes(place)) continue;
      throw new DocumentRefusal(
        `${key}[${at}]`,
        `mounts ${place}, which RKE2 mounts by itself, and the pod would be refused`,
        "take it out, or choose other paths by --audit-policy-file and --audit-log-path",
      );
    }
  }
}
