import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tsImport } from "tsx/esm/api";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parse, parseAllDocuments, stringify } from "yaml";
import { root } from "./copy-example.js";
import { type JobOptions, runJob, type Step, type StepResult } from "./run-job.js";
import { createRepository, type ScratchRepository } from "./scratch-repository.js";

const FILES = ["audit-policy.yml", "audit-policy-drift.yml"] as const;
const textOf = (file: (typeof FILES)[number]): string =>
  readFileSync(join(root, "examples/github-workflow/.github/workflows", file), "utf8");

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[]; readonly permissions?: object }>>;
}
const workflowOf = (file: (typeof FILES)[number]): Workflow => parse(textOf(file));
const stepsOf = (file: (typeof FILES)[number], job: string): readonly Step[] =>
  workflowOf(file).jobs[job]?.steps ?? [];

describe.each(FILES)("%s", (file) => {
  const { permissions, jobs } = workflowOf(file);
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test("is a workflow to GitHub's own parser, expressions included", async () => {
    // It imports JSON as bundlers do, and not as Node does.
    const parser: typeof import("@actions/workflow-parser") = await tsImport(
      "@actions/workflow-parser",
      import.meta.url,
    );
    const { context, value } = parser.parseWorkflow(
      { name: file, content: textOf(file) },
      new parser.NoOperationTraceWriter(),
    );
    expect(context.errors.getErrors().map(String)).toEqual([]);
    if (!value) throw new Error("there is no workflow");
    expect((await parser.convertWorkflowTemplate(context, value)).errors ?? []).toEqual([]);
  });

  test("may do no more than it has to", () => {
    expect(permissions["contents"]).toBe("read");
    const writes = [permissions, ...Object.values(jobs).map((job) => job.permissions ?? {})].flatMap(
      (given) => Object.entries(given).flatMap(([name, access]) => (access === "write" ? [name] : [])),
    );
    expect(writes).toEqual(file === "audit-policy.yml" ? ["pull-requests"] : ["id-token"]);
    for (const { uses = "", with: options } of steps)
      if (uses.startsWith("actions/checkout@"))
        expect(options).toMatchObject({ "persist-credentials": false });
  });

  test("puts nothing that somebody else has written into a script, and names each action with its major version", () => {
    for (const { run = "", uses } of steps) {
      expect(run).not.toContain("${{");
      if (uses) expect(uses).toMatch(/^[\w-]+\/[\w-]+@v\d+$/);
    }
  });
});

describe("in a repository of kOps", () => {
  /** How the README makes one, but for what comes from a registry. */
  const readme = readFileSync(join(root, "examples/github-workflow/README.md"), "utf8");
  const setUp = [...readme.matchAll(/^npx gen-audit .*$/gm)].map(([command]) => command);

  let repository: ScratchRepository;
  let comments: string;
  beforeAll(() => {
    repository = createRepository();
    comments = String(repository.env["FAKE_GITHUB"]);
    const { run, write } = repository;
    write("cluster.yaml", readFileSync(join(root, "examples/kops-script/cluster.yaml"), "utf8"));
    for (const command of setUp) run("bash", "-c", command);
    run("git", "init", "--quiet", "--initial-branch=main");
    run("git", "add", ".");
    run("git", "commit", "--quiet", "--message=base");
  }, 60_000);
  afterAll(() => repository.remove());
  beforeEach(() => {
    repository.run("git", "checkout", "--quiet", "--force", "main");
    writeFileSync(comments, "[]");
    writeFileSync(String(repository.env["GITHUB_STEP_SUMMARY"]), "");
  });

  const renewCluster = (): string => repository.run("bash", "-c", setUp.at(-1) ?? "");

  /** Checks out what GitHub does for a pull request: a merge whose first parent is the base. */
  function pullRequest(change: () => void): void {
    const { run } = repository;
    run("git", "checkout", "--quiet", "-B", "change", "main");
    change();
    run("git", "commit", "--quiet", "--all", "--message=change");
    run("git", "checkout", "--quiet", "--detach", "main");
    run("git", "merge", "--quiet", "--no-ff", "--message=merge", "change");
  }

  const changePolicy = (before: string | RegExp, after: string): void =>
    repository.write("policy.yaml", repository.read("policy.yaml").replace(before, after));
  const recordSecrets = (): void => changePolicy("- level: Metadata", "- level: RequestResponse");
  const leaveOutJobs = (): void =>
    changePolicy(
      "rules:\n",
      "rules:\n  - level: None\n    verbs: [get, list, watch]\n    resources: [{ group: batch, resources: [jobs] }]\n\n",
    );

  const EXPRESSIONS = {
    "github.token": "token",
    "github.event.pull_request.number": "7",
    "github.event.pull_request.head.repo.full_name == github.repository": "true",
    "vars.KOPS_CONFIG_BASE": "s3://state/example",
  };
  const run = (steps: readonly Step[], expressions: JobOptions["expressions"] = {}): readonly StepResult[] =>
    runJob(steps, {
      cwd: repository.folder,
      env: repository.env,
      expressions: { ...EXPRESSIONS, ...expressions },
    });
  /** What is installed once is there for all. */
  const isOther = ({ name }: Step): boolean => name !== "Install";
  const CHECK = stepsOf("audit-policy.yml", "check");
  const COMMENT = stepsOf("audit-policy.yml", "comment").filter(isOther);
  const DRIFT = stepsOf("audit-policy-drift.yml", "drift").filter(isOther);
  const check = (): readonly StepResult[] => run(CHECK.filter(isOther));
  const comment = (): readonly StepResult[] => run(COMMENT);
  const outcomes = (results: readonly StepResult[]): Record<string, string> =>
    Object.fromEntries(results.map(({ name, outcome }) => [name, outcome]));
  const outputOf = (results: readonly StepResult[], name: string): string =>
    results.find((one) => one.name === name)?.output ?? "";
  const commentsNow = (): readonly { readonly id: number; readonly body: string }[] =>
    JSON.parse(readFileSync(comments, "utf8"));

  test("a change that keeps all that is asked, with the cluster renewed, passes", () => {
    pullRequest(() => {
      leaveOutJobs();
      renewCluster();
    });
    const results = run(CHECK);
    expect(outcomes(results), JSON.stringify(results)).toEqual({
      Install: "success",
      Lint: "success",
      Prove: "success",
      Drift: "success",
    });
  });

  test("a policy that records Secrets fails to be proved, with a warning at its line", () => {
    pullRequest(() => {
      recordSecrets();
      renewCluster();
    });
    const results = check();
    expect(outcomes(results)).toEqual({
      Lint: "failure",
      Prove: "failure",
      Drift: "success",
    });
    expect(outputOf(results, "Lint")).toMatch(/^::warning file=policy\.yaml,line=\d+,.*\(secret-bodies\)/m);
    expect(outputOf(results, "Prove")).toMatch(/^BROKEN +no-secret-bodies/m);
  });

  test("a policy that the cluster does not have fails as drift, which is shown", () => {
    pullRequest(leaveOutJobs);
    const results = check();
    expect(outcomes(results)).toEqual({
      Lint: "success",
      Prove: "success",
      Drift: "failure",
    });
    expect(outputOf(results, "Drift")).toMatch(/^\+ {8}- level: None$/m);
  });

  test("a pull request is told once what is recorded otherwise, and the comment is kept up to date", () => {
    const foreign = { id: 3, user: { login: "somebody" }, body: "<!-- audit-policy -->\nnot ours" };
    const other = { id: 4, user: { login: "github-actions[bot]" }, body: "of another workflow" };
    writeFileSync(comments, JSON.stringify([foreign, other]));

    pullRequest(leaveOutJobs);
    const first = comment();
    expect(outcomes(first), JSON.stringify(first)).toEqual({
      Compare: "success",
      Comment: "success",
    });
    expect(commentsNow().slice(0, 2)).toEqual([foreign, other]);
    const [ours, ...more] = commentsNow().slice(2);
    expect(more).toEqual([]);
    expect(ours?.body).toMatch(/^<!-- audit-policy -->\n\*\*Audit policy\*\*: /);
    expect(ours?.body).toContain("get, list, watch on jobs.batch");
    expect(readFileSync(String(repository.env["GITHUB_STEP_SUMMARY"]), "utf8")).toContain("jobs.batch");

    pullRequest(recordSecrets);
    comment();
    expect(commentsNow()).toHaveLength(3);
    expect(commentsNow()[2]).toMatchObject({ id: ours?.id });
    expect(commentsNow()[2]?.body).toContain("Metadata → RequestResponse");
  });

  test("a pull request from a fork is told in the summary of the run", () => {
    pullRequest(leaveOutJobs);
    const fork = { "github.event.pull_request.head.repo.full_name == github.repository": "false" };
    expect(outcomes(run(COMMENT, fork))).toEqual({ Compare: "success", Comment: "skipped" });
    expect(commentsNow()).toEqual([]);
    expect(readFileSync(String(repository.env["GITHUB_STEP_SUMMARY"]), "utf8")).toContain("jobs.batch");
  });

  test("a change of words alone is told as none", () => {
    pullRequest(() => changePolicy("rules:\n", "# What follows is recorded.\nrules:\n"));
    expect(outcomes(comment())).toMatchObject({ Compare: "success", Comment: "success" });
    expect(commentsNow()[0]?.body).toContain("decide every request alike");
  });

  test("a policy that kube-apiserver would refuse is compared with nothing, and nothing is said of it", () => {
    pullRequest(() => changePolicy("kind: Policy", "kind: Politics"));
    expect(outcomes(comment())).toEqual({ Compare: "failure", Comment: "skipped" });
    expect(commentsNow()).toEqual([]);
    expect(outcomes(check())).toMatchObject({ Lint: "failure" });
  });

  test("a policy that is new is said to be", () => {
    const { run } = repository;
    const text = repository.read("policy.yaml");
    run("git", "checkout", "--quiet", "--detach", "main");
    run("git", "rm", "--quiet", "policy.yaml");
    run("git", "commit", "--quiet", "--message=without");
    repository.write("policy.yaml", text);
    run("git", "add", "policy.yaml");
    run("git", "commit", "--quiet", "--message=with");
    expect(outcomes(comment())).toMatchObject({ Compare: "success", Comment: "success" });
    expect(commentsNow()[0]?.body).toContain("it is new");
  });

  test("what is too long for a comment is in the summary, and the comment says where", () => {
    repository.write("diff.md", `**Audit policy**: many differences\n\n${"| row |\n".repeat(10_000)}`);
    const steps = COMMENT.filter(({ name }) => name === "Comment");
    expect(outcomes(run(steps))).toEqual({ Comment: "success" });
    expect(commentsNow()[0]?.body).toBe(
      "<!-- audit-policy -->\n**Audit policy**: many differences\n\n" +
        "The table is in the [summary of the run](https://github.com/example/clusters/actions/runs/1).\n",
    );
  });

  test("the live cluster has the policy, or fails as drift", () => {
    // As kOps keeps it: keys in order, no comment.
    const [cluster] = parseAllDocuments(repository.read("cluster.yaml")).map((one) => one.toJS());
    const store = String(repository.env["FAKE_STATE_STORE"]);
    writeFileSync(store, stringify(cluster, { sortMapEntries: true }));
    expect(outcomes(run(DRIFT))).toEqual({
      Drift: "success",
    });

    cluster.spec.kubeAPIServer.auditLogMaxAge = 1;
    writeFileSync(store, stringify(cluster, { sortMapEntries: true }));
    const results = run(DRIFT);
    expect(outcomes(results)).toEqual({ Drift: "failure" });
    expect(outputOf(results, "Drift")).toMatch(/^- {4}auditLogMaxAge: 1$/m);
  });
});
