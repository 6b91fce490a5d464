import type { PolicyRule } from "../model/index.js";

/** The rule without lists that have no entries: such a list says what an absent one says, and reads as if it said "nothing". */
export function withoutEmptyLists({ resources = [], ...fields }: PolicyRule): PolicyRule {
  return {
    ...withoutEmptyFields(fields),
    ...(resources.length > 0 && { resources: resources.map(withoutEmptyFields) }),
  };
}

function withoutEmptyFields<Value extends object>(value: Value): Value {
  const fields = Object.entries(value).filter(
    ([, field]) => field !== undefined && !(Array.isArray(field) && field.length === 0),
  );
  return Object.fromEntries(fields) as Value; // only lists go, and in a rule and its resources each of them is optional
}
