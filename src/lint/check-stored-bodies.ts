import type { Diagnostic, DiagnosticFactory } from "../diagnostics/index.js";
import type { Policy, RequestSelector } from "../model/index.js";
import type { Guarantee } from "../prove/index.js";
import { findBreaches } from "./find-breaches.js";
import type { LintContext } from "./lint-rule.js";

export interface StoredBodies {
  readonly level: string;
  /** Those that the rule is for, if it names any. */
  readonly namespaces: readonly string[];
}

/** Says once of each rule that it records what is stored in objects of a resource. */
export function* checkStoredBodies(
  context: LintContext,
  resource: "secrets" | "configmaps",
  guarantee: Guarantee,
  diagnostic: DiagnosticFactory<StoredBodies>,
): Generator<Diagnostic> {
  const said = new Set<number>();
  for (const { request, decision } of findBreaches(context, guarantee, named(context.policy, resource))) {
    if (decision.rule === null || said.has(decision.rule)) continue;
    said.add(decision.rule);
    const { namespaces = [] } = context.policy.rules[decision.rule] ?? {};
    const place = context.place(`rules[${decision.rule}].level`);
    yield diagnostic(place, { level: decision.level, namespaces }, { witness: request });
  }
}

/** Objects that the policy calls by name: whoever did that has thought about what is in them. */
function named({ rules }: Policy, resource: string): readonly RequestSelector[] {
  const entries = rules.flatMap(({ resources = [] }) => resources);
  const resourceNames = entries.flatMap((entry) => entry.resourceNames ?? []);
  return resourceNames.length === 0
    ? []
    : [{ resources: [{ group: "", resources: [resource], resourceNames }] }];
}

export function printNamespaces(namespaces: readonly string[]): string {
  if (namespaces.length === 0) return "";
  return ` in ${namespaces.map((name) => (name === "" ? "the cluster's scope" : `"${name}"`)).join(", ")}`;
}
