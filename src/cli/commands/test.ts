import { dirname, isAbsolute, join } from "node:path";
import { GenAuditError } from "../../diagnostics/index.js";
import { type CaseResult, type PlacedCase, parsePolicyTests, testPolicy } from "../../policy-test/index.js";
import { type JUnitCase, printExplanation, printJUnit } from "../../report/index.js";
import { requireRelease } from "../../validate/index.js";
import { type Command, isQuiet, writeJson } from "../command.js";
import { COMMON_FLAGS, KUBERNETES_VERSION_FLAG } from "../common-flags.js";
import { type CliHost, EXIT } from "../host.js";
import type { Arguments } from "../parse-arguments.js";
import { PRESET_PREFIX } from "../policy-source.js";
import { type ReadPolicy, readPolicy } from "../read-policy.js";

/** A table of requests, and the decisions expected of a policy. */
export const test: Command = {
  name: "test",
  summary: "a table of requests, held against the decisions that a policy makes of them",
  usage: "test FILE… [--policy POLICY] [--format text|json|junit]",
  examples: [
    ["gen-audit test audit-tests.yaml", "the policy that the file names"],
    [
      "gen-audit test audit-tests.yaml --policy preset:gce --format junit > report.xml",
      "another one, for a CI server",
    ],
  ],
  flags: [
    {
      name: "policy",
      value: "POLICY",
      help: "the policy under test, in place of the one that each file names",
    },
    KUBERNETES_VERSION_FLAG,
    {
      name: "format",
      value: "FORMAT",
      choices: ["text", "json", "junit"],
      help: "text, json or junit (default: text)",
    },
    ...COMMON_FLAGS,
  ],
  async run(args, host) {
    if (args.positionals.length === 0) throw new GenAuditError("bad-usage", "test wants a file: test FILE…");
    requireRelease(args.value("kubernetes-version"));
    const runs: TestRun[] = [];
    for (const file of args.positionals) runs.push(await runFile(file, args, host));
    const unreached = findUnreached(runs);
    const format = args.has("json") ? "json" : (args.value("format") ?? "text");
    const count = runs.flatMap(({ results }) => results).length;
    const failed = runs.flatMap(({ results }) => results).filter(({ passed }) => !passed).length;
    if (format === "json") writeJson(host, toJson(runs, unreached));
    else host.stdout.write(format === "junit" ? toJUnit(runs) : printRuns(runs, unreached));
    if (format === "text" && !isQuiet(args))
      host.stderr.write(
        `${count} ${count === 1 ? "case" : "cases"}, ${failed === 0 ? "none" : failed} failed\n`,
      );
    return failed > 0 ? EXIT.findings : EXIT.ok;
  },
};

/** One file of cases, run. */
interface TestRun {
  readonly file: string;
  readonly source: ReadPolicy;
  readonly results: readonly (CaseResult & { readonly expected: PlacedCase })[];
  readonly unreachedRules: readonly number[];
}

async function runFile(file: string, args: Arguments, host: CliHost): Promise<TestRun> {
  if (file === "-" && host.files.inputIsTerminal)
    throw new GenAuditError("bad-usage", "- is standard input, and that is a terminal");
  const name = file === "-" ? "<stdin>" : file;
  const tests = parsePolicyTests(await host.files.read(file), name, args.value("kubernetes-version"));
  const policy =
    args.value("policy") ?? (tests.policy === undefined ? undefined : besides(file, tests.policy));
  if (policy === undefined) {
    throw new GenAuditError("bad-input", `${name} names no policy`, {
      help: "begin it with policy: FILE or policy: preset:NAME, or give --policy",
    });
  }
  const kubernetesVersion = args.value("kubernetes-version") ?? tests.kubernetesVersion;
  const source = await readPolicy(policy, kubernetesVersion, args, host);
  const { cases, unreachedRules } = testPolicy(source.policy, tests.cases, { kubernetesVersion });
  // INVARIANT: a result for each case, in their order.
  const results = tests.cases.flatMap((expected, index) => {
    const result = cases[index];
    return result ? [{ ...result, expected }] : [];
  });
  return { file: name, source, results, unreachedRules };
}

/** A policy is named as seen from the file that names it. */
function besides(file: string, policy: string): string {
  const isElsewhere = policy.startsWith(PRESET_PREFIX) || isAbsolute(policy) || file === "-";
  return isElsewhere ? policy : join(dirname(file), policy);
}

interface UnreachedRule {
  readonly policy: string;
  readonly rule: number;
}

/** The rules that no case of any file reaches; files may share a policy. */
function findUnreached(runs: readonly TestRun[]): readonly UnreachedRule[] {
  const byPolicy = new Map<string, readonly number[]>();
  for (const { source, unreachedRules } of runs) {
    const known = byPolicy.get(source.name);
    byPolicy.set(source.name, known ? known.filter((rule) => unreachedRules.includes(rule)) : unreachedRules);
  }
  return [...byPolicy].flatMap(([policy, rules]) => rules.map((rule) => ({ policy, rule })));
}

function printRuns(runs: readonly TestRun[], unreached: readonly UnreachedRule[]): string {
  const cases = runs.flatMap((run) => run.results.map((result) => printResult(run, result)));
  const policies = [...new Set(unreached.map(({ policy }) => policy))];
  const notes = policies.map((policy) => {
    const rules = unreached.filter((one) => one.policy === policy).map(({ rule }) => `rules[${rule}]`);
    return `no case reaches ${rules.join(", ")} of ${policy}\n`;
  });
  return [...cases, ...notes].join("");
}

function printResult(
  { file, source }: TestRun,
  { name, passed, unmet, actual, expected }: TestRun["results"][number],
): string {
  if (passed) return `ok   ${name}\n`;
  const place = `${file}:${expected.line}`;
  return [`FAIL ${name} (${place})`, ...unmet, ...printExplanation(actual, source).trimEnd().split("\n"), ""]
    .map((line, index) => (index === 0 || line === "" ? line : `     ${line}`))
    .join("\n");
}

function toJUnit(runs: readonly TestRun[]): string {
  return printJUnit(
    new Map(
      runs.map(({ file, source, results }) => [
        file,
        results.map(
          ({ name, passed, unmet, actual, expected: { line } }): JUnitCase => ({
            name,
            file,
            line,
            ...(!passed && {
              failure: { message: unmet.join("; "), details: printExplanation(actual, source) },
            }),
          }),
        ),
      ]),
    ),
  );
}

function toJson(
  runs: readonly TestRun[],
  unreachedRules: readonly UnreachedRule[],
): Readonly<Record<string, unknown>> {
  const cases = runs.flatMap(({ file, source, results }) =>
    results.map(({ name, passed, expected, unmet, actual }) => {
      const { line, name: _, request, ...expectation } = expected;
      const { decision, trace } = actual;
      return {
        name,
        file,
        line,
        policy: source.name,
        passed,
        request: actual.request,
        expected: expectation,
        actual: decision,
        unmet,
        trace,
      };
    }),
  );
  return { cases, unreachedRules };
}
