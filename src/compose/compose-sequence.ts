import type { Composition, PolicyPart } from "./composition.js";
import { joinParts, printOrigins } from "./join-parts.js";
import { pullOutOfRules } from "./pull-out-of-rules.js";

/**
 * The policies one behind the other: the first part's rules are tried before those of the second.
 *
 * One part is returned as it is. Of several, `omitStages` and `omitManagedFields` of a whole policy go into its
 * rules, so that each rule records what it recorded before, and where all rules agree back up again; `metadata`
 * is left out. Rules behind a catch-all can never apply: they stay, and a diagnostic names them.
 *
 * @example
 * const part = (name: PresetName) => ({ ...getPreset(name), name: `preset ${name}` });
 * composeSequence([part("gce"), part("metadata-only")]).diagnostics[0]?.message;
 * // rules[13], the last rule of preset gce, matches every request, so rules[14] (preset metadata-only) never applies
 */
export function composeSequence(parts: readonly PolicyPart[]): Composition {
  const { rules, origins, diagnostics } = joinParts(parts);
  const [first, ...others] = parts;
  if (first !== undefined && others.length === 0) {
    const comments = origins.map(([origin]) => origin?.reason);
    return { policy: first.policy, origins, comments, diagnostics };
  }
  const policy = pullOutOfRules(
    rules,
    parts.map((part) => part.policy),
  );
  return { policy, origins, comments: origins.map(printOrigins), diagnostics };
}
