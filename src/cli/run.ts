import packageJson from "../../package.json" with { type: "json" };
import { didYouMean, GenAuditError, type GenAuditErrorCode } from "../diagnostics/index.js";
import type { Command } from "./command.js";
import { type CliHost, EXIT, type ExitCode } from "./host.js";
import { parseArguments } from "./parse-arguments.js";

/** The commands, each loaded when it is called. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  generate: async () => (await import("./commands/generate.js")).generate,
  lint: async () => (await import("./commands/lint.js")).lint,
  explain: async () => (await import("./commands/explain.js")).explain,
  diff: async () => (await import("./commands/diff.js")).diff,
  prove: async () => (await import("./commands/prove.js")).prove,
  minimize: async () => (await import("./commands/minimize.js")).minimize,
  import: async () => (await import("./commands/import.js")).importPolicy,
  test: async () => (await import("./commands/test.js")).test,
  list: async () => (await import("./commands/list.js")).list,
};

/** Runs the command line; everything it says and does goes through the host. */
export async function run(host: CliHost): Promise<ExitCode> {
  try {
    return await dispatch(host);
  } catch (error) {
    return report(error, host);
  }
}

async function dispatch(host: CliHost): Promise<ExitCode> {
  const [first] = host.args;
  if (first === undefined) {
    host.stderr.write(await help());
    return EXIT.usage;
  }
  if (first === "--version") {
    host.stdout.write(`${packageJson.version}\n`);
    return EXIT.ok;
  }
  if (first === "--help" || first === "-h" || first === "help") {
    host.stdout.write(await help());
    return EXIT.ok;
  }
  // Without a command it is generate: the first word is then one of its flags.
  const named = !first.startsWith("-");
  const load = COMMANDS[named ? first : "generate"];
  if (!load || (named && !Object.hasOwn(COMMANDS, first))) {
    throw new GenAuditError(
      "bad-usage",
      `unknown command "${first}"${didYouMean(first, Object.keys(COMMANDS))}`,
    );
  }
  const command = await load();
  const args = parseArguments(named ? host.args.slice(1) : host.args, command.flags);
  if (args.has("help")) {
    const { printCommandHelp } = await import("./print-help.js");
    host.stdout.write(printCommandHelp(command));
    return EXIT.ok;
  }
  return command.run(args, host);
}

async function help(): Promise<string> {
  const { printHelp } = await import("./print-help.js");
  return printHelp(await Promise.all(Object.values(COMMANDS).map((load) => load())), packageJson.version);
}

/** What no other command line would mend. */
const NO_USAGE: ReadonlySet<GenAuditErrorCode> = new Set([
  "bad-input",
  "not-composable",
  "dependency-missing",
  "file-unreadable",
  "file-unwritable",
]);

function report(error: unknown, { args, stderr }: CliHost): ExitCode {
  if (!(error instanceof GenAuditError)) {
    const text = error instanceof Error ? error.message : String(error);
    const trace = args.includes("--debug") && error instanceof Error ? `${error.stack}\n` : "";
    stderr.write(`gen-audit: ${text}\n${trace || "run it again with --debug to see where, and report it\n"}`);
    return EXIT.failure;
  }
  const isUsage = !NO_USAGE.has(error.code);
  const wayOut = error.help ?? (isUsage ? "gen-audit --help lists commands and flags" : undefined);
  stderr.write(`gen-audit: ${error.message}\n${wayOut === undefined ? "" : `  ${wayOut}\n`}`);
  return isUsage ? EXIT.usage : EXIT.failure;
}
