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
process.exitCode = await runSuites();

async function runSuites(): Promise<number> {
  const seed = Number(flagValue("--seed") ?? Date.now() % 2 ** 31);
  console.log(`conformance: seed ${seed}`);
  const signal = args.includes("--all")
    ? new AbortController().signal
    : AbortSignal.timeout(MINUTES * 60_000);
  const lines: string[] = [];
  let failed = 0;
  const suites = SUITES.filter(({ needsGo }) => isGoHere || needsGo === false);
  for (const suite of suites.filter(({ name }) => [name, undefined].includes(flagValue("--only")))) {
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
