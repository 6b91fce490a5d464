import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Choices that follow from a seed alone, so that what a run found can be found again. */
export interface Random {
  /** From 0 to below `limit`. */
  below(limit: number): number;
  chance(probability: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
  /** One to `most` of the values, in any order, none twice. */
  some<Value>(values: readonly Value[], most: number): Value[];
}

export function randomFrom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const below = (limit: number): number => (generator.next() >>> 0) % limit;
  const pick = <Value>(values: readonly Value[]): Value => {
    // INVARIANT: nobody picks from nothing.
    return values[below(values.length)] as Value;
  };
  return {
    below,
    chance: (probability) => below(1 << 20) < probability * (1 << 20),
    pick,
    some: (values, most) => {
      const count = 1 + below(Math.min(most, values.length));
      return [...new Set(Array.from({ length: count }, () => pick(values)))];
    },
  };
}
