import { type Diagnostic, type Location, printable, type Severity } from "../diagnostics/index.js";
import { describeAtLength } from "./describe-at-length.js";

/**
 * Diagnostics as workflow commands, which GitHub Actions shows beside the lines they are about.
 *
 * Upstream: `actions/toolkit` `packages/core/src/command.ts`; `actions/runner`
 * `src/Runner.Worker/ActionCommandManager.cs`, `ValidateLinesAndColumns`
 *
 * @example
 * printGitHubAnnotations(parsePolicy("apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n- level: metadata\n").diagnostics);
 * // ::error file=policy.yaml,line=4,endLine=4,col=10,endColumn=17,title=gen-audit (unknown-level)::unknown level "metadata"; did you mean "Metadata"?%0Ahelp: levels are None, Metadata, Request, RequestResponse
 */
export function printGitHubAnnotations(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(printAnnotation).join("");
}

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

function printAnnotation(diagnostic: Diagnostic): string {
  const { severity, code, location } = diagnostic;
  const properties = [...(location ? describeLocation(location) : []), ["title", `gen-audit (${code})`]];
  const written = properties.map(([key = "", value = ""]) => `${key}=${escapeProperty(printable(value))}`);
  const message = describeAtLength(diagnostic).join("\n");
  return `::${COMMANDS[severity]} ${written.join(",")}::${escapeData(message)}\n`;
}

/** Columns of a stretch over several lines are refused. The last column is the last character's, not that behind it. */
function describeLocation({ file, line, column, endLine, endColumn }: Location): string[][] {
  const lines = [
    ["file", file],
    ["line", String(line)],
    ["endLine", String(endLine)],
  ];
  if (line !== endLine) return lines;
  return [...lines, ["col", String(column)], ["endColumn", String(Math.max(column, endColumn - 1))]];
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
