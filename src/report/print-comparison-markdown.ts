import type { PolicyComparison } from "../analyze/index.js";
import { printable } from "../diagnostics/index.js";
import { printRequest } from "../request/index.js";
import { describeRequests } from "./describe-requests.js";
import { type ComparedNames, describeChange, summarize } from "./print-comparison.js";

/**
 * A comparison as Markdown, for a comment on a pull request.
 *
 * @example
 * const names = { before: "main", after: "this change" };
 * const { policy } = getPreset("gce");
 * printComparisonMarkdown(comparePolicies(policy, policy), names);
 * // **Audit policy**: 0 differences: main and this change decide every request alike
 */
export function printComparisonMarkdown(comparison: PolicyComparison, names: ComparedNames): string {
  const rows = comparison.differences.map((difference) =>
    [
      escapeMarkdown(describeRequests(difference.requests)),
      escapeMarkdown(describeChange(difference)),
      code(printRequest(difference.witness)),
    ].join(" | "),
  );
  const table = [
    "| requests | recorded | for instance |",
    "| --- | --- | --- |",
    ...rows.map((row) => `| ${row} |`),
  ];
  return [
    `**Audit policy**: ${escapeMarkdown(summarize(comparison, names))}`,
    ...(rows.length > 0 ? ["", ...table] : []),
    "",
  ].join("\n");
}

/** Names come from somebody's policy: none of them may become markup, a mention or another cell. */
function escapeMarkdown(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>()#+!|~@]/g, (character) => `\\${character}`);
}

/** A code span, whose fence is longer than any in it. */
function code(text: string): string {
  const shown = printable(text).replaceAll("|", "\\|");
  const fence = "`".repeat(Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return `${fence} ${shown} ${fence}`.replace(/^(`+) ([^`].*[^`]) \1$/, "$1$2$1");
}
