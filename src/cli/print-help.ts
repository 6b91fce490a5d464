import type { Command } from "./command.js";
import type { FlagDefinition } from "./parse-arguments.js";

/** The help of one command: examples first, then how it is written, then its flags. */
export function printCommandHelp(command: Command): string {
  return [
    ...printExamples(command.examples),
    "",
    `Usage: gen-audit ${command.usage}`,
    "",
    `${command.summary.slice(0, 1).toUpperCase()}${command.summary.slice(1)}.`,
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

/** A flag that is too long for its column stands on a line of its own. */
function printFlags(flags: readonly FlagDefinition[]): string[] {
  const width = Math.min(LONGEST, Math.max(...flags.map((flag) => writeFlag(flag).length)));
  return flags.map((flag) => {
    const written = writeFlag(flag);
    const gap =
      written.length > width ? `\n${" ".repeat(width + 4)}` : " ".repeat(width + 2 - written.length);
    return `  ${written}${gap}${flag.help}${flag.repeatable ? "; may be repeated" : ""}`;
  });
}

const LONGEST = 36;

function writeFlag({ name, value, optionalValue, short }: FlagDefinition): string {
  const written = `${short === undefined ? "" : `-${short}, `}--${name}`;
  if (value === undefined) return written;
  return optionalValue ? `${written}[=${value}]` : `${written} ${value}`;
}
