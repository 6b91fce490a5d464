import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsdown";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "gen-audit-killed-"));
const KILLS = 200;

/** Long enough for the writing to take a while. */
const contentOf = (letter: string): string => `${letter.repeat(79)}\n`.repeat(4000);

/** A program that writes one text over the other, for ever. */
const PROGRAM = `
import { nodeFiles } from "./writer.mjs";
import { readFileSync } from "node:fs";
const [file] = process.argv.slice(2);
process.stdout.write("ready");
for (;;) {
  const before = readFileSync(file, "utf8");
  const after = before.startsWith("a") ? before.replaceAll("a", "b") : before.replaceAll("b", "a");
  await nodeFiles.write([{ path: file, content: after, replaces: before }]);
}
`;

beforeAll(async () => {
  await build({
    config: false,
    cwd: root,
    entry: { writer: "src/cli/node-files.ts" },
    outDir: folder,
    clean: false,
    format: "esm",
    dts: false,
    logLevel: "silent",
    platform: "node",
  });
  writeFileSync(join(folder, "program.mjs"), PROGRAM);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lets a writer write for some milliseconds, and kills it in the midst of it. */
function killAfter(file: string, milliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(folder, "program.mjs"), file], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    child.on("error", reject);
    child.on("close", (code) =>
      code === null ? resolve() : reject(new Error(`the writer ended by itself, with ${code}`)),
    );
    child.stdout.once("data", () => setTimeout(() => child.kill("SIGKILL"), milliseconds));
  });
}

/** Kills writers of one file, one after the other, and gives the letters that have been seen. */
async function killWriters(file: string, moments: readonly number[]): Promise<ReadonlySet<string>> {
  const [old, fresh] = [contentOf("a"), contentOf("b")];
  const seen = new Set<string>();
  writeFileSync(file, old, { mode: 0o640 });
  for (const moment of moments) {
    await killAfter(file, moment);
    const text = readFileSync(file, "utf8");
    expect([old, fresh].includes(text)).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    seen.add(text.slice(0, 1));
  }
  return seen;
}

test(`a file whose writer is killed ${KILLS} times is whole each time, the old one or the new one`, async () => {
  // Spread over what a few writes take, and not by chance: a failure is to come again.
  // Every tenth writer has the time to end what it writes, on a machine that is busy as well.
  const moments = Array.from({ length: KILLS }, (_, kill) => (kill % 10 === 9 ? 300 : (kill * 7) % 41));
  const files = ["first", "second", "third"].map((name) => join(folder, `${name}.yaml`));
  const seen = await Promise.all(
    files.map((file, at) =>
      killWriters(
        file,
        moments.filter((_, kill) => kill % files.length === at),
      ),
    ),
  );
  expect([...new Set(seen.flatMap((letters) => [...letters]))].sort()).toEqual(["a", "b"]);
}, 120_000);
