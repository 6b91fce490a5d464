import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root: string = fileURLToPath(new URL("../..", import.meta.url));

/** The folder of somebody who has copied an example and installed gen-audit, as it was built, and these packages. */
export function copyExample(name: string, packages: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), `gen-audit-${name}-`));
  cpSync(join(root, "examples", name), folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  for (const [one, place] of [
    ["gen-audit", root],
    ...packages.map((one) => [one, installed(one)]),
  ] as const) {
    const link = join(folder, "node_modules", one);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(place, link);
  }
  return folder;
}

const installed = (name: string): string => join(root, "node_modules", name);

/** Runs a program of the copy, as `npx tsx FILE` does. */
export function runCopy(
  folder: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
): SpawnSyncReturns<string> {
  const tsx = join(installed("tsx"), "dist/cli.mjs");
  return spawnSync(process.execPath, [tsx, ...words], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
}
