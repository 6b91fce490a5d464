import type { Configuration } from "../configuration.js";

/** Counts by kube-apiserver itself, on every target: events come, and none is lost. */
export const METRICS_VERIFICATION: readonly string[] = [
  "Events are counted, and none is lost (apiserver_audit_error_total stays at 0):",
  "$ kubectl get --raw /metrics | grep -E '^apiserver_audit_(event|error)_total'",
];

/** How to see that the log is written; `label` selects kube-apiserver's pods. */
export function logVerification({ logPath }: Configuration, label: string): readonly string[] {
  if (logPath === undefined) return [];
  if (logPath !== "-") return ["On a control-plane node the log grows:", `$ sudo tail -n 1 ${logPath}`];
  return [
    "Audit events are among the lines of kube-apiserver's own log:",
    `$ kubectl -n kube-system logs -l ${label} --tail=200 | grep -m1 '"kind":"Event"'`,
  ];
}
