import { type Policy, type PolicyRule, pushIntoRules } from "../model/index.js";
import { getPreset, instantiateFragment, listFragments, PRESET_NAMES } from "../presets/index.js";
import { keyWithin } from "./key-within.js";
import { type Parameters, parametersIn } from "./parameters-in.js";

/** A run of rules that a preset or a fragment has. */
export interface Use {
  readonly kind: "preset" | "fragment";
  readonly name: string;
  /** What is said of a fragment. */
  readonly parameters: Parameters;
  /** Why each of its rules is there. */
  readonly reasons: readonly string[];
}

/**
 * What runs of the rules of a policy are known as, by the index of their first rule; the longest where there are several. A rule for
 * every request alone is as easily said as named.
 */
export function findUses(policy: Policy): ReadonlyMap<number, Use> {
  const wanted = policy.rules.map(keyWithin(policy));
  const known = [...presetRuns(policy), ...fragmentRuns(policy)].filter(({ keys }) => keys.length > 0);
  known.sort((a, b) => b.keys.length - a.keys.length);
  const found = new Map<number, Use>();
  for (let at = 0; at < wanted.length; ) {
    const run = known.find(({ keys }) => keys.every((key, index) => key === wanted[at + index]));
    if (run) found.set(at, run.use);
    at += run?.keys.length ?? 1;
  }
  return found;
}

interface Run {
  readonly use: Use;
  readonly keys: readonly string[];
}

/** Those of products are there to be compared with, and change as these do. */
function presetRuns(policy: Policy): readonly Run[] {
  return PRESET_NAMES.map((name) => {
    const { policy: own, reasons, baselineOf } = getPreset(name);
    const isTaken = baselineOf === undefined && own.rules.length > 1;
    const keys = isTaken ? pushIntoRules(own).map(keyWithin(policy)) : [];
    return { use: { kind: "preset", name, parameters: {}, reasons }, keys };
  });
}

function fragmentRuns(policy: Policy): readonly Run[] {
  return listFragments().flatMap((fragment) =>
    parametersIn(fragment, policy.rules).map((parameters): Run => {
      const filled = instantiateFragment(fragment, parameters);
      const rules = filled.map(({ rule }) => rule);
      const reasons = filled.map(({ reason }) => reason);
      const keys = rules.some(isForEverything) ? [] : rules.map(keyWithin(policy));
      return { use: { kind: "fragment", name: fragment.name, parameters, reasons }, keys };
    }),
  );
}

function isForEverything({ level, omitStages, omitManagedFields, ...selector }: PolicyRule): boolean {
  return Object.keys(selector).length === 0;
}
