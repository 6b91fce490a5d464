import { invariant } from "../diagnostics/index.js";
import type { FlagSettings } from "./settings.js";

/** What a flag takes. `rate` is a decimal number, `choice` one of the flag's `choices`. */
export type AuditFlagType = "path" | "integer" | "boolean" | "duration" | "rate" | "choice";

/** What has to be so that a flag has any effect, beyond its backend being on. */
export type AuditFlagCondition =
  /** The log goes to a file. */
  | "log-file"
  /** The backend's mode is `batch`. */
  | "batch"
  /** So it is, and batches are throttled. */
  | "throttle"
  /** The backend truncates. */
  | "truncate";

/** One flag of kube-apiserver, with the field of the settings that holds its value. */
export interface AuditFlag {
  /** As kube-apiserver spells it, without the dashes. */
  readonly name: string;
  /** The field of `AuditSettings`. */
  readonly key: keyof FlagSettings;
  readonly backend: "policy" | "log" | "webhook";
  readonly type: AuditFlagType;
  /** What stands for the value in a usage text: `PATH`, `DAYS`, `batch|blocking|blocking-strict`. */
  readonly value: string;
  /** One line. */
  readonly help: string;
  /** The first Kubernetes release that has it, among those since 1.8. */
  readonly since: string;
  /** What a number counts. */
  readonly unit?: string;
  /** The largest number; that of its type where absent. The smallest is 1, or just above 0 for a rate. */
  readonly most?: number;
  readonly choices?: readonly string[];
  readonly onlyWith?: AuditFlagCondition;
}

type Value = Pick<AuditFlag, "type" | "value" | "unit" | "most" | "choices">;

const path: Value = { type: "path", value: "PATH" };
const boolean: Value = { type: "boolean", value: "true|false" };
const duration: Value = { type: "duration", value: "DURATION" };
const rate = (unit: string): Value => ({ type: "rate", value: "NUMBER", unit });
const choice = (...choices: readonly string[]): Value => ({
  type: "choice",
  value: choices.join("|"),
  choices,
});
const integer = (unit: string, most?: number): Value => ({
  type: "integer",
  value: unit.toUpperCase(),
  unit,
  ...(most !== undefined && { most }),
});

const mode: Value = choice("batch", "blocking", "blocking-strict");
const eventVersion: Value = choice("audit.k8s.io/v1", "audit.k8s.io/v1beta1", "audit.k8s.io/v1alpha1");

/** Releases of choices that are younger than their flag, or gone sooner. */
export const CHOICE_RELEASES: Readonly<Record<string, { readonly since?: string; readonly until?: string }>> =
  {
    "blocking-strict": { since: "1.13" },
    "audit.k8s.io/v1": { since: "1.12" },
    "audit.k8s.io/v1beta1": { until: "1.23" },
    "audit.k8s.io/v1alpha1": { until: "1.23" },
  };

// lumberjack multiplies days into nanoseconds: one more overflows, and then every rotated file is deleted.
const MOST_DAYS = 106_751;
// These two are int64 in Go.
const bytes: Value = integer("bytes", Number.MAX_SAFE_INTEGER);

type Row = readonly [
  key: AuditFlag["key"],
  value: Value,
  since: string,
  help: string,
  onlyWith?: AuditFlagCondition,
];

const POLICY_ROWS: Readonly<Record<string, Row>> = {
  "audit-policy-file": ["auditPolicyFile", path, "1.8", "where the policy is on the node"],
};

// biome-ignore format: one flag per line
const LOG_ROWS: Readonly<Record<string, Row>> = {
  "audit-log-path": ["auditLogPath", path, "1.8", "the log file, or - for standard output"],
  "audit-log-format": ["auditLogFormat", choice("json", "legacy"), "1.8", "how events are written (default json)"],
  "audit-log-maxage": ["auditLogMaxAge", integer("days", MOST_DAYS), "1.8", "how long rotated files are kept", "log-file"],
  "audit-log-maxbackup": ["auditLogMaxBackup", integer("files"), "1.8", "how many rotated files are kept", "log-file"],
  "audit-log-maxsize": ["auditLogMaxSize", integer("megabytes"), "1.8", "size at which the file is rotated", "log-file"],
  "audit-log-compress": ["auditLogCompress", boolean, "1.20", "whether rotated files are compressed", "log-file"],
  "audit-log-version": ["auditLogVersion", eventVersion, "1.11", "API version of the events (default audit.k8s.io/v1)"],
  "audit-log-mode": ["auditLogMode", mode, "1.10", "whether requests wait for their events (default blocking)"],
  "audit-log-batch-buffer-size": ["auditLogBatchBufferSize", integer("events"), "1.10", "events to hold; more are dropped (default 10000)", "batch"],
  "audit-log-batch-max-size": ["auditLogBatchMaxSize", integer("events"), "1.10", "most events of a batch (default 1)", "batch"],
  "audit-log-batch-max-wait": ["auditLogBatchMaxWait", duration, "1.10", "longest wait before a batch is sent", "batch"],
  "audit-log-batch-throttle-enable": ["auditLogBatchThrottleEnable", boolean, "1.10", "whether batches are throttled (default false)", "batch"],
  "audit-log-batch-throttle-qps": ["auditLogBatchThrottleQps", rate("batches per second"), "1.10", "most batches per second", "throttle"],
  "audit-log-batch-throttle-burst": ["auditLogBatchThrottleBurst", integer("batches"), "1.10", "most batches at one moment", "throttle"],
  "audit-log-truncate-enabled": ["auditLogTruncateEnabled", boolean, "1.11", "whether large events are cut (default false)"],
  "audit-log-truncate-max-batch-size": ["auditLogTruncateMaxBatchSize", bytes, "1.11", "a larger batch is split (default 10485760)", "truncate"],
  "audit-log-truncate-max-event-size": ["auditLogTruncateMaxEventSize", bytes, "1.11", "a larger event loses its bodies (default 102400)", "truncate"],
};

// biome-ignore format: one flag per line
const WEBHOOK_ROWS: Readonly<Record<string, Row>> = {
  "audit-webhook-config-file": ["auditWebhookConfigFile", path, "1.8", "where the webhook's kubeconfig is on the node"],
  "audit-webhook-initial-backoff": ["auditWebhookInitialBackoff", duration, "1.10", "wait before the first retry (default 10s)"],
  "audit-webhook-version": ["auditWebhookVersion", eventVersion, "1.11", "API version of the events (default audit.k8s.io/v1)"],
  "audit-webhook-mode": ["auditWebhookMode", mode, "1.8", "whether requests wait for their events (default batch)"],
  "audit-webhook-batch-buffer-size": ["auditWebhookBatchBufferSize", integer("events"), "1.9", "events to hold; more are dropped (default 10000)", "batch"],
  "audit-webhook-batch-max-size": ["auditWebhookBatchMaxSize", integer("events"), "1.9", "most events of a batch (default 400)", "batch"],
  "audit-webhook-batch-max-wait": ["auditWebhookBatchMaxWait", duration, "1.9", "longest wait before a batch is sent (default 30s)", "batch"],
  "audit-webhook-batch-throttle-enable": ["auditWebhookBatchThrottleEnable", boolean, "1.10", "whether batches are throttled (default true)", "batch"],
  "audit-webhook-batch-throttle-qps": ["auditWebhookBatchThrottleQps", rate("batches per second"), "1.9", "most batches per second (default 10)", "throttle"],
  "audit-webhook-batch-throttle-burst": ["auditWebhookBatchThrottleBurst", integer("batches"), "1.9", "most batches at one moment (default 15)", "throttle"],
  "audit-webhook-truncate-enabled": ["auditWebhookTruncateEnabled", boolean, "1.11", "whether large events are cut (default false)"],
  "audit-webhook-truncate-max-batch-size": ["auditWebhookTruncateMaxBatchSize", bytes, "1.11", "a larger batch is split (default 10485760)", "truncate"],
  "audit-webhook-truncate-max-event-size": ["auditWebhookTruncateMaxEventSize", bytes, "1.11", "a larger event loses its bodies (default 102400)", "truncate"],
};

/**
 * Every `--audit-*` flag of kube-apiserver, in the order in which they are rendered. Settings, command line, checks
 * and targets all follow this one table.
 *
 * Upstream: `k8s.io/apiserver` `pkg/server/options/audit.go`, `AddFlags`, `Validate`; the first release of each flag from
 * the tags kubernetes-1.8.0 to 1.37.
 */
export const AUDIT_FLAGS: readonly AuditFlag[] = [
  ...flagsOf("policy", POLICY_ROWS),
  ...flagsOf("log", LOG_ROWS),
  ...flagsOf("webhook", WEBHOOK_ROWS),
];

function flagsOf(backend: AuditFlag["backend"], rows: Readonly<Record<string, Row>>): readonly AuditFlag[] {
  return Object.entries(rows).map(([name, [key, value, since, help, onlyWith]]) => ({
    name,
    key,
    backend,
    ...value,
    help,
    since,
    ...(onlyWith && { onlyWith }),
  }));
}

/** The flag that a field of the settings stands for. */
export function flagOfKey(key: keyof FlagSettings): AuditFlag {
  const found = AUDIT_FLAGS.find((candidate) => candidate.key === key);
  invariant(found, `${key} is in the table of flags`);
  return found;
}
