import { spawnSync } from "node:child_process";

/** A step of a GitHub workflow. */
export interface Step {
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface JobOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** What GitHub puts in place of an expression: `github.token`. */
  readonly expressions?: Readonly<Record<string, string>>;
}

export interface StepResult {
  readonly name: string;
  readonly outcome: "success" | "failure" | "skipped";
  readonly output: string;
}

/** Runs the commands of a job as GitHub's runner does: each by bash, until one fails. What an action does, the test has done. */
export function runJob(steps: readonly Step[], options: JobOptions): readonly StepResult[] {
  const results: StepResult[] = [];
  for (const step of steps) {
    if (step.run === undefined) continue;
    const hasFailed = results.some(({ outcome }) => outcome === "failure");
    results.push(
      isRun(step, hasFailed, options)
        ? runStep(step, options)
        : { name: step.name ?? "", outcome: "skipped", output: "" },
    );
  }
  return results;
}

function isRun({ if: condition }: Step, hasFailed: boolean, { expressions = {} }: JobOptions): boolean {
  if (condition === undefined) return !hasFailed;
  // Cancelling is the one thing that does not happen here.
  if (/^\$\{\{ !cancelled\(\) \}\}$/.test(condition)) return true;
  return !hasFailed && lookUp(condition, expressions) === "true";
}

function runStep({ name = "", run = "", env: own = {} }: Step, options: JobOptions): StepResult {
  const { cwd, env, expressions = {} } = options;
  const given = Object.entries(own).map(([key, value]) => [key, fill(value, expressions)] as const);
  // What `shell: bash` stands for.
  const { status, stdout, stderr } = spawnSync(
    "bash",
    ["--noprofile", "--norc", "-eo", "pipefail", "-c", run],
    {
      cwd,
      encoding: "utf8",
      env: { ...env, ...Object.fromEntries(given) },
    },
  );
  return { name, outcome: status === 0 ? "success" : "failure", output: stdout + stderr };
}

function fill(text: string, expressions: NonNullable<JobOptions["expressions"]>): string {
  return text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => lookUp(expression, expressions));
}

function lookUp(expression: string, expressions: NonNullable<JobOptions["expressions"]>): string {
  const value = expressions[expression];
  if (value === undefined) throw new Error(`the expression ${expression} is not known here`);
  return value;
}
