import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { type FileToWrite, run } from "../../src/cli/index.js";
import { nodeFiles } from "../../src/cli/node-files.js";
import { GenAuditError } from "../../src/diagnostics/index.js";
import { splitWords } from "../support/split-words.js";

/*
 * A case is a folder with a file `cmd`, the words behind `gen-audit`. Beside it lie the files that it reads, `stdin` if
 * something comes from there, and what is expected: `stdout`, `stderr`, `exit`, and under `written/` what it writes.
 * `UPDATE=1 npm test` records what is expected anew.
 */

const root = fileURLToPath(new URL(".", import.meta.url));
const updates = process.env["UPDATE"] === "1";

const cases = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => /(^|[\\/])cmd$/.test(path))
  .map((path) => dirname(path).replaceAll("\\", "/"))
  .sort();

interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: string;
  readonly written: Readonly<Record<string, string>>;
}

test.each(cases)("%s prints what is recorded", async (name) => {
  const folder = join(root, name);
  const outcome = await runCase(folder);
  if (updates) record(folder, outcome);
  expect(outcome).toEqual(recorded(folder));
});

test("a name that a case may read is not that of something it expects", () => {
  const words = cases.flatMap((name) => wordsOf(join(root, name)));
  expect(words.filter((word) => ["stdout", "stderr", "exit", "cmd"].includes(word))).toEqual([]);
});

function wordsOf(folder: string): string[] {
  return splitWords(readFileSync(join(folder, "cmd"), "utf8"));
}

async function runCase(folder: string): Promise<Outcome> {
  const said = { stdout: "", stderr: "" };
  const written: FileToWrite[] = [];
  const stdin = join(folder, "stdin");
  const exit = await run({
    args: wordsOf(folder),
    env: {},
    stdout: { write: (text) => void (said.stdout += text), isTerminal: false },
    stderr: { write: (text) => void (said.stderr += text), isTerminal: false },
    files: {
      inputIsTerminal: !existsSync(stdin),
      read: (path) => (path === "-" ? nodeFiles.read(stdin) : readInside(folder, path)),
      // Of a case, a revision is a folder.
      readRevision: (revision, path) => readInside(folder, join(revision, path)),
      kind: (path) => nodeFiles.kind(join(folder, path)),
      write: async (files) => void written.push(...files),
    },
  });
  return {
    ...said,
    exit: `${exit}\n`,
    written: Object.fromEntries(written.map(({ path, content }) => [path, content])),
  };
}

/** A file of the case, by its name there; what is said of it does not tell where the case lies. */
async function readInside(folder: string, path: string): Promise<string> {
  try {
    return await nodeFiles.read(join(folder, path));
  } catch (error) {
    if (!(error instanceof GenAuditError)) throw error;
    const { code, message, help } = error;
    throw new GenAuditError(code, message.replace(join(folder, path), path), { help });
  }
}

function recorded(folder: string): Outcome {
  const read = (file: string): string => readFileSync(join(folder, file), "utf8");
  const written = join(folder, "written");
  const names = existsSync(written)
    ? readdirSync(written, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(written.length + 1))
    : [];
  return {
    stdout: read("stdout"),
    stderr: read("stderr"),
    exit: read("exit"),
    written: Object.fromEntries(names.map((name) => [name, read(join("written", name))])),
  };
}

function record(folder: string, { stdout, stderr, exit, written }: Outcome): void {
  rmSync(join(folder, "written"), { recursive: true, force: true });
  const files = Object.entries(written).map(([name, text]) => [join("written", name), text] as const);
  for (const [name, text] of [["stdout", stdout], ["stderr", stderr], ["exit", exit], ...files] as const) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
