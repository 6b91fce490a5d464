import { type Diagnostic, rulesAfterCatchAll } from "../diagnostics/index.js";
import { isCatchAll } from "../model/index.js";
import type { PolicyPart } from "./composition.js";

/** The first catch-all of the sequence, if rules stand behind it: none of them can apply. */
export function findRulesAfterCatchAll(parts: readonly PolicyPart[]): readonly Diagnostic[] {
  const sequence = parts.flatMap((part, partIndex) =>
    part.policy.rules.map((rule, index) => ({ part, partIndex, index, catchAll: isCatchAll(rule) })),
  );
  const at = sequence.findIndex(({ catchAll }) => catchAll);
  const found = sequence[at];
  if (found === undefined || at === sequence.length - 1) return [];

  const { part } = found;
  const behind = parts.flatMap(({ name }, partIndex) => {
    const rules = sequence.flatMap((other, index) =>
      index > at && other.partIndex === partIndex ? [`rules[${index}]`] : [],
    );
    return rules.length > 0 ? [{ source: name, rules }] : [];
  });
  // A source that also stands behind the catch-all (a builder's own rules can) does not end with it.
  const endsSource =
    found.index === part.policy.rules.length - 1 && behind.every(({ source }) => source !== part.name);
  return [
    rulesAfterCatchAll(
      { path: `rules[${at}]` },
      {
        catchAll: `rules[${at}]`,
        source: part.name,
        endsSourceOf: endsSource ? part.policy.rules.length : undefined,
        behind,
        anotherBehind: sequence.slice(at + 1).some(({ catchAll }) => catchAll),
      },
    ),
  ];
}
