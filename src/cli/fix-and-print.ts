import { GenAuditError } from "../diagnostics/index.js";
import { printDiagnostics } from "../report/index.js";
import { usesColor } from "./color.js";
import { isQuiet } from "./command.js";
import { type FixedSource, fixTexts } from "./fix-texts.js";
import type { CliHost } from "./host.js";
import type { LintedText } from "./lint-text.js";
import type { Arguments } from "./parse-arguments.js";
import { countFindings, type PrintFindingsOptions, printFindings } from "./print-findings.js";

/**
 * Fixes policies, and prints what is left: like lint where files are written, else on standard error, for the answer is then
 * the fixed text or the diff.
 */
export async function fixAndPrint(
  args: Arguments,
  host: CliHost,
  options: PrintFindingsOptions,
): Promise<readonly LintedText[]> {
  const isDryRun = args.has("dry-run");
  const answersText = isDryRun || args.positionals.includes("-");
  if (answersText && options.format !== "text") {
    const what = isDryRun ? "--dry-run prints a diff" : "--fix of standard input prints the fixed text";
    throw new GenAuditError("bad-usage", `${what}, which is not ${options.format}`);
  }
  const sources = await fixTexts(args, host, options);
  const texts = sources.map(({ linted }) => linted);
  if (answersText) printToStderr(texts, args, host);
  else printFindings(texts, { ...options, besides: describeFixes(sources), isFixed: true }, args, host);
  return texts;
}

/** For a JSON document. */
function describeFixes(sources: readonly FixedSource[]): Readonly<Record<string, unknown>> {
  return {
    fixed: sources.flatMap(({ file, applied }) =>
      applied.map(({ diagnostic: { code, path, fix }, title }) => ({
        file,
        code,
        path,
        title,
        ...(fix?.changes && { changes: fix.changes }),
      })),
    ),
    notFixed: sources.flatMap(({ file, refused }) =>
      refused.map(({ diagnostic: { code, path }, ...refusal }) => ({ file, code, path, ...refusal })),
    ),
  };
}

function printToStderr(texts: readonly LintedText[], args: Arguments, { stderr, env }: CliHost): void {
  if (isQuiet(args)) return;
  const diagnostics = texts.flatMap((text) => text.diagnostics);
  stderr.write(printDiagnostics(diagnostics, { color: usesColor(stderr, env, args.value("color")) }));
  stderr.write(`${countFindings(texts, true)}\n`);
}
