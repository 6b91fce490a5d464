import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { analysisSuite } from "./analysis-suite.js";
import { apiResourcesSuite } from "./api-resources-suite.js";
import { clusterApiSuite } from "./cluster-api-suite.js";
import { evaluationSuite } from "./evaluation-suite.js";
import { flagsSuite } from "./flags-suite.js";
import { hasGo } from "./go-program.js";
import { k0sctlSuite } from "./k0sctl-suite.js";
import { k3dSuite } from "./k3d-suite.js";
import { kindSuite } from "./kind-suite.js";
import { kopsSuite } from "./kops-suite.js";
import { kubeadmSuite } from "./kubeadm-suite.js";
import { loadingSuite } from "./loading-suite.js";
import { logSuite } from "./log-suite.js";
import { minikubeSuite } from "./minikube-suite.js";
import { requestInfoSuite } from "./request-info-suite.js";
import { scannerSuite } from "./scanner-suite.js";
import type { Suite } from "./suite.js";
import { talosSuite } from "./talos-suite.js";

/*
 * Holds gen-audit against upstream's own code, live, and its analyses against two engines of their own kind:
 * `npm run conformance`.
 *
 *   --all           without the limit on time
 *   --record        writes what upstream says into vectors/, which `npm test` replays without Go
 *   --seed NUMBER   generates the input of an earlier run again
 *   --only NAME     one suite
 *
 * The rules of scanners are asked where SCANNER_RULES names a folder that has them: kics.rego and kubescape.rego.
 */

/** In the order in which they run: what is not done when time is up is left to its vectors. */
const SUITES: readonly Suite[] = [
  loadingSuite,
  evaluationSuite,
  requestInfoSuite,
  apiResourcesSuite,
  flagsSuite,
  logSuite,
  kubeadmSuite,
  kopsSuite,
  kindSuite,
  talosSuite,
  k3dSuite,
  k0sctlSuite,
  clusterApiSuite,
  scannerSuite,
  analysisSuite,
  // The one that takes longest to build.
  minikubeSuite,
];
const MINUTES = 20;

const args = process.argv.slice(2);
const flagValue = (flag: string): string | undefined =>
  args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined;

const isGoHere = await hasGo();
if (!isGoHere)
  console.log("conformance: no Go here; npm test replays what upstream's code was recorded to say");
const seed = Number(flagValue("--seed") ?? Date.now() % 2 ** 31);
const only = flagValue("--only");
console.log(`conformance: seed ${seed}`);
// Upstream's code runs in processes of its own, so that what is compared without it has time beside it, in one more.
const beside = isGoHere && only === undefined ? SUITES.filter(({ needsGo }) => needsGo === false) : [];
const results = await Promise.all([
  runSuites(SUITES.filter((suite) => !beside.includes(suite) && [suite.name, undefined].includes(only))),
  ...beside.map(runBeside),
]);
process.exitCode = Math.max(...results);

/** In a process of its own; what it says comes when it is done. */
async function runBeside({ name }: Suite): Promise<number> {
  const words = [
    ...process.execArgv,
    fileURLToPath(import.meta.url),
    ...args,
    "--only",
    name,
    "--seed",
    `${seed}`,
  ];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  const [said] = await Promise.all([text(child.stdout), once(child, "exit")]);
  console.log(said.replace(/^conformance: seed .*\n/, "").trimEnd());
  return child.exitCode ?? 1;
}

async function runSuites(suites: readonly Suite[]): Promise<number> {
  const signal = args.includes("--all")
    ? new AbortController().signal
    : AbortSignal.timeout(MINUTES * 60_000);
  const lines: string[] = [];
  let failed = 0;
  for (const suite of suites.filter(({ needsGo }) => isGoHere || needsGo === false)) {
    const started = performance.now();
    try {
      const { against, compared, mismatches, skipped } = await suite.run({
        seed,
        record: args.includes("--record"),
        signal,
        log: (line) => console.log(`  ${line}`),
      });
      for (const mismatch of mismatches.slice(0, 20)) console.log(`  MISMATCH ${mismatch}`);
      if (mismatches.length > 0) failed++;
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      lines.push(
        skipped === undefined
          ? `live: ${suite.name}: ${compared}, ${mismatches.length} mismatches, ${seconds} s; ${against.join(", ")}`
          : `recorded: ${suite.name}: ${skipped}`,
      );
    } catch (error) {
      if (!signal.aborted) failed++;
      const why = signal.aborted ? "out of time, left to the recorded vectors" : String(error);
      lines.push(`${signal.aborted ? "recorded" : "FAILED"}: ${suite.name}: ${why}`);
    }
  }
  console.log(lines.map((line) => `conformance: ${line}`).join("\n"));
  return failed === 0 ? 0 : 1;
}
