import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installTarball } from "../test/package/install-tarball.js";
import { type Bench, median } from "./bench.js";

const PAIRS = 7;
const LIMIT_SECONDS = 1;
const tsc = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));

const PROGRAMS = {
  empty: "export {};",
  builder: [
    'import { auditPolicy, renderTarget } from "gen-audit";',
    'import { apps, core, serviceAccount } from "gen-audit/kubernetes";',
    "const { policy } = auditPolicy()",
    '  .rule("None", { users: [serviceAccount("argocd", "argocd-server")], verbs: ["get"], resources: [apps.deployments] })',
    '  .rule("Metadata", { resources: [core.secrets, core.configmaps, { group: "argoproj.io", resources: ["applications"] }] })',
    '  .rule("Request", { verbs: ["create", "get"], resources: [core.pods.exec] })',
    '  .use("balanced")',
    "  .build();",
    'export const { artifacts } = renderTarget({ policy, target: "kops" });',
  ].join("\n"),
} as const;

/** What it costs to type-check a program that imports the package, over one that is empty. The two alternate. */
export const typeChecking: Bench = {
  name: "type-checking",
  run() {
    const folder = mkdtempSync(join(tmpdir(), "gen-audit-bench-"));
    try {
      installTarball(folder);
      for (const [name, text] of Object.entries(PROGRAMS)) write(join(folder, name), text);
      const pairs = Array.from({ length: PAIRS }, () => ({
        empty: time(join(folder, "empty")),
        builder: time(join(folder, "builder")),
      }));
      const cost = median(pairs.map(({ empty, builder }) => builder - empty));
      const empty = median(pairs.map((pair) => pair.empty));
      return Promise.resolve([
        {
          name: "tsc on a program that imports gen-audit and gen-audit/kubernetes",
          measured: `${cost.toFixed(2)} s over an empty one (${empty.toFixed(2)} s)`,
          limit: `${LIMIT_SECONDS} s`,
          isKept: cost < LIMIT_SECONDS,
        },
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function write(project: string, text: string): void {
  const compilerOptions = { module: "nodenext", target: "es2023", strict: true, noEmit: true, types: [] };
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
  writeFileSync(join(project, "main.ts"), text);
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["main.ts"] }));
}

function time(project: string): number {
  const start = process.hrtime.bigint();
  execFileSync(process.execPath, [tsc, "-p", project], { stdio: "pipe" });
  return Number(process.hrtime.bigint() - start) / 1e9;
}
