import { canonicalConfig, type RequestAuditConfig } from "../analyze/index.js";
import { LEVELS, type Level, STAGES } from "../model/index.js";

/** What is recorded of a request by all of some policies: by each at its level, or one above it. */
export function leastOf(a: RequestAuditConfig, b: RequestAuditConfig): RequestAuditConfig {
  return canonicalConfig({
    level: LEVELS[Math.min(rank(a.level), rank(b.level))] ?? "None",
    omitStages: [...a.omitStages, ...b.omitStages],
    omitManagedFields: a.omitManagedFields || b.omitManagedFields,
  });
}

/** What is recorded of a request by any of some policies. Of what one does not record, the other decides alone. */
export function mostOf(a: RequestAuditConfig, b: RequestAuditConfig): RequestAuditConfig {
  if (a.level === "None") return b;
  if (b.level === "None") return a;
  return canonicalConfig({
    level: LEVELS[Math.max(rank(a.level), rank(b.level))] ?? "None",
    omitStages: STAGES.filter((stage) => a.omitStages.includes(stage) && b.omitStages.includes(stage)),
    omitManagedFields:
      (a.omitManagedFields || !hasBody(a.level)) && (b.omitManagedFields || !hasBody(b.level)),
  });
}

/** What is left out of all that a policy records. */
export type Omissions = Omit<RequestAuditConfig, "level">;

/** At a level at least. What is recorded only now leaves out what the policy does everywhere. */
export function raise(config: RequestAuditConfig, level: Level, everywhere: Omissions): RequestAuditConfig {
  if (rank(config.level) >= rank(level)) return config;
  return canonicalConfig({
    level,
    omitStages: config.level === "None" ? everywhere.omitStages : config.omitStages,
    omitManagedFields: hasBody(config.level) ? config.omitManagedFields : everywhere.omitManagedFields,
  });
}

/** At a level at most. */
export function lower(config: RequestAuditConfig, level: Level): RequestAuditConfig {
  return rank(config.level) <= rank(level) ? config : canonicalConfig({ ...config, level });
}

function rank(level: Level): number {
  return LEVELS.indexOf(level);
}

function hasBody(level: Level): boolean {
  return rank(level) >= rank("Request");
}
