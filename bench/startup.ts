import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installTarball } from "../test/package/install-tarball.js";

/*
 * How long the main job takes from the installed package, as a ratio to a Node that does nothing.
 * The two alternate, so that whatever else the machine does falls on both; the median of the pairs' ratios counts.
 */
const LIMIT = 1.6;
const PAIRS = 21;

const folder = mkdtempSync(join(tmpdir(), "gen-audit-bench-"));
try {
  installTarball(folder);
  const bin = join(folder, "node_modules/gen-audit/dist/bin.cjs");
  const main = [bin, "--preset", "gce", "--target", "kops"];
  const time = (args: readonly string[]): number => {
    const start = process.hrtime.bigint();
    const { status } = spawnSync(process.execPath, args, { stdio: "ignore" });
    if (status !== 0) throw new Error(`node ${args.join(" ")} exited with ${status}`);
    return Number(process.hrtime.bigint() - start) / 1e6;
  };
  for (let warmUp = 0; warmUp < 3; warmUp++) time(main);
  const pairs = Array.from({ length: PAIRS }, () => ({ nothing: time(["-e", "0"]), main: time(main) }));
  const median = (values: readonly number[]): number =>
    [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
  const ratio = median(pairs.map((pair) => pair.main / pair.nothing));
  console.log(
    `node -e 0                            ${median(pairs.map(({ nothing }) => nothing)).toFixed(1)} ms`,
  );
  console.log(`gen-audit --preset gce --target kops ${median(pairs.map((pair) => pair.main)).toFixed(1)} ms`);
  console.log(`ratio ${ratio.toFixed(2)}, limit ${LIMIT}`);
  if (ratio > LIMIT) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
