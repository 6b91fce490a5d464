import { type Analysis, isSameConfig } from "../analyze/index.js";
import { type Cube, type CubeRange, intersectAll } from "../request-space/index.js";
import { type ListSlot, listSlots } from "./list-slots.js";
import type { KeptRule } from "./shorten-rules.js";

/** A rule, and what it matches. */
interface Item extends KeptRule {
  readonly cubes: readonly Cube[];
}

export interface MergeOptions {
  /**
   * Whether a rule may move past others that match some of its requests, where those are decided alike or by earlier rules. A
   * rule may then be left without need; otherwise what could not go before cannot go afterwards.
   */
  readonly takesOver: boolean;
}

/**
 * Makes one rule of two that record the same and differ in one list. One of them joins the other where that stands, if no rule
 * between them records something else of its requests.
 */
export function mergeRules(
  analysis: Analysis,
  kept: readonly KeptRule[],
  options: MergeOptions,
): readonly KeptRule[] {
  const cubesOf = ({ rule, origins: [index = -1] }: KeptRule): readonly Cube[] =>
    analysis.space.cubesOf(rule, analysis.support, index);
  let items = kept.map((one): Item => ({ ...one, cubes: cubesOf(one) }));
  for (;;) {
    const merged = new Round(analysis, items, cubesOf, options).run();
    if (merged.length === items.length) return items;
    items = merged;
  }
}

/** Goes through the rules once; one that has got a longer list differs from others in more than one, and waits. */
class Round {
  readonly #analysis: Analysis;
  readonly #items: (Item | undefined)[];
  readonly #cubesOf: (rule: KeptRule) => readonly Cube[];
  readonly #takesOver: boolean;
  /** The cubes of all rules, and where those of each begin. */
  #flat: { readonly cubes: readonly Cube[]; readonly starts: readonly number[] } | undefined;

  constructor(
    analysis: Analysis,
    items: readonly Item[],
    cubesOf: (rule: KeptRule) => readonly Cube[],
    { takesOver }: MergeOptions,
  ) {
    this.#takesOver = takesOver;
    this.#analysis = analysis;
    this.#items = [...items];
    this.#cubesOf = cubesOf;
  }

  run(): Item[] {
    const changed = new Set<number>();
    for (const { list, positions } of groupsOfAlike(this.#items)) {
      const free = positions.filter((position) => !changed.has(position));
      for (const one of this.#mergeGroup(free, list)) changed.add(one);
    }
    return this.#items.filter((item) => item !== undefined);
  }

  /** Says which it has changed or taken away. */
  #mergeGroup(positions: readonly number[], list: string): ReadonlySet<number> {
    const changed = new Set<number>();
    for (const [at, later] of positions.entries()) {
      // The nearest first: it has the fewest rules in between.
      for (const earlier of positions.slice(0, at).reverse()) {
        const [one, other] = [this.#items[earlier], this.#items[later]];
        if (!one || !other || !isSameConfig(one.config, other.config)) continue;
        const stays = this.#mayJoin(earlier, later)
          ? earlier
          : this.#mayJoin(later, earlier)
            ? later
            : undefined;
        if (stays === undefined) continue;
        const [into, from] = stays === earlier ? [one, other] : [other, one];
        this.#items[earlier] = undefined;
        this.#items[later] = undefined;
        this.#items[stays] = this.#join(into, from, list);
        this.#flat = undefined;
        changed.add(earlier).add(later);
      }
    }
    return changed;
  }

  /** Whether the requests of a rule are decided alike where another one stands: by no rule between the two otherwise. */
  #mayJoin(into: number, from: number): boolean {
    const [start, end] = [Math.min(into, from) + 1, Math.max(into, from)];
    const moved = this.#items[from];
    if (!moved) return false;
    const requests = intersectAll(this.#analysis.space.roots, moved.cubes);
    for (let between = start; between < end; between++) {
      const other = this.#items[between];
      if (!other || (this.#takesOver && isSameConfig(other.config, moved.config))) continue;
      const regions = intersectAll(requests, other.cubes);
      if (regions.length === 0) continue;
      if (!this.#takesOver) return false;
      // Of what moves up, those that the rule between decides now; of what moves down, those that it would decide.
      const earlier = this.#cubesBefore(Math.min(between, from));
      const { found } = this.#analysis.search(regions, [earlier], this.#analysis.budget());
      if (found !== false) return false;
    }
    return true;
  }

  /** Made anew after each change. */
  #cubesBefore(position: number): CubeRange {
    if (!this.#flat) {
      const starts: number[] = [];
      const cubes: Cube[] = [];
      for (const item of this.#items) {
        starts.push(cubes.length);
        if (item) cubes.push(...item.cubes);
      }
      this.#flat = { cubes, starts };
    }
    const { cubes, starts } = this.#flat;
    return { cubes, start: 0, end: starts[position] ?? cubes.length };
  }

  #join(into: Item, from: Item, list: string): Item {
    const [own, joining] = [slotOf(into, list), slotOf(from, list)];
    const merged: KeptRule = {
      ...into,
      rule: own?.withValues([...new Set([...own.values, ...(joining?.values ?? [])])]) ?? into.rule,
      origins: [...into.origins, ...from.origins],
    };
    return { ...merged, cubes: this.#cubesOf(merged) };
  }
}

function slotOf({ rule }: KeptRule, list: string): ListSlot | undefined {
  return listSlots(rule).find((slot) => slot.list === list);
}

/** Rules that match the same but for one list, by their positions. */
function groupsOfAlike(
  items: readonly (Item | undefined)[],
): readonly { readonly list: string; readonly positions: readonly number[] }[] {
  const groups = new Map<string, { list: string; positions: number[] }>();
  for (const [position, item] of items.entries()) {
    for (const { key, list } of item ? listSlots(item.rule) : []) {
      const group = groups.get(key) ?? { list, positions: [] };
      groups.set(key, group);
      group.positions.push(position);
    }
  }
  return [...groups.values()].filter(({ positions }) => positions.length > 1);
}
