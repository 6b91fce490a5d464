import { LEVELS, type Level, STAGES, type Stage } from "../../src/model/index.js";
import type { Relation } from "./engine.js";

/**
 * What is recorded of a request, as text, such that equal means alike: `Request omitting RequestReceived, managedFields`.
 * At `None` all stages are omitted, and below `Request` managed fields are, whatever the policy says.
 */
export type DecisionClass = string;

const BETWEEN = " omitting ";

export function decisionClass(
  level: Level,
  omitStages: readonly Stage[],
  omitManagedFields: boolean,
): DecisionClass {
  const omitted: string[] = STAGES.filter((stage) => level === "None" || omitStages.includes(stage));
  if (level === "None" || level === "Metadata" || omitManagedFields) omitted.push("managedFields");
  return `${level}${BETWEEN}${omitted.join(", ")}`;
}

/** How two policies are related that decide requests by these pairs, and all others alike. */
export function relationOf(
  pairs: Iterable<readonly [before: DecisionClass, after: DecisionClass]>,
): Relation {
  let isMore = true;
  let isLess = true;
  for (const [before, after] of pairs) {
    isMore &&= recordsAll(after, before);
    isLess &&= recordsAll(before, after);
  }
  if (isMore) return isLess ? "equivalent" : "records-more";
  return isLess ? "records-less" : "incomparable";
}

/** Whether the first decision records all that the second one does. */
function recordsAll(decision: DecisionClass, other: DecisionClass): boolean {
  const [level, omitted] = partsOf(decision);
  const [otherLevel, otherOmitted] = partsOf(other);
  return level >= otherLevel && omitted.every((one) => otherOmitted.includes(one));
}

function partsOf(decision: DecisionClass): readonly [level: number, omitted: readonly string[]] {
  const [level = "", omitted = ""] = decision.split(BETWEEN);
  const levels: readonly string[] = LEVELS;
  return [levels.indexOf(level), omitted === "" ? [] : omitted.split(", ")];
}
