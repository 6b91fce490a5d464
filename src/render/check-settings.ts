import {
  type Diagnostic,
  directoryTaken,
  logDirectoryShared,
  noBackend,
  settingNotInRelease,
  settingWithoutEffect,
  targetCannotExpress,
  webhookConfigNotRendered,
} from "../diagnostics/index.js";
import { isAtLeast, parseVersion, printVersion, type Version } from "../kubernetes/index.js";
import type { Configuration, FlagValue } from "./configuration.js";
import { AUDIT_FLAGS, CHOICE_RELEASES } from "./flags.js";
import { raiseOldest } from "./kubernetes-range.js";
import { directoryOf } from "./path.js";
import type { AuditSettings } from "./settings.js";
import type { Provider, Target } from "./target.js";
import type { VersionRange } from "./types.js";

/** What the caller set, the policy's path included, without any default. */
function givenFlags(settings: AuditSettings): readonly FlagValue[] {
  return AUDIT_FLAGS.flatMap((flag) => {
    const value = settings[flag.key];
    return value === undefined ? [] : [{ flag, value }];
  });
}

/** A setting as its author wrote it. */
interface GivenSetting {
  readonly path: string;
  readonly setting: string;
}

/** All that the caller set, whatever it is about. */
function givenSettings(settings: AuditSettings): readonly GivenSetting[] {
  const given: GivenSetting[] = givenFlags(settings).map(({ flag }) => ({
    path: flag.key,
    setting: `--${flag.name}`,
  }));
  if (settings.log !== undefined) given.push({ path: "log", setting: "--no-log" });
  if (settings.policyHash) given.push({ path: "policyHash", setting: "--policy-hash" });
  if (settings.webhook !== undefined) given.push({ path: "webhook", setting: "the webhook" });
  return given;
}

/** Settings for a target that renders the policy file alone. */
export function checkUnusedSettings(settings: AuditSettings, label: string): readonly Diagnostic[] {
  const reason = `the target ${label} is the policy file alone`;
  return givenSettings(settings)
    .filter(({ path }) => path !== "auditPolicyFile")
    .map(({ path, setting }) => settingWithoutEffect({ path }, { setting, reason }));
}

/** Settings for a control plane whose flags its provider sets. */
export function checkProvidedSettings(
  settings: AuditSettings,
  { title }: Target,
  provider: Provider,
): readonly Diagnostic[] {
  const instead = insteadOfFlags(provider);
  return givenSettings(settings).map(({ path, setting }) =>
    targetCannotExpress({ path }, { setting, target: title, instead }),
  );
}

/** What to do instead of setting a flag that the provider sets. */
export function insteadOfFlags({ name }: Provider): string {
  return `leave it out: ${name} sets the flags of kube-apiserver`;
}

/** Whether anything records at all, and whether the target and its kube-apiserver know every setting. */
export function checkSettings(
  settings: AuditSettings,
  configuration: Configuration,
  target: Target,
  releases: { readonly label: string; readonly version: Version; readonly newestKubernetes: Version },
): readonly Diagnostic[] {
  const { label, version, newestKubernetes } = releases;
  const diagnostics: Diagnostic[] = [];
  const { logPath, webhookFile } = configuration;
  if (settings.policyHash && !target.policyHash) {
    const reason = `${label} has no name whose change would tell it more`;
    diagnostics.push(settingWithoutEffect({ path: "policyHash" }, { setting: "--policy-hash", reason }));
  }
  if (logPath === undefined && webhookFile === undefined) diagnostics.push(noBackend({ path: "log" }, {}));
  if (webhookFile !== undefined && target.takesWebhook?.(version) === false) {
    const instead = "log to a file, and ship the file";
    diagnostics.push(
      targetCannotExpress({ path: "webhook" }, { setting: "a webhook", target: label, instead }),
    );
  }
  // A flag without effect is no loss on a target that lacks it, but its author should hear what the target has.
  for (const given of givenFlags(settings)) {
    const { flag, value } = given;
    const instead = target.insteadOf?.(given, version);
    if (instead !== undefined) {
      const setting = value === "-" ? `--${flag.name} -` : `--${flag.name}`;
      diagnostics.push(targetCannotExpress({ path: flag.key }, { setting, target: label, instead }));
    }
    diagnostics.push(...checkRelease(given, newestKubernetes));
  }
  if (settings.webhook === undefined && webhookFile !== undefined) {
    diagnostics.push(webhookConfigNotRendered({ path: "auditWebhookConfigFile" }, { path: webhookFile }));
  }
  return diagnostics;
}

/** The releases of the range that know every flag that is rendered. */
export function releasesWithFlags({ flags }: Configuration, range: VersionRange): VersionRange {
  return flags
    .flatMap(({ flag, value }) => [flag.since, CHOICE_RELEASES[String(value)]?.since ?? flag.since])
    .map(parseVersion)
    .reduce<VersionRange>((left, since) => (since ? raiseOldest(left, since) : left), range);
}

function checkRelease({ flag, value }: FlagValue, kubernetes: Version): readonly Diagnostic[] {
  const release = printVersion(kubernetes);
  const place = { path: flag.key };
  if (!isAtLeast(kubernetes, flag.since)) {
    return [settingNotInRelease(place, { setting: `--${flag.name}`, release, since: flag.since })];
  }
  const { since, until } = (flag.choices && CHOICE_RELEASES[String(value)]) ?? {};
  const setting = `--${flag.name} ${value}`;
  if (since !== undefined && !isAtLeast(kubernetes, since)) {
    return [settingNotInRelease(place, { setting, release, since })];
  }
  const last = until === undefined ? undefined : parseVersion(until);
  return last && kubernetes.minor > last.minor
    ? [settingNotInRelease(place, { setting, release, until })]
    : [];
}

/** A directory that kube-apiserver's pod has something else mounted at, or that is read for another purpose. */
export interface TakenDirectory {
  readonly directory: string;
  readonly reason: string;
}

/**
 * The directories of a target that mounts them: two mounts at one path make a pod that the kubelet refuses,
 * and kube-apiserver then never starts.
 */
export function checkDirectories(
  { policyFile, webhookFile, logPath, logDirectory }: Configuration,
  taken: readonly TakenDirectory[],
): readonly Diagnostic[] {
  const readOnly = [
    { path: "auditPolicyFile", setting: "--audit-policy-file", directory: directoryOf(policyFile) },
    ...(webhookFile === undefined
      ? []
      : [
          {
            path: "auditWebhookConfigFile",
            setting: "--audit-webhook-config-file",
            directory: directoryOf(webhookFile),
          },
        ]),
  ];
  const log =
    logDirectory === undefined
      ? []
      : [{ path: "auditLogPath", setting: "--audit-log-path", directory: logDirectory }];
  const diagnostics: Diagnostic[] = [];
  for (const { path, setting, directory } of [...readOnly, ...log]) {
    const reason = taken.find((candidate) => candidate.directory === directory)?.reason;
    if (reason !== undefined) diagnostics.push(directoryTaken({ path }, { setting, directory, reason }));
  }
  const shared = readOnly.find(({ directory }) => directory === logDirectory);
  if (shared && logDirectory !== undefined) {
    const reason = `${shared.setting} is there, and is mounted read-only`;
    diagnostics.push(
      directoryTaken(
        { path: "auditLogPath" },
        { setting: "--audit-log-path", directory: logDirectory, reason },
      ),
    );
  }
  if (logPath !== undefined && logDirectory === "/var/log") {
    diagnostics.push(
      logDirectoryShared({ path: "auditLogPath" }, { path: logPath, directory: logDirectory }),
    );
  }
  return diagnostics;
}
