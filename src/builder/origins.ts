import type { Composition } from "../compose/index.js";
import type { FieldPath, Place } from "../diagnostics/index.js";

/** The source of the rules that a chain writes itself. */
export const OWN_RULES = "the builder's own rules";

/** The chain's own rules counted through, though others may stand between them. */
export function numberOwnRules(origins: Origins): Origins {
  let count = 0;
  return origins.map((some) =>
    some.map((origin) => (origin.source === OWN_RULES ? { ...origin, rule: count++ } : origin)),
  );
}

type Origins = Composition["origins"];

/** A place in the built policy, with what it was spliced in from. */
export function placeWithOrigin(origins: Origins): (path: FieldPath) => Place {
  return (path) => {
    const [rule, index] = /^rules\[(\d+)\]/.exec(path) ?? [];
    const [origin] = origins[Number(index)] ?? [];
    if (origin === undefined || origin.source === OWN_RULES) return { path };
    return { path, related: [{ message: `${rule} is rules[${origin.rule}] of ${origin.source}` }] };
  };
}
