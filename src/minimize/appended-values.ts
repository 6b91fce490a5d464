import type { FieldPath, PolicyEdit } from "../diagnostics/index.js";
import { listSlots } from "./list-slots.js";
import type { Removal } from "./removal.js";
import type { KeptRule } from "./shorten-rules.js";

/** What rules got in their lists as others were merged into them, as edits of the policy as it was. */
export function appendedValues(
  kept: readonly KeptRule[],
  merged: readonly KeptRule[],
  removed: readonly Removal[],
): readonly PolicyEdit[] {
  const before = new Map(kept.map(({ rule, origins: [index] }) => [index, listSlots(rule)]));
  const gone = new Set(removed.map(({ path }) => path));
  return merged.flatMap(({ rule, origins: [index, ...others] }) =>
    others.length === 0
      ? []
      : listSlots(rule).flatMap(({ list, values }) => {
          const had = before.get(index)?.find((slot) => slot.list === list)?.values ?? [];
          const append = originalPath(`rules[${index}].${list}`, gone);
          return values.filter((value) => !had.includes(value)).map((value) => ({ append, value }));
        }),
  );
}

/** The path of one of `resources` before others were taken out in front of it. */
function originalPath(path: FieldPath, gone: ReadonlySet<FieldPath>): FieldPath {
  const [, start, position] = /^(rules\[\d+\]\.resources)\[(\d+)\]/.exec(path) ?? [];
  if (start === undefined) return path;
  let original = 0;
  for (let left = Number(position); ; original++) {
    if (gone.has(`${start}[${original}]`)) continue;
    if (left-- === 0) break;
  }
  return path.replace(/^rules\[\d+\]\.resources\[\d+\]/, `${start}[${original}]`);
}
