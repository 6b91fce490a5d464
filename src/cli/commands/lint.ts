import { type Diagnostic, GenAuditError } from "../../diagnostics/index.js";
import { requireRelease } from "../../validate/index.js";
import type { Command } from "../command.js";
import { COMMON_FLAGS, KUBERNETES_VERSION_FLAG } from "../common-flags.js";
import { EXIT } from "../host.js";
import { LIMIT_FLAG, readLimit } from "../limit-flag.js";
import { type LintedText, lintText } from "../lint-text.js";
import type { Arguments } from "../parse-arguments.js";
import { FINDING_FORMATS, type FindingFormat, printFindings } from "../print-findings.js";
import { readPolicyText } from "../read-policy.js";

const SEVERITIES = ["error", "warning", "info"] as const;

/** Everything wrong or odd with policies, with the lines it is about. */
export const lint: Command = {
  name: "lint",
  summary: "everything wrong or odd with a policy, with its place and the way out",
  usage:
    "lint POLICY… [--kubernetes-version V] [--fail-on error|warning|info] [--format text|json|sarif|github]",
  examples: [
    ["gen-audit lint policy.yaml", "what kube-apiserver would make of the file"],
    [
      "gen-audit lint --kubernetes-version 1.30 cluster.yaml",
      "the policy inside a kOps cluster, for its API server",
    ],
    ["gen-audit lint --format sarif policy.yaml > lint.sarif", "for a code scanning service"],
  ],
  flags: [
    KUBERNETES_VERSION_FLAG,
    LIMIT_FLAG,
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
    const texts: LintedText[] = [];
    for (const word of args.positionals) {
      const { name, text } = await readPolicyText(word, host);
      texts.push(lintText(text, name, { kubernetesVersion, limit }));
    }
    printFindings(texts, format, args, host);
    const diagnostics = texts.flatMap((text) => text.diagnostics);
    return fails(diagnostics, args.value("fail-on") ?? "warning") ? EXIT.findings : EXIT.ok;
  },
};

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
