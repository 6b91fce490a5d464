import { type Diagnostic, type Location, printable, type Severity } from "../diagnostics/index.js";
import { printRequest } from "../request/index.js";

/** How diagnostics are shown. */
export interface PrintDiagnosticsOptions {
  /** Whether the text goes to a terminal that shows colors; color only repeats the words. */
  readonly color?: boolean;
}

/**
 * Diagnostics as text for a terminal or a log, each with its place, the line it is about, and the way out.
 *
 * @example
 * printDiagnostics(parsePolicy("apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n- level: metadata\n").diagnostics);
 * // policy.yaml:4:10: error: unknown level "metadata"; did you mean "Metadata"? [unknown-level]
 * //     4 | - level: metadata
 * //       |          ^^^^^^^^
 * //   help: levels are None, Metadata, Request, RequestResponse
 */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: PrintDiagnosticsOptions = {},
): string {
  const paint = options.color ? paintAnsi : (_: Style, text: string) => text;
  return diagnostics.map((diagnostic) => printDiagnostic(diagnostic, paint)).join("");
}

/** `1 error, 2 warnings`, or `nothing found`. */
export function printCounts(counts: Readonly<Record<Severity, number>>): string {
  const words = (["error", "warning", "info"] as const)
    .filter((severity) => counts[severity] > 0)
    .map(
      (severity) =>
        `${counts[severity]} ${severity}${counts[severity] === 1 || severity === "info" ? "" : "s"}`,
    );
  return words.length > 0 ? words.join(", ") : "nothing found";
}

export function countBySeverity(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}

type Style = Severity | "place" | "frame" | "label";
type Paint = (style: Style, text: string) => string;

function printDiagnostic(diagnostic: Diagnostic, paint: Paint): string {
  const { severity, message, code, location, help, related = [], witness } = diagnostic;
  const note = (label: string, text: string): string => `  ${paint("label", `${label}:`)} ${printable(text)}`;
  const lines = [
    `${printPlace(location, paint)}${paint(severity, `${severity}:`)} ${printable(message)} [${code}]`,
    ...printFrame(location, paint),
    ...(witness ? [note("request", printRequest(witness))] : []),
    ...(help === undefined ? [] : [note("help", help)]),
    ...related.flatMap((place) => [
      note("note", place.location ? `${place.message} at ${position(place.location)}` : place.message),
      ...printFrame(place.location, paint),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

function printPlace(location: Location | undefined, paint: Paint): string {
  return location ? `${paint("place", printable(`${position(location)}:`))} ` : "";
}

function position({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}

function printFrame(location: Location | undefined, paint: Paint): string[] {
  return location?.frame ? [paint("frame", location.frame)] : [];
}

const ANSI: Readonly<Record<Style, string>> = {
  error: "1;31",
  warning: "1;33",
  info: "1;36",
  place: "1",
  frame: "2",
  label: "1",
};

function paintAnsi(style: Style, text: string): string {
  return `\u001b[${ANSI[style]}m${text}\u001b[0m`;
}
