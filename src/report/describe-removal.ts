import { listWords } from "../diagnostics/index.js";
import type { Removal } from "../minimize/index.js";

/**
 * Why a rule or an entry could go, in one line.
 *
 * @example
 * describeRemoval({ rule: 3, path: "rules[3]", reason: "shadowed", by: [0, 1] });
 * // rules[3] went: all its requests go to rules[0] and rules[1]
 */
export function describeRemoval({ path, reason, by, rule }: Removal): string {
  return `${path} ${WHY[reason](listRules(by), rule)}`;
}

const WHY: Readonly<Record<Removal["reason"], (by: string, rule: number) => string>> = {
  unmatchable: () => "went: it matches no request",
  shadowed: (by) => `went: all its requests go to ${by}`,
  repeated: (_, rule) => `went: the other entries of rules[${rule}] take all that is left of its requests`,
  redundant: (by) => `went: without it ${by} would decide its requests alike`,
  merged: (by) => `is part of ${by} now`,
};

function listRules(rules: Removal["by"]): string {
  const names = rules.map((rule) => (rule === null ? "no rule" : `rules[${rule}]`));
  return listWords(names);
}
