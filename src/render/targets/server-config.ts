import { type Diagnostic, directoryTaken } from "../../diagnostics/index.js";
import type { FlagValue } from "../configuration.js";
import { baseOf, directoryOf, isWithin } from "../path.js";
import type { TargetInput } from "../target.js";
import type { Artifact } from "../types.js";
import { flagText, nodeFiles } from "./pod-mounts.js";

/** What k3s and RKE2 have in common: a file of flags that is read after config.yaml, and files on every server. */

/** The first release on every patch of which `KEY+` adds to a list. */
export const APPEND_SINCE = { major: 1, minor: 22 } as const;

/** Read after the files that sort before it: a later one with the bare key would undo it. */
const DROP_IN_FILE = "90-audit.yaml";

/** A flag as an entry of `kube-apiserver-arg`, which is without dashes. */
export function argumentOf(entry: FlagValue): string {
  return `${entry.flag.name}=${flagText(entry)}`;
}

/** The drop-in, and what it names. */
export function serverFiles(input: TargetInput, folder: string, content: string): readonly Artifact[] {
  return [
    {
      path: `${folder}/config.yaml.d/${DROP_IN_FILE}`,
      content,
      mode: "0600",
      owner: "root:root",
      placement: "control-plane-node",
    },
    ...nodeFiles(input),
  ];
}

/** Commands that put the files on a server. */
export function installCommands(files: readonly Artifact[]): readonly string[] {
  return files.map(
    ({ path, mode }) => `$ sudo install -D -o root -g root -m ${mode} ${baseOf(path)} ${path}`,
  );
}

/** A folder whose files the tool takes for something else, or that it mounts for another purpose. */
export interface ForbiddenFolder {
  readonly directory: string;
  readonly reason: string;
  /** Whether only the log is in the way, and that not below it: it is the one whose directory is mounted. */
  readonly isOnlyForTheLog?: true;
}

/** Files where they would be taken for something else. */
export function checkFolders(
  { configuration }: TargetInput,
  forbidden: readonly ForbiddenFolder[],
): readonly Diagnostic[] {
  const { policyFile, webhookFile, logDirectory } = configuration;
  const directories: readonly (readonly [string, string, string | undefined])[] = [
    ["auditPolicyFile", "--audit-policy-file", directoryOf(policyFile)],
    ["auditWebhookConfigFile", "--audit-webhook-config-file", webhookFile && directoryOf(webhookFile)],
    ["auditLogPath", "--audit-log-path", logDirectory],
  ];
  return directories.flatMap(([path, setting, directory]) => {
    if (directory === undefined) return [];
    const found = forbidden.find((folder) =>
      folder.isOnlyForTheLog
        ? path === "auditLogPath" && folder.directory === directory
        : isWithin(directory, folder.directory),
    );
    return found ? [directoryTaken({ path }, { setting, directory, reason: found.reason })] : [];
  });
}
