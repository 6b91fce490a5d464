import type { FieldPath } from "../diagnostics/index.js";

/** The steps of a path: `rules[3].verbs` is `rules`, 3, `verbs`. */
export function parsePath(path: FieldPath): readonly (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([step, index]) =>
    index === undefined ? step : Number(index),
  );
}
