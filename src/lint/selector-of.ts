import type { PolicyRule, RequestSelector } from "../model/index.js";

/** What a rule matches, without what it says of it. */
export function selectorOf({
  level,
  omitStages,
  omitManagedFields,
  ...selector
}: PolicyRule): RequestSelector {
  return selector;
}
