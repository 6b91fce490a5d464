import { type Diagnostic, GenAuditError } from "../../diagnostics/index.js";
import { requireRelease } from "../../validate/index.js";
import type { Command } from "../command.js";
import { COMMON_FLAGS, KUBERNETES_VERSION_FLAG } from "../common-flags.js";
import { fixAndPrint } from "../fix-and-print.js";
import { type CliHost, EXIT } from "../host.js";
import { LIMIT_FLAG, readLimit } from "../limit-flag.js";
import { type LintedText, lintText } from "../lint-text.js";
import type { Arguments } from "../parse-arguments.js";
import {
  FINDING_FORMATS,
  type FindingFormat,
  type PrintFindingsOptions,
  printFindings,
} from "../print-findings.js";
import { readPolicyText } from "../read-policy.js";

const SEVERITIES = ["error", "warning", "info"] as const;

/** Everything wrong or odd with policies, with the lines it is about. */
export const lint: Command = {
  name: "lint",
  summary: "everything wrong or odd with a policy, with its place and the way out",
  usage:
    "lint POLICY… [--kubernetes-version V] [--fail-on error|warning|info] [--format text|json|sarif|github] [--fix [--dry-run]]",
  examples: [
    ["gen-audit lint policy.yaml", "what kube-apiserver would make of the file"],
    [
      "gen-audit lint --kubernetes-version 1.30 cluster.yaml",
      "the policy inside a kOps cluster, for its API server",
    ],
    ["gen-audit lint --fix --dry-run policy.yaml", "what it would mend by itself, as a diff"],
    ["gen-audit lint --format sarif policy.yaml > lint.sarif", "for a code scanning service"],
  ],
  flags: [
    KUBERNETES_VERSION_FLAG,
    LIMIT_FLAG,
    {
      name: "fix",
      help: "write the fixes that findings offer, each once it is proved to keep every other decision",
    },
    { name: "dry-run", help: "with --fix: write nothing, and print what would change as a diff" },
    {
      name: "fail-on",
      value: "SEVERITY",
      choices: SEVERITIES,
      help: "exit 1 from this severity on (default: warning)",
    },
    {
      name: "format",
      value: "FORMAT",
      choices: FINDING_FORMATS,
      help: "text, json, sarif, or github for annotations in GitHub Actions (default: text)",
    },
    ...COMMON_FLAGS,
  ],
  async run(args, host) {
    if (args.positionals.length === 0)
      throw new GenAuditError("bad-usage", "lint wants a policy: lint POLICY…");
    const kubernetesVersion = args.value("kubernetes-version");
    const limit = readLimit(args);
    requireRelease(kubernetesVersion); // A wrong version is said before any file is read.
    const format = readFormat(args);
    if (args.has("dry-run") && !args.has("fix"))
      throw new GenAuditError("bad-usage", "--dry-run goes with --fix");
    const texts = await (args.has("fix") ? fixAndPrint : lintAndPrint)(args, host, {
      format,
      kubernetesVersion,
      limit,
    });
    const diagnostics = texts.flatMap((text) => text.diagnostics);
    return fails(diagnostics, args.value("fail-on") ?? "warning") ? EXIT.findings : EXIT.ok;
  },
};

async function lintAndPrint(
  args: Arguments,
  host: CliHost,
  options: PrintFindingsOptions,
): Promise<readonly LintedText[]> {
  const texts: LintedText[] = [];
  for (const word of args.positionals) {
    const { name, text } = await readPolicyText(word, host, args.value("kubernetes-version"));
    texts.push(lintText(text, name, options));
  }
  printFindings(texts, options, args, host);
  return texts;
}

function readFormat(args: Arguments): FindingFormat {
  const given = args.value("format");
  if (args.has("json") && given !== undefined && given !== "json")
    throw new GenAuditError("bad-usage", `--json and --format ${given} exclude each other`);
  return FINDING_FORMATS.find((format) => format === given) ?? (args.has("json") ? "json" : "text");
}

function fails(diagnostics: readonly Diagnostic[], failOn: string): boolean {
  const words: readonly string[] = SEVERITIES;
  return diagnostics.some(({ severity }) => words.indexOf(severity) <= words.indexOf(failOn));
}
