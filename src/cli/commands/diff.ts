import { comparePolicies, type PolicyComparison } from "../../analyze/index.js";
import { GenAuditError } from "../../diagnostics/index.js";
import { type ComparedNames, printComparison, printComparisonMarkdown } from "../../report/index.js";
import { requireRelease } from "../../validate/index.js";
import { type Command, writeJson } from "../command.js";
import { COMMON_FLAGS, KUBERNETES_VERSION_FLAG } from "../common-flags.js";
import { EXIT } from "../host.js";
import { LIMIT_FLAG, readLimit } from "../limit-flag.js";
import { noteDiagnostics } from "../note-diagnostics.js";
import { readPolicy } from "../read-policy.js";

/** What changes where one policy takes the place of another. */
export const diff: Command = {
  name: "diff",
  summary: "what changes between two policies, request by request, each with a proof",
  usage: "diff OLD NEW [--reading real|formal] [--format text|markdown|json] [--kubernetes-version V]",
  examples: [
    ["gen-audit diff preset:gce policy.yaml", "what the policy records more or less than the preset"],
    ["gen-audit diff git:main:audit.yaml audit.yaml --format markdown", "for a comment on a pull request"],
  ],
  flags: [
    KUBERNETES_VERSION_FLAG,
    {
      name: "reading",
      value: "READING",
      choices: ["real", "formal"],
      help: "the requests that clusters see, or any that the evaluator can be handed (default: real)",
    },
    LIMIT_FLAG,
    {
      name: "format",
      value: "FORMAT",
      choices: ["text", "markdown", "json"],
      help: "text, markdown or json (default: text)",
    },
    ...COMMON_FLAGS,
  ],
  async run(args, host) {
    const [old, recent, more] = args.positionals;
    if (old === undefined || recent === undefined || more !== undefined)
      throw new GenAuditError("bad-usage", "diff wants two policies: diff OLD NEW");
    if (old === "-" && recent === "-") throw new GenAuditError("bad-usage", "- can be read only once");
    const kubernetesVersion = args.value("kubernetes-version");
    const limit = readLimit(args);
    requireRelease(kubernetesVersion);
    const before = await readPolicy(old, kubernetesVersion, args, host);
    const after = await readPolicy(recent, kubernetesVersion, args, host);
    for (const source of [before, after]) noteDiagnostics(source, args, host);
    const reading = args.value("reading") === "formal" ? "formal" : "real-identities";
    const comparison = comparePolicies(before.policy, after.policy, { kubernetesVersion, limit, reading });
    const format = args.has("json") ? "json" : (args.value("format") ?? "text");
    if (format === "json") writeJson(host, { ...comparison });
    else
      host.stdout.write(
        PRINTERS[format === "markdown" ? format : "text"](comparison, { before: old, after: recent }),
      );
    return comparison.relation === "equivalent" ? EXIT.ok : EXIT.findings;
  },
};

const PRINTERS: Readonly<
  Record<"text" | "markdown", (comparison: PolicyComparison, names: ComparedNames) => string>
> = { text: printComparison, markdown: printComparisonMarkdown };
