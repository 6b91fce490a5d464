import type { Diagnostic } from "../diagnostics/index.js";
import { printDiagnostics } from "../report/index.js";
import { usesColor } from "./color.js";
import { isQuiet } from "./command.js";
import type { CliHost } from "./host.js";
import type { Arguments } from "./parse-arguments.js";

/** Errors are always said; the rest unless `--quiet`. */
export function sayDiagnostics(
  diagnostics: readonly Diagnostic[],
  args: Arguments,
  { stderr, env }: CliHost,
): void {
  const said = isQuiet(args) ? diagnostics.filter(({ severity }) => severity === "error") : diagnostics;
  stderr.write(printDiagnostics(said, { color: usesColor(stderr, env, args.value("color")) }));
}
