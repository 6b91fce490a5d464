import { type ExitCode, type FileToWrite, type Output, run } from "../../src/cli/index.js";
import { GenAuditError } from "../../src/diagnostics/index.js";

export interface RunOptions {
  /** Files that are there, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunResult {
  readonly exit: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
  readonly written: readonly FileToWrite[];
}

/** Runs the command line on files in memory; standard input is a terminal unless it is given. */
export async function runInMemory(args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const { files = {}, stdin, env = {} } = options;
  const said = { stdout: "", stderr: "" };
  const written: FileToWrite[] = [];
  const collect = (stream: "stdout" | "stderr"): Output => ({
    isTerminal: false,
    write(text) {
      said[stream] += text;
    },
  });
  const exit = await run({
    args,
    env,
    stdout: collect("stdout"),
    stderr: collect("stderr"),
    files: {
      inputIsTerminal: stdin === undefined,
      async read(path) {
        const text = path === "-" ? stdin : files[path];
        if (text === undefined)
          throw new GenAuditError("file-unreadable", `${path} cannot be read: there is no such file`);
        return text;
      },
      async readRevision(revision, path) {
        throw new GenAuditError("file-unreadable", `git:${revision}:${path} cannot be read`);
      },
      async kind(path) {
        if (path in files) return "file";
        return Object.keys(files).some((file) => file.startsWith(`${path.replace(/\/$/, "")}/`))
          ? "folder"
          : undefined;
      },
      async write(all) {
        written.push(...all);
      },
    },
  });
  return { exit, ...said, written };
}
