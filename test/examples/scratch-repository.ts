import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./copy-example.js";

/** A repository as the workflows are for: a policy, a cluster that has it, and gen-audit among the packages. */
export interface ScratchRepository {
  readonly folder: string;
  /** What commands are given, with GitHub's and Amazon's in place of the real ones. */
  readonly env: NodeJS.ProcessEnv;
  readonly run: (command: string, ...args: readonly string[]) => string;
  readonly read: (file: string) => string;
  readonly write: (file: string, text: string) => void;
  readonly remove: () => void;
}

export function createRepository(): ScratchRepository {
  const home = mkdtempSync(join(tmpdir(), "gen-audit-workflow-"));
  const folder = join(home, "repository");
  mkdirSync(folder);
  const env = {
    PATH: `${join(home, "bin")}:${process.env["PATH"]}`,
    HOME: home,
    npm_config_offline: "true",
    npm_config_update_notifier: "false",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_NAME: "test",
    GIT_AUTHOR_EMAIL: "test@example.com",
    GIT_COMMITTER_NAME: "test",
    GIT_COMMITTER_EMAIL: "test@example.com",
    GITHUB_REPOSITORY: "example/clusters",
    GITHUB_RUN_ID: "1",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_STEP_SUMMARY: join(home, "summary.md"),
    FAKE_GITHUB: join(home, "comments.json"),
    FAKE_STATE_STORE: join(home, "config"),
  };
  const repository: ScratchRepository = {
    folder,
    env,
    run: (command, ...args) =>
      execFileSync(command, args, { cwd: folder, encoding: "utf8", env, stdio: "pipe" }),
    read: (file) => readFileSync(join(folder, file), "utf8"),
    write: (file, text) => writeFileSync(join(folder, file), text),
    remove: () => rmSync(home, { recursive: true }),
  };
  installCommands(join(home, "bin"));
  installPackage(home, repository);
  return repository;
}

/** Bash in place of what is not ours. */
function installCommands(bin: string): void {
  mkdirSync(bin);
  const scripts = {
    gh: `exec '${process.execPath}' '${join(root, "test/examples/fake-gh.mjs")}' "$@"`,
    aws: '[ "$1 $2 $3 $4" = "s3 cp --only-show-errors s3://state/example/config" ] && cp "$FAKE_STATE_STORE" "$5"',
  };
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(bin, name), `#!/usr/bin/env bash\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
}

/** gen-audit as it was built, where `npm ci` finds it without a registry. */
function installPackage(home: string, { run, write }: ScratchRepository): void {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const built = join(home, "built");
  mkdirSync(built);
  symlinkSync(join(root, "dist"), join(built, "dist"));
  const about = { name: "gen-audit", version, bin: { "gen-audit": "dist/bin.cjs" } };
  writeFileSync(join(built, "package.json"), JSON.stringify(about));
  write(".gitignore", "node_modules/\n*.md\nlive.yaml\n");
  write("package.json", '{ "private": true, "devDependencies": { "gen-audit": "file:../built" } }');
  run("npm", "install", "--ignore-scripts");
}
