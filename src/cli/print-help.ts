import type { Command } from "./command.js";
import type { FlagDefinition } from "./parse-arguments.js";

/** The help of one command: examples first, then how it is written, then its flags. */
export function printCommandHelp(command: Command): string {
  return [
    ...printExamples(command.examples),
    "",
    `Usage: gen-audit ${command.usage}`,
    "",
    `${command.summary}.`,
    "",
    ...printFlags(command.flags),
    "",
  ].join("\n");
}

/** The help of gen-audit as a whole. */
export function printHelp(commands: readonly Command[], version: string): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    ...printExamples([
      ["gen-audit --preset gce --target kops", "a ClusterSpec fragment for kOps"],
      ["gen-audit lint policy.yaml", "what kube-apiserver would make of the file"],
    ]),
    "",
    "Usage: gen-audit [COMMAND] [FLAGS]",
    "",
    `gen-audit ${version}: Kubernetes audit policies, composed, checked and rendered for the tool that runs the cluster.`,
    "",
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    "gen-audit COMMAND --help lists the flags of a command; without a command it is generate.",
    "",
  ].join("\n");
}

function printExamples(examples: Command["examples"]): string[] {
  const width = Math.max(...examples.map(([line]) => line.length));
  return examples.map(([line, does]) => `  $ ${line.padEnd(width)}  # ${does}`);
}

function printFlags(flags: readonly FlagDefinition[]): string[] {
  const rows = flags.map(
    (flag) => [writeFlag(flag), flag.help + (flag.repeatable ? "; may be repeated" : "")] as const,
  );
  const width = Math.max(...rows.map(([flag]) => flag.length));
  return rows.map(([flag, help]) => `  ${flag.padEnd(width)}  ${help}`);
}

function writeFlag({ name, value, short }: FlagDefinition): string {
  return `${short === undefined ? "" : `-${short}, `}--${name}${value === undefined ? "" : ` ${value}`}`;
}
