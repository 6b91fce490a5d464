import type { Location } from "../diagnostics/index.js";
import { POLICY_API_VERSION, POLICY_KIND, type Policy, type PolicyRule } from "../model/index.js";
import { printPolicy } from "../print/index.js";

const MOST_LINES = 20;

/** Where a rule comes from. */
export interface RuleSource {
  readonly policy: Policy;
  /** The text of the file, and where its rules stand; without them the rule is shown as `printPolicy` writes it. */
  readonly text?: string;
  readonly ruleLocations?: readonly Location[];
}

/** The lines of a rule, as they stand in its text or else as `printPolicy` writes them. */
export function printRule(
  index: number,
  { policy, text = "", ruleLocations }: RuleSource,
): readonly string[] {
  const rule = policy.rules[index];
  if (!rule) return [];
  const location = ruleLocations?.[index];
  return location ? sourceLines(location, text) : shortenLines(writeRules([rule]));
}

/** Rules as they stand in a policy. */
export function writeRules(rules: readonly PolicyRule[]): readonly string[] {
  const lines = printPolicy({ apiVersion: POLICY_API_VERSION, kind: POLICY_KIND, rules })
    .trimEnd()
    .split("\n");
  return lines.slice(lines.indexOf("rules:") + 1).map((line) => `  ${line}`);
}

function sourceLines({ line, endLine, frame }: Location, text: string): readonly string[] {
  // A rule of a JSON text on one line is shown around its place only.
  if (line === endLine) return [frame];
  const lines = text.split("\n").slice(line - 1, endLine);
  return shortenLines(lines.map((content, at) => `${String(line + at).padStart(5)} | ${content.trimEnd()}`));
}

function shortenLines(lines: readonly string[]): readonly string[] {
  const more = lines.length - MOST_LINES;
  return more <= 0 ? lines : [...lines.slice(0, MOST_LINES), `… ${more} more lines`];
}
