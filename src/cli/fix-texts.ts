import { describeSelector, type FieldPath, GenAuditError, printable } from "../diagnostics/index.js";
import { applyFixes, type FixedText } from "../fix/index.js";
import type { LintOptions } from "../lint/index.js";
import { printUnifiedDiff } from "../report/index.js";
import { printRequest } from "../request/index.js";
import { isQuiet } from "./command.js";
import type { CliHost } from "./host.js";
import { type LintedText, lintText } from "./lint-text.js";
import type { Arguments } from "./parse-arguments.js";
import { PRESET_PREFIX } from "./policy-source.js";
import { GIT_PREFIX, readPolicyText } from "./read-policy.js";

/** A text as fixes leave it, with what is still wrong with it. */
export interface FixedSource extends FixedText {
  readonly file: string;
  readonly linted: LintedText;
}

/**
 * Fixes what can be fixed of policies. Files are written once all is proved, all or none; what was fixed is said on standard
 * error. For standard input the fixed text is the answer, and for `--dry-run` what would change is.
 */
export async function fixTexts(
  args: Arguments,
  host: CliHost,
  options: LintOptions,
): Promise<readonly FixedSource[]> {
  const { positionals: words } = args;
  const elsewhere = words.find((word) => word.startsWith(PRESET_PREFIX) || word.startsWith(GIT_PREFIX));
  if (elsewhere !== undefined)
    throw new GenAuditError("bad-usage", `${elsewhere} is no file, so that --fix cannot write it`);
  if (words.includes("-") && words.length > 1)
    throw new GenAuditError("bad-usage", "--fix takes standard input alone: its answer is the fixed text");
  const sources: (FixedSource & { readonly before: string })[] = [];
  for (const word of new Set(words)) {
    const { name, text } = await readPolicyText(word, host, args.value("kubernetes-version"));
    let linted = lintText(text, name, options);
    const find = (changed: string): LintedText["policies"] => {
      if (changed !== linted.text) linted = lintText(changed, name, options);
      return linted.policies;
    };
    const fixed = applyFixes(text, find, options);
    // INVARIANT: the text that fixes leave is the last that was asked about.
    sources.push({ ...fixed, file: name, before: text, linted });
  }
  if (args.has("dry-run")) {
    for (const { file, before, text } of sources) host.stdout.write(printUnifiedDiff(file, before, text));
  } else if (words.includes("-")) {
    for (const { text } of sources) host.stdout.write(text);
  } else {
    const changed = sources.filter(({ before, text }) => before !== text);
    await host.files.write(
      changed.map(({ file, before, text }) => ({ path: file, content: text, replaces: before })),
    );
  }
  if (!isQuiet(args))
    for (const source of sources) host.stderr.write(printFixes(source, args.has("dry-run")));
  return sources;
}

function printFixes({ file, applied, refused }: FixedSource, isDryRun: boolean): string {
  const [fixed, notFixed] = isDryRun ? ["would fix", "would not fix"] : ["fixed", "not fixed"];
  const lines = [
    ...applied.flatMap(({ diagnostic: { code, path, fix }, title }) => [
      `${file}: ${fixed}: ${placeTitle(title, path)} [${code}]`,
      ...(fix?.changes ?? []).map(
        (selector) => `  changes what is recorded of ${describeSelector(selector)}`,
      ),
    ]),
    ...refused.flatMap(({ diagnostic: { code, path }, title, reason, witness }) => [
      `${file}: ${notFixed}: ${placeTitle(title, path)} [${code}]: ${reason}`,
      ...(witness ? [`  request: ${printRequest(witness)}`] : []),
    ]),
  ];
  return lines.map((line) => `${printable(line)}\n`).join("");
}

/** A title that does not say where it is about is told with its place. */
function placeTitle(title: string, path: FieldPath): string {
  return path === "" || title.includes(path) ? title : `${title} in ${path}`;
}
