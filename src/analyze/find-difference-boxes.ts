import type { RequestAttributes } from "../model/index.js";
import { findPlausible, narrowTo, pickRequest } from "../request-space/index.js";
import { type Analysis, rangeOf, searchRegions } from "./analysis.js";
import { differingPairs } from "./differing-pairs.js";
import { growBox, type Universe } from "./grow-box.js";
import { auditConfigsOf, isSameConfig, type RequestAuditConfig } from "./request-audit-config.js";
import { boxOf, type RequestBox, subtractBox } from "./request-box.js";

/** Requests of which each of two policies records the same throughout, and not what the other does. */
export interface DifferenceBox {
  readonly box: RequestBox;
  readonly before: RequestAuditConfig;
  readonly after: RequestAuditConfig;
  /** One that is in none of the boxes before. */
  readonly request: RequestAttributes;
}

export interface DifferenceBoxes {
  readonly boxes: readonly DifferenceBox[];
  /** Whether no request is decided differently but those. */
  readonly isComplete: boolean;
}

/**
 * All requests that two policies decide differently, in boxes each of which is as large as it can be; they may overlap. What
 * does not occur in the universe may lie in any of them.
 */
export function findDifferenceBoxes(analysis: Analysis, universe: Universe, most: number): DifferenceBoxes {
  const configs = analysis.policies.map((policy) => auditConfigsOf(policy, analysis.support));
  const boxes: DifferenceBox[] = [];
  const budget = analysis.budget();
  for (const { regions, outside, before, after } of differingPairs(analysis, universe.roots)) {
    let left = boxes.reduce((some, { box }) => some.flatMap((region) => subtractBox(region, box)), regions);
    const avoided = [...outside, rangeOf(universe.impossible)];
    for (;;) {
      const result = searchRegions(left, avoided, budget);
      if (result.found === false) break;
      if (result.found === "unknown" || boxes.length === most) return { boxes, isComplete: false };
      const region = findPlausible(analysis.space, left, avoided, analysis.budget()) ?? result.region;
      const request = pickRequest(analysis.space, region);
      const point = narrowTo(analysis.space, region, request);
      const box = growBox(boxOf(point), {
        analysis,
        universe,
        unwanted: configs.map((some, policy) => {
          const wanted = policy === 0 ? before : after;
          return some.flatMap((config, rule) => (isSameConfig(config, wanted) ? [] : [rule]));
        }),
        budget: analysis.budget(),
      });
      boxes.push({ box, before, after, request });
      left = left.flatMap((region) => subtractBox(region, box));
    }
  }
  return { boxes, isComplete: true };
}
