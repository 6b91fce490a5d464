import { type Diagnostic, SourceText } from "../diagnostics/index.js";
import { type FixOptions, findProvedChanges } from "../fix/index.js";
import {
  countBySeverity,
  printCounts,
  printDiagnostics,
  printGitHubAnnotations,
  printSarif,
  type TextReplacement,
} from "../report/index.js";
import { usesColor } from "./color.js";
import { isQuiet, writeJson } from "./command.js";
import type { CliHost } from "./host.js";
import type { LintedText } from "./lint-text.js";
import type { Arguments } from "./parse-arguments.js";

export const FINDING_FORMATS = ["text", "json", "sarif", "github"] as const;
export type FindingFormat = (typeof FINDING_FORMATS)[number];

export interface PrintFindingsOptions extends FixOptions {
  readonly format: FindingFormat;
  /** What else a JSON document says. */
  readonly besides?: Readonly<Record<string, unknown>>;
  /** Whether the fixes that could be applied have been. */
  readonly isFixed?: boolean;
}

/** What lint has found, on standard output; and the counts, on standard error. */
export function printFindings(
  texts: readonly LintedText[],
  { format, besides, isFixed = false, ...options }: PrintFindingsOptions,
  args: Arguments,
  host: CliHost,
): void {
  const diagnostics = texts.flatMap((text) => text.diagnostics);
  const ignored = texts.flatMap((text) => text.ignored);
  const summary = countBySeverity(diagnostics);
  const print: Readonly<Record<Exclude<FindingFormat, "json">, () => string>> = {
    text: () =>
      printDiagnostics(diagnostics, { color: usesColor(host.stdout, host.env, args.value("color")) }),
    sarif: () => printSarif(diagnostics, { ignored, replacements: findReplacements(texts, options) }),
    github: () => printGitHubAnnotations(diagnostics),
  };
  if (format === "json") {
    writeJson(host, { diagnostics, ignored, summary, ...besides });
    return;
  }
  host.stdout.write(print[format]());
  if (!isQuiet(args)) host.stderr.write(`${countFindings(texts, isFixed)}\n`);
}

/** `6 rules, 1 warning, 2 ignored`. */
export function countFindings(texts: readonly LintedText[], isFixed: boolean): string {
  const diagnostics = texts.flatMap((text) => text.diagnostics);
  const ignored = texts.flatMap((text) => text.ignored).length;
  const fixes = isFixed ? 0 : diagnostics.filter(({ fix }) => fix).length;
  return [
    countRules(texts),
    printCounts(countBySeverity(diagnostics)),
    ...(ignored > 0 ? [`${ignored} ignored`] : []),
    ...(fixes > 0 ? [`${fixes} with a fix (--fix)`] : []),
  ].join(", ");
}

/** What the fixes of findings come to in the texts, if they are proved. */
function findReplacements(
  texts: readonly LintedText[],
  options: FixOptions,
): (diagnostic: Diagnostic) => readonly TextReplacement[] | undefined {
  const found = new Map(
    texts.flatMap(({ file, text, policies }) => {
      const source = new SourceText(file, text);
      const proved = findProvedChanges(text, policies, options);
      return [...proved].map(([diagnostic, changes]): [Diagnostic, TextReplacement[]] => [
        diagnostic,
        changes.map(({ start, end, text: written }) => ({ ...source.stretch(start, end), text: written })),
      ]);
    }),
  );
  return (diagnostic) => found.get(diagnostic);
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
