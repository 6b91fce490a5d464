import type { PolicyRule } from "./policy.js";
import type { RequestSelector } from "./request-selector.js";

/** What a rule matches, without what it says of it. */
export function selectorOf({
  level,
  omitStages,
  omitManagedFields,
  ...selector
}: PolicyRule): RequestSelector {
  return selector;
}
