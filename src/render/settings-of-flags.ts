import { didYouMean, GenAuditError } from "../diagnostics/index.js";
import { canonicalSettings } from "./canonical-settings.js";
import { AUDIT_FLAGS } from "./flags.js";
import type { AuditSettings } from "./settings.js";

/**
 * Settings by the names of flags, as a preset has them: `audit-log-maxage: 30`.
 *
 * What a preset recommends goes into `recommended` of a request to render.
 *
 * @throws GenAuditError `bad-setting` for a flag that kube-apiserver does not have, and for a value that it does not take.
 *
 * @example
 * settingsOfFlags({ "audit-log-maxage": "90" }); // {"auditLogMaxAge":90}
 */
export function settingsOfFlags(flags: Readonly<Record<string, string | number | boolean>>): AuditSettings {
  const names = AUDIT_FLAGS.map(({ name }) => name);
  const entries = Object.entries(flags).map(([name, value]) => {
    const flag = AUDIT_FLAGS.find((one) => one.name === name);
    if (flag) return [flag.key, value] as const;
    throw new GenAuditError("bad-setting", `there is no flag "${name}"${didYouMean(name, names)}`, {
      help: `flags are ${names.join(", ")}`,
    });
  });
  return canonicalSettings(Object.fromEntries(entries));
}
