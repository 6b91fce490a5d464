import { execFile, spawn } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const execute = promisify(execFile);
const here = new URL("./", import.meta.url);
/** Binaries live with what else npm installs: out of git, and gone with `node_modules`. */
const binaries = fileURLToPath(new URL("../../node_modules/.cache/conformance/", here));

/** A small Go program over released modules, which answers one JSON line on each JSON line. */
export interface GoProgram {
  /** The folder below `test/conformance` that holds the module. */
  readonly folder: string;
  /** The package in it, `./loading`. */
  readonly program: string;
  /** The module file, `go.mod` if not given: each names the releases it is built from. */
  readonly modfile?: string;
  /** Packages whose statements are counted as they run. */
  readonly cover?: string;
}

/** A binary, built. */
export interface Oracle {
  readonly binary: string;
  /** Answers in the order of the questions. Fails if the program does, or does not answer each of them. */
  ask<Answer>(questions: Iterable<unknown>, options?: AskOptions): AsyncGenerator<Answer>;
}

export interface AskOptions {
  readonly signal?: AbortSignal;
  /** Where the counts of `cover` go. */
  readonly coverFolder?: string;
}

export async function hasGo(): Promise<boolean> {
  return execute("go", ["version"]).then(
    () => true,
    () => false,
  );
}

/** Builds a program; the Go tool keeps what it has built before. */
export async function buildOracle(program: GoProgram, signal?: AbortSignal): Promise<Oracle> {
  const { folder, program: path, modfile = "go.mod", cover } = program;
  const cwd = fileURLToPath(new URL(folder, here));
  const binary = `${binaries}${[folder, path, modfile].join("-").replace(/[^a-z0-9.-]|\.\//g, "")}`;
  await mkdir(binaries, { recursive: true });
  const flags = [`-modfile=${modfile}`, "-mod=readonly", "-buildvcs=false", "-trimpath"];
  // The program itself as well: without its main package, nothing writes the counts when it ends.
  const counted = cover === undefined ? [] : ["-cover", `-coverpkg=${cover},${path}`];
  await execute("go", ["build", ...flags, ...counted, "-o", binary, path], {
    cwd,
    ...(signal && { signal }),
    // A module file says which Go it needs at least; never fetch another one.
    env: { ...process.env, GOFLAGS: "", GOWORK: "off", GOTOOLCHAIN: "local" },
    maxBuffer: 1 << 26,
  });
  return {
    binary,
    ask: (questions, options) => ask(binary, questions, { ...options, ...(signal && { signal }) }),
  };
}

async function* ask<Answer>(
  binary: string,
  questions: Iterable<unknown>,
  { signal, coverFolder }: AskOptions,
): AsyncGenerator<Answer> {
  const child = spawn(binary, [], {
    stdio: ["pipe", "pipe", "pipe"],
    ...(signal && { signal }),
    env: { ...process.env, ...(coverFolder !== undefined && { GOCOVERDIR: coverFolder }) },
  });
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint = (complaint + chunk).slice(-4000);
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  let asked = 0;
  const asking = (async () => {
    for (const question of questions) {
      asked++;
      if (!child.stdin.write(`${JSON.stringify(question)}\n`)) {
        await Promise.race([new Promise((resolve) => child.stdin.once("drain", resolve)), ended]);
      }
    }
    child.stdin.end();
  })();
  child.stdin.on("error", () => {}); // It has ended before the last question: said below.
  let answered = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    answered++;
    yield JSON.parse(line) as Answer;
  }
  await asking;
  const code = await ended;
  if (code !== 0 || answered !== asked) {
    throw new Error(`${binary} ended with ${code} after ${answered} of ${asked} answers\n${complaint}`);
  }
}

/** The version of a module that a module file asks for. */
export async function moduleVersion(folder: string, module: string, modfile = "go.mod"): Promise<string> {
  const text = await readFile(new URL(`${folder}/${modfile}`, here), "utf8");
  const version = text.match(
    new RegExp(`^\\s*(?:require\\s+)?${module.replaceAll(".", "\\.")} (v\\S+)`, "m"),
  )?.[1];
  if (version === undefined) throw new Error(`${folder}/${modfile} requires no ${module}`);
  return version;
}
