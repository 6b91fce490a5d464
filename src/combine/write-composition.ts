import { findDifference, type RequestAuditConfig } from "../analyze/index.js";
import { type Composition, printOrigins, pullOutOfRules } from "../compose/index.js";
import type { Diagnostic } from "../diagnostics/index.js";
import { policySupport } from "../kubernetes/index.js";
import { LEVELS, type Policy, type PolicyRule, STAGES } from "../model/index.js";
import { requireRelease } from "../validate/index.js";
import type { Layer } from "./layer.js";
import { type CombineOptions, requireProof } from "./multiply.js";
import { policyOfSelectors, rulesOfLayer } from "./policy-of-layer.js";

/** A layer as a policy. What all its rules leave out is said once, where one of the policies that it is made of said it so. */
export function writeComposition(
  layer: Layer<RequestAuditConfig>,
  parts: readonly Policy[],
  options: CombineOptions,
  diagnostics: readonly Diagnostic[] = [],
): Composition {
  const support = policySupport(requireRelease(options.kubernetesVersion));
  const rules = rulesOfLayer(layer);
  const origins = rules.map((_, index) => layer[index]?.origins ?? []);
  // Where the whole policy cannot say it, it stays with the rules.
  const wholes = parts.map(({ omitStages = [], omitManagedFields, ...policy }) => ({
    ...policy,
    ...(support.policyOmitStages && { omitStages }),
    ...(support.omitManagedFields && omitManagedFields !== undefined && { omitManagedFields }),
  }));
  const pulled = pullOutOfRules(alignRules(rules), wholes);
  const policy = { ...pulled, rules: pulled.rules.map(withoutIdleFields) };
  const difference = findDifference(
    policy,
    { ...policyOfSelectors([]), rules },
    { ...options, reading: "formal" },
  );
  requireProof(
    difference === "equivalent" ? "proved" : difference === "unknown" ? difference : difference.request,
  );
  return {
    policy,
    origins,
    comments: origins.map((some) => (some.length > 0 ? printOrigins(some) : undefined)),
    diagnostics,
  };
}

/** Rules that record nothing, or no bodies, leave out of that what all others do. */
function alignRules(rules: readonly PolicyRule[]): readonly PolicyRule[] {
  const recording = rules.filter(({ level }) => level !== "None");
  const withBodies = rules.filter(hasBodies);
  const stages = STAGES.filter((stage) =>
    recording.every(({ omitStages = [] }) => omitStages.includes(stage)),
  );
  const omitsManagedFields =
    withBodies.length > 0 && withBodies.every((rule) => rule.omitManagedFields === true);
  return rules.map((rule) => ({
    ...rule,
    ...(rule.level === "None" && recording.length > 0 && stages.length > 0 && { omitStages: stages }),
    ...(!hasBodies(rule) && omitsManagedFields && { omitManagedFields: true }),
  }));
}

/** Without what makes no difference at its level. */
function withoutIdleFields(rule: PolicyRule): PolicyRule {
  const { omitStages, omitManagedFields, ...others } = rule;
  return {
    ...others,
    ...(omitStages && rule.level !== "None" && { omitStages }),
    ...(omitManagedFields !== undefined && hasBodies(rule) && { omitManagedFields }),
  };
}

function hasBodies({ level }: PolicyRule): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf("Request");
}
