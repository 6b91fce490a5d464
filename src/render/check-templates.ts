import { type Diagnostic, templateMarker } from "../diagnostics/index.js";
import type { TargetInput } from "./target.js";

/** What begins an expression, a statement or a comment of Jinja. */
const MARKER = /\{[{%#]/;

/**
 * Names and comments that a target would evaluate, since what it puts on nodes goes through Jinja. At the best they are
 * gone then; at the worst every file of the node is.
 */
export function checkTemplates(
  { policy, printPolicy, label }: TargetInput,
  engine: string,
  webhookText = "",
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const [marker] = MARKER.exec(printPolicy()) ?? [];
  if (marker !== undefined) {
    const rule = policy.rules.findIndex((one) => MARKER.test(JSON.stringify(one)));
    const path = rule < 0 ? "" : `rules[${rule}]`;
    const where = rule < 0 ? "a comment of the policy" : path;
    diagnostics.push(templateMarker({ path }, { marker, where, target: label, engine }));
  }
  const [inWebhook] = MARKER.exec(webhookText) ?? [];
  if (inWebhook !== undefined) {
    const data = { marker: inWebhook, where: "the webhook's kubeconfig", target: label, engine };
    diagnostics.push(templateMarker({ path: "webhook" }, data));
  }
  return diagnostics;
}
