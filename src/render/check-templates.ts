import { type Diagnostic, templateMarker } from "../diagnostics/index.js";
import type { TargetInput } from "./target.js";

/** What begins an expression, a statement or a comment of Jinja. */
export const JINJA: RegExp = /\{[{%#]/;

/**
 * Names and comments that a target would evaluate, since it takes its file, or what it puts on nodes, for a template.
 * At the best they are gone then; at the worst every file of the node is.
 */
export function checkTemplates(
  { policy, printPolicy, label }: TargetInput,
  { engine, begin }: { readonly engine: string; readonly begin: RegExp },
  webhookText = "",
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const [marker] = begin.exec(printPolicy()) ?? [];
  if (marker !== undefined) {
    const rule = policy.rules.findIndex((one) => begin.test(JSON.stringify(one)));
    const path = rule < 0 ? "" : `rules[${rule}]`;
    const where = rule < 0 ? "a comment of the policy" : path;
    diagnostics.push(templateMarker({ path }, { marker, where, target: label, engine }));
  }
  const [inWebhook] = begin.exec(webhookText) ?? [];
  if (inWebhook !== undefined) {
    const data = { marker: inWebhook, where: "the webhook's kubeconfig", target: label, engine };
    diagnostics.push(templateMarker({ path: "webhook" }, data));
  }
  return diagnostics;
}
