import { z } from "zod";
import { didYouMean, GenAuditError } from "../diagnostics/index.js";
import { canonicalSettings } from "./canonical-settings.js";
import { AUDIT_FLAGS } from "./flags.js";
import type { AuditSettings } from "./settings.js";

// INVARIANT: no module of the start-up path imports this one, so that zod is loaded only where settings are given.

const text = z.string().min(1);

const webhookSchema = z.union([
  z.strictObject({ config: text }),
  z.strictObject({
    server: text,
    ca: text.optional(),
    token: text.optional(),
    clientCert: text.optional(),
    clientKey: text.optional(),
  }),
]);

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const settingsSchema = z.strictObject({
  ...Object.fromEntries(AUDIT_FLAGS.map(({ key }) => [key, scalar.optional()])),
  log: z.boolean().optional(),
  webhook: webhookSchema.optional(),
  policyHash: z.boolean().optional(),
});

/**
 * Settings from outside: JSON, a form, a command line. A value is given as itself or as the text of its flag
 * (`30` or `"30"`), and comes back as `renderTarget` writes it (`60s` as `1m0s`).
 *
 * @throws GenAuditError `bad-setting` with the flag, the value and what the flag takes; and for a setting that there is not.
 *
 * @example
 * parseSettings({ auditLogMaxAge: "14", auditWebhookBatchMaxWait: "60s" });
 * // {"auditLogMaxAge":14,"auditWebhookBatchMaxWait":"1m0s"}
 */
export function parseSettings(input: unknown): AuditSettings {
  const result = settingsSchema.safeParse(input);
  if (result.success) return canonicalSettings(withoutAbsent(result.data));
  const [issue] = result.error.issues;
  throw new GenAuditError("bad-setting", issue ? describe(issue) : "the settings cannot be read");
}

function describe(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") {
    const [unknown = ""] = issue.keys;
    const known = issue.path.length === 0 ? Object.keys(settingsSchema.shape) : [];
    return `unknown setting "${[...issue.path, unknown].join(".")}"${didYouMean(unknown, known)}`;
  }
  const [key] = issue.path;
  if (key === undefined) return "the settings are not an object";
  if (key === "webhook")
    return "webhook takes either config, or server with ca, token, clientCert and clientKey, as texts";
  const flag = AUDIT_FLAGS.find((candidate) => candidate.key === key);
  return flag ? `--${flag.name} takes one value` : `${String(key)} takes true or false`;
}

function withoutAbsent(settings: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
