import {
  countBySeverity,
  printCounts,
  printDiagnostics,
  printGitHubAnnotations,
  printSarif,
} from "../report/index.js";
import { usesColor } from "./color.js";
import { isQuiet, writeJson } from "./command.js";
import type { CliHost } from "./host.js";
import type { LintedText } from "./lint-text.js";
import type { Arguments } from "./parse-arguments.js";

export const FINDING_FORMATS = ["text", "json", "sarif", "github"] as const;
export type FindingFormat = (typeof FINDING_FORMATS)[number];

/** What lint has found, on standard output; and the counts, on standard error. */
export function printFindings(
  texts: readonly LintedText[],
  format: FindingFormat,
  args: Arguments,
  host: CliHost,
): void {
  const diagnostics = texts.flatMap((text) => text.diagnostics);
  const ignored = texts.flatMap((text) => text.ignored);
  const summary = countBySeverity(diagnostics);
  const print: Readonly<Record<Exclude<FindingFormat, "json">, () => string>> = {
    text: () =>
      printDiagnostics(diagnostics, { color: usesColor(host.stdout, host.env, args.value("color")) }),
    sarif: () => printSarif(diagnostics, { ignored }),
    github: () => printGitHubAnnotations(diagnostics),
  };
  if (format === "json") {
    writeJson(host, { diagnostics, ignored, summary });
    return;
  }
  host.stdout.write(print[format]());
  if (isQuiet(args)) return;
  const left = ignored.length === 0 ? "" : `, ${ignored.length} ignored`;
  host.stderr.write(`${countRules(texts)}, ${printCounts(summary)}${left}\n`);
}

function countRules(texts: readonly LintedText[]): string {
  const policies = texts.flatMap((text) => text.policies);
  const read = policies.filter(({ policy }) => policy);
  const rules = read.reduce((sum, { policy }) => sum + (policy?.rules.length ?? 0), 0);
  const refused = policies.length - read.length;
  return [
    ...(read.length > 0 || refused === 0 ? [`${rules} ${rules === 1 ? "rule" : "rules"}`] : []),
    ...(refused > 0 ? [`${refused} ${refused === 1 ? "policy" : "policies"} refused`] : []),
  ].join(", ");
}
