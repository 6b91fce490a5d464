import packageJson from "../../package.json" with { type: "json" };
import {
  type Diagnostic,
  type IgnoredDiagnostic,
  type Location,
  printable,
  type Severity,
} from "../diagnostics/index.js";
import { describeAtLength } from "./describe-at-length.js";
import { fileUri } from "./file-uri.js";
import { printJson } from "./print-json.js";

/** What the log says beside the diagnostics. */
export interface PrintSarifOptions {
  /** Diagnostics that comments say to leave; they are there as suppressed results. */
  readonly ignored?: readonly IgnoredDiagnostic[];
  /** What the fix of a diagnostic changes in its file. */
  readonly replacements?: (diagnostic: Diagnostic) => readonly TextReplacement[] | undefined;
}

/** A stretch of a text, as `Location` says it, and what takes its place; it is empty where something is put in. */
export interface TextReplacement extends Omit<Location, "file" | "frame"> {
  readonly text: string;
}

/**
 * Diagnostics as a SARIF 2.1.0 log, which code scanning services read. Fingerprints are left to them: they know the lines
 * of the revisions before.
 *
 * @example
 * const log = JSON.parse(printSarif(parsePolicy("kind: Policy\nrules: []\n", { file: "a b.yaml" }).diagnostics));
 * const [{ tool, results }] = log.runs;
 * tool.driver.rules[1].id; // no-rules
 * results[1].level; // error
 * results[1].locations[0].physicalLocation.artifactLocation; // { uri: "a%20b.yaml", uriBaseId: "%SRCROOT%" }
 */
export function printSarif(diagnostics: readonly Diagnostic[], options: PrintSarifOptions = {}): string {
  const { ignored = [], replacements } = options;
  const rules = describeRules([...diagnostics, ...ignored]);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const result = (diagnostic: Diagnostic, suppressions: readonly object[]): object => ({
    ruleId: diagnostic.code,
    ruleIndex: indexes.get(diagnostic.code),
    level: LEVELS[diagnostic.severity],
    ...describeResult(diagnostic),
    ...describeFix(diagnostic, replacements?.(diagnostic)),
    suppressions,
  });
  return printJson({
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { ...DRIVER, rules } },
        columnKind: "utf16CodeUnits",
        results: [
          ...diagnostics.map((diagnostic) => result(diagnostic, [])),
          ...ignored.map((diagnostic) =>
            result(diagnostic, [{ kind: "inSource", justification: diagnostic.reason }]),
          ),
        ],
      },
    ],
  });
}

const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

// Field by field, so that the bundle holds no more of the file.
const name = packageJson.name;
const version = packageJson.version;
const DRIVER = { name, version, semanticVersion: version };

interface Rule {
  readonly id: string;
}

/** Each code that is there, once, in order. */
function describeRules(diagnostics: readonly Diagnostic[]): readonly Rule[] {
  const byCode = new Map(diagnostics.map((diagnostic) => [diagnostic.code, diagnostic]));
  return [...byCode]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { title, severity }]) => ({
      id,
      shortDescription: { text: title },
      fullDescription: { text: title },
      help: {
        text: `docs/diagnostics/${id}.md of ${name} says more.`,
        markdown: `\`docs/diagnostics/${id}.md\` of ${name} says why, and shows a policy with it and one without.`,
      },
      defaultConfiguration: { level: LEVELS[severity] },
    }));
}

function describeResult(diagnostic: Diagnostic): object {
  const { path, location, related = [], witness, reading } = diagnostic;
  const places = related.flatMap(({ message, location: at }) => (at ? [{ message, at }] : []));
  const elsewhere = related.filter((place) => !place.location);
  return {
    message: { text: messageText(describeAtLength({ ...diagnostic, related: elsewhere }).join("\n")) },
    locations: [
      {
        ...(location && { physicalLocation: describeLocation(location) }),
        logicalLocations: [{ fullyQualifiedName: path === "" ? "Policy" : path }],
      },
    ],
    ...(places.length > 0 && {
      relatedLocations: places.map(({ message, at }) => ({
        message: { text: messageText(printable(message)) },
        physicalLocation: describeLocation(at),
      })),
    }),
    ...((witness || reading) && { properties: { ...(witness && { witness }), ...(reading && { reading }) } }),
  };
}

function describeLocation(location: Location): object {
  return { artifactLocation: fileUri(location.file), region: describeRegion(location) };
}

function describeRegion({ line, column, endLine, endColumn }: Omit<Location, "file" | "frame">): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function describeFix(
  { fix, location }: Diagnostic,
  replacements: readonly TextReplacement[] | undefined,
): object {
  if (!fix || !location || !replacements) return {};
  const changes = {
    artifactLocation: fileUri(location.file),
    replacements: replacements.map(({ text, ...stretch }) => ({
      deletedRegion: describeRegion(stretch),
      insertedContent: { text },
    })),
  };
  return {
    fixes: [{ description: { text: messageText(printable(fix.title)) }, artifactChanges: [changes] }],
  };
}

/** Braces would be placeholders, and brackets with parentheses behind them a link (SARIF 2.1.0, 3.11.5 and 3.11.6). */
function messageText(text: string): string {
  return text.replace(/[{}]/g, "$&$&").replaceAll("](", "\\](");
}
