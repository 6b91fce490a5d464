import { analysis } from "./analysis.js";
import type { Bench } from "./bench.js";
import { evaluation } from "./evaluation.js";
import { startup } from "./startup.js";
import { typeChecking } from "./type-checking.js";

/* Measures all there is to measure, or `--only NAME`; exits 1 if a figure is over its limit. */

const BENCHES: readonly Bench[] = [startup, typeChecking, evaluation, analysis];

const args = process.argv.slice(2);
const only = args.includes("--only") ? args[args.indexOf("--only") + 1] : undefined;

for (const bench of BENCHES.filter(({ name }) => only === undefined || only === name)) {
  console.log(bench.name);
  for (const { name, measured, limit, isKept } of await bench.run()) {
    console.log(`  ${name}\n    ${measured}, limit ${limit}${isKept ? "" : " OVER THE LIMIT"}`);
    if (!isKept) process.exitCode = 1;
  }
}
