import { AUDIT_FLAGS } from "./flags.js";
import { type AuditSettings, DEFAULT_SETTINGS } from "./settings.js";
import type { Target } from "./target.js";

/**
 * Settings, and of those that a preset recommends what nothing else is said of: no flag that would be without effect, nor one
 * that has its value in any case.
 */
export function withRecommended(
  settings: AuditSettings,
  recommended: AuditSettings,
  { hasBackends, defaultPaths }: Target,
  version: Parameters<Target["defaultPaths"]>[0],
): AuditSettings {
  if (!hasBackends) return settings;
  const { log, webhook, auditWebhookConfigFile, auditLogPath = defaultPaths(version).logPath } = settings;
  const isOn = {
    policy: true,
    log: log !== false,
    webhook: webhook !== undefined || auditWebhookConfigFile !== undefined,
  };
  const added = AUDIT_FLAGS.filter(
    ({ backend, onlyWith }) => isOn[backend] && !(onlyWith === "log-file" && auditLogPath === "-"),
  ).flatMap(({ key }) => {
    const value = recommended[key];
    const isDefault = Object.entries(DEFAULT_SETTINGS).some(
      ([name, usual]) => name === key && usual === value,
    );
    return value === undefined || settings[key] !== undefined || isDefault ? [] : [[key, value] as const];
  });
  return { ...settings, ...Object.fromEntries(added) };
}
