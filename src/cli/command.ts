import { printJson } from "../report/index.js";
import type { CliHost, ExitCode } from "./host.js";
import type { Arguments, FlagDefinition } from "./parse-arguments.js";

/** One command of the command line. */
export interface Command {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** How its words are written, behind `gen-audit`. */
  readonly usage: string;
  readonly examples: readonly (readonly [line: string, does: string])[];
  readonly flags: readonly FlagDefinition[];
  run(args: Arguments, host: CliHost): Promise<ExitCode>;
}

/** Diagnostics and notes on standard error, unless `--quiet`. */
export function isQuiet(args: Arguments): boolean {
  return args.has("quiet");
}

/** One JSON document on standard output. */
export function writeJson(host: CliHost, document: Readonly<Record<string, unknown>>): void {
  host.stdout.write(printJson({ schemaVersion: 1, ...document }));
}
