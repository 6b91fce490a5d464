import { describeSelector } from "../diagnostics/index.js";
import type { LevelLimit } from "./level-limits.js";

/** How a floor or ceiling is called where its name is not given. */
export function nameLimit(side: "at least" | "at most", { name, level, selector }: LevelLimit): string {
  if (name !== undefined) return name;
  const requests = describeSelector(selector);
  return requests === "{}" ? `${side} ${level}` : `${side} ${level} of ${requests}`;
}
