import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { compileEvaluator } from "../src/evaluate/index.js";
import type { Level, Policy, RequestAttributes } from "../src/model/index.js";
import { getPreset } from "../src/presets/index.js";
import { buildOracle, hasGo, type Oracle } from "../test/conformance/go-program.js";
import { randomFrom } from "../test/conformance/random.js";
import { type Bench, type Figure, median } from "./bench.js";
import { generatePolicy, generateRequests } from "./generate-policy.js";
import { PROBE_REQUESTS } from "./probe-requests.js";

const RUNS = 5;
const MILLISECONDS = 300;

interface Work {
  readonly name: string;
  readonly policy: Policy;
  readonly requests: readonly RequestAttributes[];
  /** The part of the Go original's time that it may take. */
  readonly limit: number;
}

/** The compiled evaluator against kube-apiserver's own, in alternating runs; requests are built before the clock runs. */
export const evaluation: Bench = {
  name: "evaluation",
  async run() {
    const gce = getPreset("gce").policy;
    const random = randomFrom(1);
    const large = generatePolicy(1000, random);
    const works: readonly Work[] = [
      { name: "gce, 33 requests × 4 users", policy: gce, requests: PROBE_REQUESTS, limit: 1 / 2 },
      { name: "1,000 rules, the same requests", policy: large, requests: PROBE_REQUESTS, limit: 1 / 20 },
      {
        name: "1,000 rules, requests made of what they name",
        policy: large,
        requests: generateRequests(large, PROBE_REQUESTS.length, random),
        limit: 1 / 20,
      },
    ];
    const figures: Figure[] = [measureCompilation()];
    if (!(await hasGo()))
      return [...figures, { name: "against Go", measured: "no Go here", limit: "none", isKept: true }];
    const oracle = await buildOracle({ folder: "policy", program: "./benchmark" });
    for (const work of works) figures.push(await compare(work, oracle));
    return figures;
  },
};

/** The first time in a fresh process, which is what a program that decides by one policy pays; the median of a few. */
function measureCompilation(): Figure {
  const times = Array.from({ length: RUNS }, () =>
    Number(
      execFileSync(process.execPath, ["--input-type=module", "-e", COMPILE_ONCE], {
        encoding: "utf8",
        cwd: root,
      }),
    ),
  );
  const time = median(times);
  return { name: "compiling gce", measured: `${time.toFixed(2)} ms`, limit: "2 ms", isKept: time < 2 };
}

const root = fileURLToPath(new URL("..", import.meta.url));
/** The library as it is built. */
const COMPILE_ONCE = `
  import { compileEvaluator, getPreset } from "gen-audit";
  const { policy } = getPreset("gce");
  const start = performance.now();
  compileEvaluator(policy);
  console.log(performance.now() - start);
`;

async function compare({ name, policy, requests, limit }: Work, oracle: Oracle): Promise<Figure> {
  const own: number[] = [];
  const theirs: number[] = [];
  measure(policy, requests);
  for (let run = 0; run < RUNS; run++) {
    const mine = measure(policy, requests);
    const answers = oracle.ask<Measured>([{ policy, requests, milliseconds: MILLISECONDS }]);
    const { value: original } = await answers.next();
    await answers.next();
    if (!original || JSON.stringify(original.levels) !== JSON.stringify(mine.levels))
      throw new Error(`${name}: not the same decisions`);
    own.push(mine.nanoseconds);
    theirs.push(original.nanoseconds);
  }
  const ratio = median(own) / median(theirs);
  return {
    name,
    measured: `${ratio.toFixed(3)} × Go (${median(own).toFixed(0)} ns, ${median(theirs).toFixed(0)} ns a request)`,
    limit: `${limit} ×`,
    isKept: ratio <= limit,
  };
}

interface Measured {
  readonly nanoseconds: number;
  readonly levels: readonly Level[];
}

function measure(policy: Policy, requests: readonly RequestAttributes[]): Measured {
  const decide = compileEvaluator(policy);
  const levels: Level[] = requests.map(() => "None");
  let rounds = 0;
  const start = performance.now();
  while (performance.now() - start < MILLISECONDS) {
    for (let index = 0; index < requests.length; index++) {
      // INVARIANT: the index is one of the list.
      levels[index] = decide(requests[index] as RequestAttributes).level;
    }
    rounds++;
  }
  const elapsed = performance.now() - start;
  return { nanoseconds: (elapsed * 1e6) / (rounds * requests.length), levels };
}
