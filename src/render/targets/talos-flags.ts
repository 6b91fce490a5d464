import type { FlagValue } from "../configuration.js";
import type { AuditSettings } from "../settings.js";
import { flagText } from "./pod-mounts.js";

/** The first release whose own machine configs hold a document for the policy, and one for kube-apiserver. */
export const DOCUMENTS_SINCE = "1.14";

/** Upstream: siderolabs/talos, pkg/machinery/constants: KubernetesAPIServerConfigDir, KubernetesAuditLogDir */
export const POLICY_PATH = "/system/config/kubernetes/kube-apiserver/auditpolicy.yaml";
export const LOG_DIRECTORY = "/var/log/audit/kube";

/** What Talos tells kube-apiserver unless it is told otherwise; it always records. */
const TALOS_FLAGS: ReadonlyMap<string, string> = new Map([
  ["audit-policy-file", POLICY_PATH],
  ["audit-log-path", `${LOG_DIRECTORY}/kube-apiserver.log`],
  ["audit-log-maxage", "30"],
  ["audit-log-maxbackup", "10"],
  ["audit-log-maxsize", "100"],
]);

/** Whether Talos says it itself, and the caller has not said it. */
export function isTalosOwn(entry: FlagValue, settings: AuditSettings): boolean {
  return (
    entry.flag.backend === "policy" ||
    (settings[entry.flag.key] === undefined && TALOS_FLAGS.get(entry.flag.name) === flagText(entry))
  );
}
