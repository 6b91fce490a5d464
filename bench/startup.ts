import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installTarball } from "../test/package/install-tarball.js";
import { type Bench, median } from "./bench.js";

const PAIRS = 21;
const policy = fileURLToPath(new URL("../test/fixtures/article/gce.yaml", import.meta.url));

/** What is started, and how many times as long as a Node that does nothing it may take. */
const COMMANDS: readonly { readonly words: readonly string[]; readonly limit: number }[] = [
  { words: ["--preset", "gce", "--target", "kops"], limit: 1.6 },
  { words: ["explain", policy, "create", "pods/exec", "web-0", "--as", "jane"], limit: 1.8 },
];

/**
 * How long commands take from the installed package, as a ratio to a Node that does nothing. The two alternate, so that
 * whatever else the machine does falls on both; the median of the pairs' ratios counts.
 */
export const startup: Bench = {
  name: "startup",
  async run() {
    const folder = mkdtempSync(join(tmpdir(), "gen-audit-bench-"));
    try {
      installTarball(folder);
      const bin = join(folder, "node_modules/gen-audit/dist/bin.cjs");
      return COMMANDS.map(({ words, limit }) => {
        const command = [bin, ...words];
        for (let warmUp = 0; warmUp < 3; warmUp++) time(command);
        const pairs = Array.from({ length: PAIRS }, () => ({
          nothing: time(["-e", "0"]),
          own: time(command),
        }));
        const ratio = median(pairs.map(({ nothing, own }) => own / nothing));
        const nothing = median(pairs.map((pair) => pair.nothing)).toFixed(1);
        const own = median(pairs.map((pair) => pair.own)).toFixed(1);
        return {
          name: `gen-audit ${words.map((word) => word.replace(/.*\//, "")).join(" ")}`,
          measured: `${ratio.toFixed(2)} × node -e 0 (${own} ms, ${nothing} ms)`,
          limit: `${limit} ×`,
          isKept: ratio <= limit,
        };
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function time(args: readonly string[]): number {
  const start = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, { stdio: "ignore" });
  if (status !== 0) throw new Error(`node ${args.join(" ")} exited with ${status}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}
