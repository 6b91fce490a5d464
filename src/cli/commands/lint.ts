import { type Diagnostic, GenAuditError } from "../../diagnostics/index.js";
import { lintPolicy } from "../../lint/index.js";
import { type ParsedPolicy, parsePolicies } from "../../parse/index.js";
import { countBySeverity, printCounts, printDiagnostics } from "../../report/index.js";
import { requireRelease } from "../../validate/index.js";
import { usesColor } from "../color.js";
import { type Command, isQuiet, writeJson } from "../command.js";
import { COMMON_FLAGS, KUBERNETES_VERSION_FLAG } from "../common-flags.js";
import { EXIT } from "../host.js";
import { LIMIT_FLAG, readLimit } from "../limit-flag.js";
import { readPolicyText } from "../read-policy.js";

const SEVERITIES = ["error", "warning", "info"] as const;

/** Everything wrong or odd with policies, with the lines it is about. */
export const lint: Command = {
  name: "lint",
  summary: "everything wrong or odd with a policy, with its place and the way out",
  usage: "lint POLICY… [--kubernetes-version V] [--fail-on error|warning|info] [--format text|json]",
  examples: [
    ["gen-audit lint policy.yaml", "what kube-apiserver would make of the file"],
    [
      "gen-audit lint --kubernetes-version 1.30 cluster.yaml",
      "the policy inside a kOps cluster, for its API server",
    ],
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
    { name: "format", value: "FORMAT", choices: ["text", "json"], help: "text or json (default: text)" },
    ...COMMON_FLAGS,
  ],
  async run(args, host) {
    if (args.positionals.length === 0)
      throw new GenAuditError("bad-usage", "lint wants a policy: lint POLICY…");
    const kubernetesVersion = args.value("kubernetes-version");
    const limit = readLimit(args);
    requireRelease(kubernetesVersion); // A wrong version is said before any file is read.
    const policies: ParsedPolicy[] = [];
    for (const file of args.positionals) {
      const { name, text } = await readPolicyText(file, host);
      policies.push(...parsePolicies(text, { file: name, kubernetesVersion }));
    }
    const diagnostics = policies.flatMap((parsed) => [
      ...parsed.diagnostics,
      ...lintPolicy(parsed, { kubernetesVersion, limit }),
    ]);
    const summary = countBySeverity(diagnostics);
    if (args.has("json") || args.value("format") === "json") writeJson(host, { diagnostics, summary });
    else {
      host.stdout.write(
        printDiagnostics(diagnostics, { color: usesColor(host.stdout, host.env, args.value("color")) }),
      );
      if (!isQuiet(args)) host.stderr.write(`${countRules(policies)}, ${printCounts(summary)}\n`);
    }
    return fails(diagnostics, args.value("fail-on") ?? "warning") ? EXIT.findings : EXIT.ok;
  },
};

function countRules(policies: readonly ParsedPolicy[]): string {
  const read = policies.filter(({ policy }) => policy);
  const rules = read.reduce((sum, { policy }) => sum + (policy?.rules.length ?? 0), 0);
  const refused = policies.length - read.length;
  return [
    ...(read.length > 0 || refused === 0 ? [`${rules} ${rules === 1 ? "rule" : "rules"}`] : []),
    ...(refused > 0 ? [`${refused} ${refused === 1 ? "policy" : "policies"} refused`] : []),
  ].join(", ");
}

function fails(diagnostics: readonly Diagnostic[], failOn: string): boolean {
  const words: readonly string[] = SEVERITIES;
  return diagnostics.some(({ severity }) => words.indexOf(severity) <= words.indexOf(failOn));
}
