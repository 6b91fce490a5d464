/** Exit codes; scripts may rely on them. */
export const EXIT = {
  /** Done, and nothing found of what was asked about. */
  ok: 0,
  /** Done, and something was found. */
  findings: 1,
  /** The command line is wrong. */
  usage: 2,
  /** It could not be done: unreadable or refused input, or a fault of ours. */
  failure: 3,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
}

export interface FileToWrite {
  readonly path: string;
  readonly content: string;
  /** Octal, as for chmod; what the system makes of it if not given. */
  readonly mode?: string;
  /** What stands there now; if it is anything else by the time of writing, nothing is written. Its mode is kept. */
  readonly replaces?: string;
}

/** The files of the machine; errors are `GenAuditError`s that name the file and the reason. */
export interface Files {
  /** The text of a file, `-` being standard input. */
  read(path: string): Promise<string>;
  /** The text of a file as it was in a revision of the git repository that it lies in. */
  readRevision(revision: string, path: string): Promise<string>;
  /** What stands at a path; undefined for nothing. */
  kind(path: string): Promise<"folder" | "file" | undefined>;
  /** Writes all of the files, or none; folders that are missing are made. */
  write(files: readonly FileToWrite[]): Promise<void>;
  /** Whether standard input is a terminal, so that nothing will come from it. */
  readonly inputIsTerminal: boolean;
}

/** Everything a command may touch. Tests pass their own. */
export interface CliHost {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly files: Files;
}
