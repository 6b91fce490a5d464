import { isSameConfig, type RequestAuditConfig } from "../analyze/index.js";
import type { PolicySupport } from "../kubernetes/index.js";
import { type Meeting, meetSelectors } from "../request-space/index.js";
import type { Layer, LayerRule } from "./layer.js";
import { NotComposableError } from "./not-composable-error.js";

/** Requests that a rule of one layer and one of another take, and what is said of them together. */
export interface Pair {
  readonly rules: readonly [number, number];
  readonly meeting: Meeting;
  readonly value: RequestAuditConfig;
}

/** How many pairs of rules are worked out before it is called off. */
const MOST_PAIRS = 20_000;

/**
 * All pairs of rules of two layers that take some request both, in the order of the first layer and then of the second: the
 * first pair that takes a request is that of the rules that apply to it. Where a rule can say of each pair what it takes, pairs
 * are left out which later ones of the same first rule make needless.
 *
 * @throws NotComposableError if there are more than 20,000.
 */
export function multiplyLayers<A, B>(
  a: Layer<A>,
  b: Layer<B>,
  combine: (a: A, b: B) => RequestAuditConfig,
  support: PolicySupport,
): readonly Pair[] {
  const all: Pair[] = [];
  const needed: Pair[] = [];
  let isExact = true;
  for (const [index, rule] of a.entries()) {
    const own = pairsOf(index, rule, b, combine, support);
    isExact &&= own.every(({ meeting }) => meeting.isExact);
    all.push(...own);
    needed.push(...withoutNeedless(own, b, support));
    if ((isExact ? needed : all).length > MOST_PAIRS) {
      throw new NotComposableError(
        `there are more than ${MOST_PAIRS.toLocaleString("en")} pairs of rules to combine`,
        { help: "combine smaller policies, or put one behind the other" },
      );
    }
  }
  return isExact ? needed : all;
}

function pairsOf<A, B>(
  index: number,
  rule: LayerRule<A>,
  b: Layer<B>,
  combine: (a: A, b: B) => RequestAuditConfig,
  support: PolicySupport,
): readonly Pair[] {
  return b.flatMap(({ selector, value }, other): readonly Pair[] => {
    const meeting = meetSelectors(rule.selector, selector, support);
    return meeting ? [{ rules: [index, other], meeting, value: combine(rule.value, value) }] : [];
  });
}

/** What all later pairs that have a request in common with one say, too, need not be said; the last takes all that is left. */
function withoutNeedless(pairs: readonly Pair[], b: Layer<unknown>, support: PolicySupport): readonly Pair[] {
  const kept: Pair[] = [];
  for (const pair of pairs.toReversed()) {
    const isOtherwise = (later: Pair): boolean =>
      !isSameConfig(later.value, pair.value) && doMeet(pair, b[later.rules[1]], support);
    if (kept.length === 0 || kept.some(isOtherwise)) kept.push(pair);
  }
  return kept.reverse();
}

function doMeet({ meeting }: Pair, other: LayerRule<unknown> | undefined, support: PolicySupport): boolean {
  return other !== undefined && meeting.forms.some((form) => meetSelectors(form, other.selector, support));
}
