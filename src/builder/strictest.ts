import { composeStrictest, composeWidest } from "../combine/index.js";
import type { Composition, PolicyPart } from "../compose/index.js";
import type { Policy } from "../model/index.js";
import { getPreset, type PresetName } from "../presets/index.js";
import { Chain } from "./chain.js";
import type { PolicyBuilder } from "./policy-builder.js";

/**
 * Starts a policy that records of each request what all of some presets and policies record of it, see `composeStrictest`: the order
 * in which they are given makes no difference.
 *
 * @throws NotComposableError where no list of rules says it. GenAuditError `unknown-preset` for a name that no preset has.
 *
 * @example
 * const quiet = auditPolicy().rule("None", { userGroups: ["system:nodes"] }).otherwise("RequestResponse").build().policy;
 * const { policy } = strictest(quiet, "metadata-only").atLeast("Metadata", { verbs: ["delete"] }).build();
 * policy.rules.map(({ level }) => level).join(", "); // Metadata, None, Metadata
 */
export function strictest(...sources: readonly (PresetName | Policy)[]): PolicyBuilder {
  return startWith(composeStrictest(sources.map(toPart)));
}

/**
 * Starts a policy that records of each request what any of some presets and policies records of it, see `composeWidest`.
 *
 * @throws NotComposableError, GenAuditError as `strictest` does.
 *
 * @example
 * const secrets = auditPolicy()
 *   .rule("Metadata", { resources: [{ group: "", resources: ["secrets"] }] })
 *   .build().policy;
 * const tokens = auditPolicy().rule("Metadata", { resources: [{ group: "authentication.k8s.io" }] }).build().policy;
 * widest(secrets, tokens).build().policy.rules.length; // 2
 */
export function widest(...sources: readonly (PresetName | Policy)[]): PolicyBuilder {
  return startWith(composeWidest(sources.map(toPart)));
}

/** What the combination says for all of its rules, the builder does. */
function startWith({ policy, origins }: Composition): PolicyBuilder {
  const { omitStages, omitManagedFields, ...rest } = policy;
  const options = {
    ...(omitStages && { omitStages }),
    ...(omitManagedFields !== undefined && { omitManagedFields }),
  };
  return new Chain(options, [{ name: "combination", policy: rest, origins }]);
}

function toPart(source: PresetName | Policy, index: number): PolicyPart {
  if (typeof source !== "string") return { policy: structuredClone(source), name: `policy ${index + 1}` };
  const { policy, reasons } = getPreset(source);
  return { policy, reasons, name: `preset ${source}` };
}
