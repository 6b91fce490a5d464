import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findDifference, findRedundantRules, findUnreachableRules, LIMIT } from "../src/analyze/index.js";
import { composeStrictest, composeWithin, parseLimit } from "../src/combine/index.js";
import { composeSequence } from "../src/compose/index.js";
import { createLintContext } from "../src/lint/create-lint-context.js";
import { type LintSource, lintPolicy } from "../src/lint/index.js";
import { ruleShadowed } from "../src/lint/rules/rule-shadowed.js";
import { minimizePolicy } from "../src/minimize/index.js";
import type { Policy } from "../src/model/index.js";
import { parsePolicy } from "../src/parse/index.js";
import { getPreset, listPresets } from "../src/presets/index.js";
import { printDiagnostics } from "../src/report/index.js";
import { randomFrom } from "../test/conformance/random.js";
import { type Bench, type Figure, median } from "./bench.js";
import { generatePolicy } from "./generate-policy.js";

/** Policies of the generator, whose figures are the slowest of these. */
const SEEDS = [1, 2, 7];

/** How many rules the growth of an all-rule reachability is shown for, and how long it may take, in milliseconds. */
const SIZES: readonly { readonly rules: number; readonly limit: number }[] = [
  { rules: 10, limit: 300 },
  { rules: 30, limit: 300 },
  { rules: 100, limit: 300 },
  { rules: 300, limit: 300 },
  { rules: 1000, limit: 300 },
  { rules: 2000, limit: 10_000 },
  { rules: 5000, limit: 10_000 },
];

const MEGABYTES = 500;

/** The exact analyses: published policies, random ones of growing size, and the memory that all of it takes. */
export const analysis: Bench = {
  name: "analysis",
  async run() {
    return [
      ...publishedPolicies(),
      ...SIZES.map(({ rules, limit }) => {
        const policies = SEEDS.map((seed) => generatePolicy(rules, randomFrom(seed)));
        const runs = rules > 1000 ? 1 : 5;
        const times = policies.map((policy) => time(runs, () => findUnreachableRules(policy)));
        return limited(`all-rule reachability, ${rules} random rules`, Math.max(...times), limit);
      }),
      ...comparisons(),
      memory(),
    ];
  },
};

/** Policies that people publish where they are at hand, else presets: read before the clock runs, linted and told of. */
function publishedPolicies(): readonly Figure[] {
  const folder = fileURLToPath(new URL("../../shared/data/policies", import.meta.url));
  const texts = existsSync(folder)
    ? readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"))
    : [];
  const read = texts.map((text) => parsePolicy(text)).filter(({ policy }) => policy);
  const sources =
    read.length > 0 ? read : listPresets().map(({ name }) => ({ policy: getPreset(name).policy }));
  const large = sources.filter(({ policy }) => (policy?.rules.length ?? 0) >= 15);
  const reach = large.map(({ policy }) => time(15, () => policy && findUnreachableRules(policy)));
  const told = large.map((source) => time(15, () => tellOfReachability(source)));
  const lint = large.map((source) => time(15, () => printDiagnostics(lintPolicy(source))));
  const name = `${large.length} published policies of 15 rules and more, the slowest`;
  return [
    limited(`all-rule reachability, ${name}`, Math.max(...reach), 5),
    limited(`the same by lint, with its messages, ${name}`, Math.max(...told), 5),
    limited(`all rules of lint, with their messages, ${name}`, Math.max(...lint), 50),
  ];
}

/** What lint says of rules that no request gets to. */
function tellOfReachability({ policy, place }: LintSource): string {
  if (!policy) return "";
  const { context } = createLintContext(policy, [ruleShadowed], { place });
  return printDiagnostics([...ruleShadowed.check(context)]);
}

function comparisons(): readonly Figure[] {
  const edited: number[] = [];
  const minimized: number[] = [];
  const shortened: number[] = [];
  const minimizing: number[] = [];
  const combining: number[] = [];
  const limiting: number[] = [];
  for (const seed of SEEDS) {
    const policy = generatePolicy(1000, randomFrom(seed));
    const one = editRule(policy, 600);
    edited.push(time(5, () => findDifference(policy, one)));
    const less = minimizePolicy(policy);
    if (less === "unknown") throw new Error("a policy is not minimized");
    const { unreachable } = findUnreachableRules(policy);
    const { redundant } = findRedundantRules(policy);
    const gone = new Set(unreachable.map(({ rule }) => rule));
    // Of redundant rules one may need the other; the first of them can go.
    for (const rule of redundant.slice(0, 1)) gone.add(rule);
    const fewer = { ...policy, rules: policy.rules.filter((_, rule) => !gone.has(rule)) };
    minimized.push(time(3, () => requireEquivalent(findDifference(policy, fewer))));
    const limit = LIMIT * policy.rules.length;
    shortened.push(time(1, () => requireEquivalent(findDifference(policy, less.policy, { limit }))));
    minimizing.push(time(1, () => minimizePolicy(policy)));
    const parts = [
      { policy, name: "random" },
      { ...getPreset("metadata-only"), name: "metadata-only" },
    ];
    combining.push(time(1, () => composeStrictest(parts)));
    const base = composeSequence(parts.slice(0, 1));
    limiting.push(time(1, () => composeWithin(base, LIMITS)));
  }
  return [
    limited("witness of a one-rule difference, 1,000 rules", Math.max(...edited), 50),
    limited("proof of equivalence with a minimized copy, 1,000 rules", Math.max(...minimized), 2000),
    limited("the same of one without needless entries of rules", Math.max(...shortened), 10_000),
    limited("minimized, 1,000 rules", Math.max(...minimizing), 10_000),
    limited("strictest of 1,000 rules and a preset, minimized and proved", Math.max(...combining), 20_000),
    limited("1,000 rules within a floor and a ceiling, minimized and proved", Math.max(...limiting), 30_000),
  ];
}

const LIMITS = {
  atLeast: [parseLimit("Metadata:create,delete pods/exec")],
  atMost: [parseLimit("Metadata:* secrets")],
};

function editRule(policy: Policy, index: number): Policy {
  const rules = policy.rules.map((rule, position) =>
    position === index
      ? { ...rule, level: rule.level === "None" ? ("Metadata" as const) : ("None" as const) }
      : rule,
  );
  return { ...policy, rules };
}

function requireEquivalent(answer: ReturnType<typeof findDifference>): void {
  if (answer !== "equivalent") throw new Error(`a minimized copy is ${JSON.stringify(answer)}`);
}

/** The most that the process has held at once: all of the figures before it included. */
function memory(): Figure {
  const most = process.resourceUsage().maxRSS / 1024;
  return {
    name: "memory, all of the above in one process",
    measured: `${most.toFixed(0)} MB`,
    limit: `${MEGABYTES} MB`,
    isKept: most < MEGABYTES,
  };
}

function limited(name: string, milliseconds: number, limit: number): Figure {
  const measured = `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`;
  return { name, measured, limit: `${limit} ms`, isKept: milliseconds < limit };
}

/** In milliseconds, the median; the first run, in which the code is compiled, does not count where there are several. */
function time(runs: number, work: () => unknown): number {
  const times: number[] = [];
  for (let run = 0; run < runs + (runs > 1 ? 1 : 0); run++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return median(runs > 1 ? times.slice(1) : times);
}
