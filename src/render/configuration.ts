import { type Diagnostic, GenAuditError, settingWithoutEffect } from "../diagnostics/index.js";
import { AUDIT_FLAGS, type AuditFlag } from "./flags.js";
import { directoryOf } from "./path.js";
import type { SettingValue } from "./read-setting.js";
import { type AuditSettings, DEFAULT_SETTINGS } from "./settings.js";

export interface FlagValue {
  readonly flag: AuditFlag;
  readonly value: SettingValue;
}

/** Where a target puts the files that the settings give no path for. */
export interface DefaultPaths {
  readonly policyFile: string;
  readonly logPath: string;
  /** Beside the policy if absent. */
  readonly webhookFile?: string;
}

/** Settings and defaults made into what kube-apiserver is told. */
export interface Configuration {
  /** Every flag that is set and has an effect, in the order of the table; the policy file is first. */
  readonly flags: readonly FlagValue[];
  readonly policyFile: string;
  /** Absent: no log. */
  readonly logPath?: string;
  /** Absent: no log, or one to standard output. */
  readonly logDirectory?: string;
  /** Absent: no webhook. */
  readonly webhookFile?: string;
  /** What the caller set and what is not in `flags`, with the reason. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The name of the webhook's kubeconfig, which by default stands beside the policy. */
const WEBHOOK_FILE = "webhook.kubeconfig";

/** What kube-apiserver is told by these settings on a target with these paths. */
export function configure(settings: AuditSettings, paths: DefaultPaths): Configuration {
  const policyFile = settings.auditPolicyFile ?? paths.policyFile;
  const hasWebhook = settings.webhook !== undefined || settings.auditWebhookConfigFile !== undefined;
  const values: AuditSettings = {
    ...DEFAULT_SETTINGS,
    auditLogPath: paths.logPath,
    ...(hasWebhook && {
      auditWebhookConfigFile: paths.webhookFile ?? `${directoryOf(policyFile)}/${WEBHOOK_FILE}`,
    }),
    ...settings,
    auditPolicyFile: policyFile,
  };
  if (values.auditWebhookConfigFile === policyFile) {
    const message = `--audit-policy-file and --audit-webhook-config-file are one file, ${policyFile}`;
    throw new GenAuditError("bad-setting", message, { help: "give each a name of its own" });
  }
  const flags: FlagValue[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const flag of AUDIT_FLAGS) {
    const value = values[flag.key];
    if (value === undefined) continue;
    const reason = reasonForNoEffect(flag, values, hasWebhook);
    if (reason === undefined) flags.push({ flag, value });
    else if (settings[flag.key] !== undefined) {
      diagnostics.push(settingWithoutEffect({ path: flag.key }, { setting: `--${flag.name}`, reason }));
    }
  }
  const logPath = settings.log === false ? undefined : values.auditLogPath;
  return {
    flags,
    policyFile,
    ...(logPath !== undefined && { logPath }),
    ...(logPath !== undefined && logPath !== "-" && { logDirectory: directoryOf(logPath) }),
    ...(values.auditWebhookConfigFile !== undefined && { webhookFile: values.auditWebhookConfigFile }),
    diagnostics,
  };
}

/** Upstream: k8s.io/apiserver, pkg/server/options/audit.go, wrapBackend, getWriter and the default configurations. */
function reasonForNoEffect(
  { backend, onlyWith }: AuditFlag,
  values: AuditSettings,
  hasWebhook: boolean,
): string | undefined {
  if (backend === "policy") return undefined;
  if (backend === "log" && values.log === false) return "the log is off";
  if (backend === "webhook" && !hasWebhook) return "there is no webhook";
  const isLog = backend === "log";
  const mode = isLog ? (values.auditLogMode ?? "blocking") : (values.auditWebhookMode ?? "batch");
  const throttles = isLog
    ? (values.auditLogBatchThrottleEnable ?? false)
    : (values.auditWebhookBatchThrottleEnable ?? true);
  const truncates = isLog ? values.auditLogTruncateEnabled : values.auditWebhookTruncateEnabled;
  if (onlyWith === "log-file" && values.auditLogPath === "-") return "the log goes to standard output";
  if (onlyWith === "truncate" && !truncates) return `--audit-${backend}-truncate-enabled is not true`;
  if (onlyWith !== "batch" && onlyWith !== "throttle") return undefined;
  if (mode !== "batch") return `--audit-${backend}-mode is ${mode}`;
  return onlyWith === "throttle" && !throttles
    ? `--audit-${backend}-batch-throttle-enable is false`
    : undefined;
}
