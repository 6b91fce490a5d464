import { type Diagnostic, directoryTaken, pathNotVisible } from "../../diagnostics/index.js";
import type { Configuration, DefaultPaths } from "../configuration.js";
import { baseOf, directoryOf, isWithin } from "../path.js";
import { flagText } from "./pod-mounts.js";

/**
 * What a host of k0s is, whoever sets it up: kube-apiserver is a process of the host, with a user of its own. There is
 * nothing to mount, and everything to permit.
 *
 * Upstream: k0sproject/k0s, pkg/constant, ApiserverUser; pkg/component/controller/apiserver.go; pkg/install/users_linux.go
 */
export const K0S_USER = "kube-apiserver";

export const K0S_PATHS: DefaultPaths = {
  policyFile: "/etc/kubernetes/audit/policy.yaml",
  logPath: "/var/log/k0s/audit/audit.log",
};

/** `k0s install` makes the user, and kube-apiserver is root where it is not there yet. */
export const MAKE_USER: string = `id -u ${K0S_USER} >/dev/null 2>&1 || sudo useradd --home /var/lib/k0s --shell /usr/sbin/nologin --system --no-create-home ${K0S_USER}`;

/** The command that makes the log's directory for kube-apiserver, if there is one. */
export function makeLogDirectory({ logDirectory }: Configuration): readonly string[] {
  return logDirectory === undefined ? [] : [`sudo install -d -o ${K0S_USER} -m 0750 ${logDirectory}`];
}

/** `spec.api.extraArgs`: a mapping of strings. */
export function extraArgsOf({ flags }: Configuration): Readonly<Record<string, string>> {
  return Object.fromEntries(flags.map((entry) => [entry.flag.name, flagText(entry)]));
}

/** Directories that are others' too, and must not become kube-apiserver's own. */
const SHARED: readonly string[] = [
  ...["/etc", "/home", "/opt", "/root", "/run", "/srv", "/tmp", "/usr", "/var"],
  ...["/etc/k0s", "/etc/kubernetes", "/run/k0s", "/var/lib", "/var/lib/k0s", "/var/log", "/var/tmp"],
];

/** Files in a directory that kube-apiserver's user cannot get into. */
export function checkFilesWithin(
  { policyFile, webhookFile }: Configuration,
  directory: string,
  reason: string,
): readonly Diagnostic[] {
  const files = [
    { path: "auditPolicyFile", setting: "--audit-policy-file", file: policyFile },
    { path: "auditWebhookConfigFile", setting: "--audit-webhook-config-file", file: webhookFile },
  ];
  return files.flatMap(({ path, setting, file }) => {
    if (file === undefined || !isWithin(directoryOf(file), directory)) return [];
    const use = `use ${directoryOf(K0S_PATHS.policyFile)}/${baseOf(file)}`;
    return [pathNotVisible({ path }, { setting, path: file, reason, use })];
  });
}

/** A log directory that would be taken from others, and files that kube-apiserver's user cannot get to. */
export function checkK0sPaths(configuration: Configuration): readonly Diagnostic[] {
  const { policyFile, webhookFile, logDirectory } = configuration;
  const diagnostics = [
    ...checkFilesWithin(configuration, "/root", `its user ${K0S_USER} cannot get into /root`),
  ];
  if (logDirectory === undefined) return diagnostics;
  const isShared =
    SHARED.includes(logDirectory) ||
    [policyFile, webhookFile].some((file) => file !== undefined && isWithin(file, logDirectory));
  if (isShared) {
    const reason = `the directory is given to the user ${K0S_USER}, and is not its alone`;
    const data = { setting: "--audit-log-path", directory: logDirectory, reason };
    diagnostics.push(directoryTaken({ path: "auditLogPath" }, data));
  }
  return diagnostics;
}

/** The flags and the log on a controller; the pods of the cluster show neither. */
export function k0sVerification({ logPath }: Configuration): readonly string[] {
  return [
    "kube-apiserver runs with the flags, on each controller:",
    "$ pgrep -a kube-apiserver | tr ' ' '\\n' | grep -e --audit-",
    ...(logPath === undefined
      ? []
      : logPath === "-"
        ? [
            "Audit events are among the lines of k0s' own log:",
            `$ sudo journalctl -u k0scontroller | grep -m1 'audit.k8s.io'`,
          ]
        : ["On a controller the log grows:", `$ sudo tail -n 1 ${logPath}`]),
  ];
}
