import { GenAuditError } from "../../diagnostics/index.js";
import {
  GUARANTEE_NAMES,
  type Guarantee,
  guaranteeFromWord,
  guaranteesOfPack,
  PACK_NAMES,
  type Proof,
  proveGuarantee,
} from "../../prove/index.js";
import { printProofs, printScannerChecks, summarizeProofs } from "../../report/index.js";
import { checkScanners } from "../../scanner/index.js";
import { requireRelease } from "../../validate/index.js";
import { asUsage } from "../as-usage.js";
import { type Command, isQuiet, writeJson } from "../command.js";
import { COMMON_FLAGS, KUBERNETES_VERSION_FLAG } from "../common-flags.js";
import { type CliHost, EXIT } from "../host.js";
import { LIMIT_FLAG, readLimit } from "../limit-flag.js";
import { noteDiagnostics } from "../note-diagnostics.js";
import type { Arguments } from "../parse-arguments.js";
import { readPolicy } from "../read-policy.js";

/** Whether a policy keeps guarantees, over all requests. */
export const prove: Command = {
  name: "prove",
  summary: "a guarantee over all requests: proved, or a request that breaks it and what would mend that",
  usage:
    "prove POLICY [--guarantee NAME[=RESOURCES]…] [--pack NAME…] [--guarantees FILE] [--reading real|formal]",
  examples: [
    ["gen-audit prove policy.yaml --pack leaks", "no Secret, ConfigMap or token gets into the log"],
    [
      "gen-audit prove policy.yaml --guarantee workload-writes-recorded=rollouts.argoproj.io",
      "of another resource",
    ],
    ["gen-audit prove policy.yaml --guarantees guarantees.yaml", "what you ask for yourself"],
  ],
  flags: [
    {
      name: "guarantee",
      value: "NAME[=RESOURCES]",
      repeatable: true,
      help: "what to prove; gen-audit list guarantees names all. RESOURCES, RESOURCE[.GROUP][/SUBRESOURCE] with commas between, take the place of its own",
    },
    {
      name: "pack",
      value: "NAME",
      repeatable: true,
      help: `guarantees that belong together: ${PACK_NAMES.join(", ")}`,
    },
    {
      name: "guarantees",
      value: "FILE",
      help: "guarantees of your own, in YAML; without --guarantee all of them; - is standard input",
    },
    {
      name: "reading",
      value: "READING",
      choices: ["real", "formal"],
      help: "any requests that the evaluator can be handed, or those that clusters see (default: formal)",
    },
    KUBERNETES_VERSION_FLAG,
    LIMIT_FLAG,
    ...COMMON_FLAGS,
  ],
  async run(args, host) {
    const [word, more] = args.positionals;
    if (word === undefined || more !== undefined)
      throw new GenAuditError("bad-usage", "prove wants one policy: prove POLICY");
    if (word === "-" && args.value("guarantees") === "-")
      throw new GenAuditError("bad-usage", "- can be read only once");
    const kubernetesVersion = args.value("kubernetes-version");
    requireRelease(kubernetesVersion);
    const limit = readLimit(args);
    // What is wrong with the guarantees is said before the policy is read.
    const guarantees = await chooseGuarantees(args, host);
    const source = await readPolicy(word, kubernetesVersion, args, host);
    noteDiagnostics(source, args, host);
    const reading = args.value("reading") === "real" ? "real-identities" : "formal";
    const options = { kubernetesVersion, limit, reading } as const;
    const proofs = guarantees.map((one) => proveGuarantee(source.policy, one, options));
    const checks = checkScanners(source.policy);
    if (args.has("json")) writeJson(host, { results: proofs, checks });
    else host.stdout.write(printProofs(proofs, source));
    // They look for the same by the text of rules: who proves the one wants to know of the other.
    const isOfScanners = guarantees.some(({ name }) => name.startsWith("cis-"));
    if (!args.has("json") && isOfScanners) host.stdout.write(`\n${printScannerChecks(checks)}`);
    if (!args.has("json") && !isQuiet(args)) host.stderr.write(`${summarizeProofs(proofs)}\n`);
    return proofs.every(isProved) ? EXIT.ok : EXIT.findings;
  },
};

function isProved({ result }: Proof): boolean {
  return result === "proved";
}

/** Those that are named and those of packs, each once; of a file all, unless some are named. */
async function chooseGuarantees(args: Arguments, host: CliHost): Promise<readonly Guarantee[]> {
  const kubernetesVersion = args.value("kubernetes-version");
  const file = args.value("guarantees");
  const chosen = args.inOrder("guarantee", "pack");
  if (file === undefined && chosen.length === 0) {
    throw new GenAuditError("bad-usage", "prove wants to know what: --guarantee, --pack or --guarantees", {
      help: `packs are ${PACK_NAMES.join(", ")}; guarantees are ${GUARANTEE_NAMES.join(", ")}`,
    });
  }
  const own = file === undefined ? [] : await readGuarantees(file, kubernetesVersion, host);
  const named = chosen.flatMap(({ flag, value }) =>
    flag === "pack"
      ? guaranteesOfPack(value)
      : [asUsage(() => guaranteeFromWord(value, own, kubernetesVersion))],
  );
  const all = args.has("guarantee") ? named : [...named, ...own];
  return [...new Map(all.map((one) => [one.name, one])).values()];
}

/** The schema is loaded only where there is something to check. */
async function readGuarantees(
  file: string,
  kubernetesVersion: string | undefined,
  { files }: CliHost,
): Promise<readonly Guarantee[]> {
  if (file === "-" && files.inputIsTerminal)
    throw new GenAuditError("bad-usage", "- is standard input, and that is a terminal");
  const text = await files.read(file);
  const { parseGuarantees } = await import("../../prove/parse-guarantees.js");
  return parseGuarantees(text, { file: file === "-" ? "<stdin>" : file, kubernetesVersion });
}
