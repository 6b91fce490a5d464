import { AUDIT_FLAGS, flagOfKey } from "./flags.js";
import { badSetting, readSetting, type SettingValue } from "./read-setting.js";
import type { AuditSettings, FlagSettings } from "./settings.js";

/**
 * The settings with every value checked and in the form that is rendered; `30` and `"30"` come out alike.
 * Throws a `GenAuditError` for a value that kube-apiserver would refuse, or that would fill a disk (0 files, days, bytes).
 */
export function canonicalSettings(
  settings: Readonly<Record<string, unknown>> | AuditSettings,
): AuditSettings {
  const values: Record<string, SettingValue> = {};
  const given: Readonly<Record<string, unknown>> = { ...settings };
  for (const flag of AUDIT_FLAGS) {
    const input = given[flag.key];
    if (input !== undefined) values[flag.key] = readSetting(flag, input);
  }
  const checked: FlagSettings = values; // readSetting gave each key the type of its flag
  refuseTruncation(checked, "Log");
  refuseTruncation(checked, "Webhook");
  refuseThrottle(checked);
  const { log, webhook, policyHash } = settings as AuditSettings; // the three that are no flags
  return {
    ...checked,
    ...(log !== undefined && { log }),
    ...(webhook !== undefined && { webhook }),
    ...(policyHash !== undefined && { policyHash }),
  };
}

/** Upstream's defaults, which a single given size must fit. */
const DEFAULT_BATCH_BYTES = 10_485_760;
const DEFAULT_EVENT_BYTES = 102_400;

/** Upstream: k8s.io/apiserver, pkg/server/options/audit.go, AuditTruncateOptions.Validate: checked even where truncation is off. */
function refuseTruncation(settings: FlagSettings, backend: "Log" | "Webhook"): void {
  const batch = settings[`audit${backend}TruncateMaxBatchSize`] ?? DEFAULT_BATCH_BYTES;
  const event = settings[`audit${backend}TruncateMaxEventSize`] ?? DEFAULT_EVENT_BYTES;
  if (event <= batch) return;
  throw badSetting(
    flagOfKey(`audit${backend}TruncateMaxEventSize`),
    `is ${event} bytes and must not exceed --${flagOfKey(`audit${backend}TruncateMaxBatchSize`).name}, ${batch} bytes`,
  );
}

/**
 * The log backend's own rate and burst are 0, unlike the webhook's, and kube-apiserver refuses them once it throttles.
 *
 * Upstream: k8s.io/apiserver, pkg/server/options/audit.go, defaultLogBatchConfig and validateBackendBatchOptions
 */
function refuseThrottle(settings: FlagSettings): void {
  if (settings.auditLogMode !== "batch" || !settings.auditLogBatchThrottleEnable) return;
  if (settings.auditLogBatchThrottleQps !== undefined && settings.auditLogBatchThrottleBurst !== undefined)
    return;
  throw badSetting(
    flagOfKey("auditLogBatchThrottleEnable"),
    "is true, and then --audit-log-batch-throttle-qps and --audit-log-batch-throttle-burst must be given: they are 0",
  );
}
