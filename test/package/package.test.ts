import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { splitWords } from "../support/split-words.js";
import { installTarball, type Tarball } from "./install-tarball.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "gen-audit-package-"));
let tarball: Tarball;

beforeAll(() => {
  tarball = installTarball(folder);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const node = (...args: string[]): string =>
  execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8", stdio: "pipe" });

describe("the tarball", () => {
  test("holds only what users need", () => {
    const paths = tarball.files.map(({ path }) => path);
    const expected =
      /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|dist\/[^/]+\.(js|cjs|d\.ts|json)|presets\/(fragments\/)?[^/]+\.yaml|templates\/[^/]+\/[^/]+\.yaml)$/;
    expect(paths.filter((path) => !expected.test(path))).toEqual([]);
    expect(paths).toContain("dist/policy.schema.json");
    expect(paths).toContain("presets/gce.yaml");
  });

  test("has no install script", () => {
    const { scripts } = JSON.parse(readFileSync(join(folder, "node_modules/gen-audit/package.json"), "utf8"));
    expect(Object.keys(scripts ?? {}).filter((name) => /^(pre|post)?install$|^prepare$/.test(name))).toEqual(
      [],
    );
  });

  test("is smaller than 600 kB", () => {
    expect(tarball.size).toBeLessThan(600_000);
  });

  test("is smaller than 12 MB with its dependencies once installed", () => {
    expect(folderSize(join(folder, "node_modules"))).toBeLessThan(12_000_000);
  });

  test("brings yaml, zod, deepmerge and diff, and nothing else", () => {
    const installed = readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."));
    expect(installed.sort()).toEqual(["deepmerge", "diff", "gen-audit", "yaml", "zod"]);
  });

  test("is what publint wants", async () => {
    const { messages } = await publint({
      pkgDir: join(folder, "node_modules/gen-audit"),
      strict: true,
      pack: false,
    });
    expect(messages).toEqual([]);
  });

  test("has types that resolve as an ESM-only package's do", async () => {
    const analysis = await checkPackage(
      createPackageFromTarballData(new Uint8Array(readFileSync(tarball.path))),
    );
    if (!analysis.types) throw new Error("the package has no types");
    // The esm-only profile: what CommonJS without require(esm), and node10, make of it does not count.
    const problems = analysis.problems.filter(
      (problem) =>
        !("resolutionKind" in problem && ["node10", "node16-cjs"].includes(problem.resolutionKind)),
    );
    expect(problems).toEqual([]);
  });
});

describe("the installed package", () => {
  const program = `gen.parsePolicy(gen.printPolicy(gen.getPreset("gce").policy)).policy.rules.length`;

  test("is imported by an ES module", () => {
    expect(
      node("--input-type=module", "-e", `import * as gen from "gen-audit"; console.log(${program})`),
    ).toBe("14\n");
  });

  test("has the names of Kubernetes' own API", () => {
    const names = 'import { core } from "gen-audit/kubernetes"; console.log(JSON.stringify(core.pods.exec))';
    expect(node("--input-type=module", "-e", names)).toBe('{"group":"","resources":["pods/exec"]}\n');
  });

  test("is required by a CommonJS module", () => {
    const output = node("--no-warnings", "-e", `const gen = require("gen-audit"); console.log(${program})`);
    expect(output).toBe("14\n");
  });

  test.each([
    ["node16", "node16"],
    ["esnext", "bundler"],
  ])("type-checks with module %s and moduleResolution %s", (module, moduleResolution) => {
    const project = join(folder, `types-${moduleResolution}`);
    mkdirSync(project);
    writeFileSync(
      join(project, "main.ts"),
      [
        'import { auditPolicy, parsePolicy, type Policy, renderTarget } from "gen-audit";',
        'const { policy } = auditPolicy().use("gce").rule("Metadata", { resources: [{ group: "apps" }] }).build();',
        "const again: Policy | undefined = parsePolicy(JSON.stringify(policy)).policy;",
        'if (again) renderTarget({ policy: again, target: "kops" });',
        'import { core, serviceAccount } from "gen-audit/kubernetes";',
        'const users = [serviceAccount("argocd", "argocd-server")];',
        'auditPolicy().rule("Metadata", { users, verbs: ["create"], resources: [core.pods.exec] });',
        "// @ts-expect-error a log is read",
        'auditPolicy().rule("Metadata", { verbs: ["create"], resources: [core.pods.log] });',
        "// @ts-expect-error a rule is not about URLs and resources at once",
        'auditPolicy().rule("None", { nonResourceURLs: ["/healthz"], namespaces: ["a"] });',
      ].join("\n"),
    );
    const options = {
      module,
      moduleResolution,
      strict: true,
      noEmit: true,
      target: "es2022",
      types: [],
      skipLibCheck: false,
    };
    writeFileSync(join(project, "package.json"), '{ "type": "module" }');
    writeFileSync(
      join(project, "tsconfig.json"),
      JSON.stringify({ compilerOptions: options, include: ["main.ts"] }),
    );
    expect(node(join(root, "node_modules/typescript/bin/tsc"), "-p", project)).toBe("");
  });

  test("extends vitest, which it does not bring", () => {
    const own = join(folder, "node_modules/vitest");
    symlinkSync(join(root, "node_modules/vitest"), own);
    try {
      const lines = [
        'import { expect, test } from "vitest";',
        'import { getPreset } from "gen-audit";',
        'import "gen-audit/vitest";',
        "const { policy } = getPreset('gce');",
        "test('recorded', () => expect(policy).toAudit('list secrets --as jane', { level: 'Metadata' }));",
        "test('not so', () => expect(policy).toAudit('GET /healthz --as jane'));",
      ];
      writeFileSync(join(folder, "policy.test.mjs"), lines.join("\n"));
      const vitest = join(root, "node_modules/vitest/vitest.mjs");
      const run = spawnSync(process.execPath, [vitest, "run", "--root", folder], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, NO_COLOR: "1" },
      });
      expect(run.stdout).toContain("Tests  1 failed | 1 passed (2)");
      expect(run.stderr).toContain("expected to be recorded, and it is not");
    } finally {
      rmSync(own);
    }
  });

  test("runs as a command", () => {
    const bin = join(folder, "node_modules/.bin/gen-audit");
    const output = execFileSync(bin, ["--preset", "gce", "--target", "kops"], {
      cwd: folder,
      encoding: "utf8",
      stdio: "pipe",
    });
    expect(output).toContain("fileAssets:");
    expect(statSync(bin).mode & 0o111).not.toBe(0);
  });

  // What a command loads is bundled on its own, so that each has to be run.
  test.each([
    "diff/presets",
    "diff/presets-as-markdown",
    "explain/preset",
    "generate/json",
    "lint/fix-as-json",
    "lint/fix-dry-run",
    "lint/github",
    "lint/json",
    "lint/sarif",
    "lint/token-bodies",
    "list/guarantees",
    "list/presets",
    "generate/strictest",
    "generate/at-most",
    "list/guarantees",
    "list/rules",
    "list/targets",
    "minimize/comments-kept",
    "prove/as-json",
    "prove/own-file",
    "prove/pack-cis-broken",
    "test/a-failure",
    "test/as-junit",
  ])("prints the golden case %s as the sources do", (name) => {
    const golden = join(root, "test/golden", name);
    const work = join(folder, "golden", name);
    cpSync(golden, work, { recursive: true });
    const words = splitWords(readFileSync(join(golden, "cmd"), "utf8"));
    const bin = join(folder, "node_modules/gen-audit/dist/bin.cjs");
    const { stdout, stderr, status } = spawnSync(process.execPath, [bin, ...words], {
      cwd: work,
      encoding: "utf8",
    });
    const expected = ["stdout", "stderr", "exit"].map((file) => readFileSync(join(golden, file), "utf8"));
    expect([stdout, stderr, `${status}\n`]).toEqual(expected);
  });

  test("imports a policy as a program with ts-morph beside it, and names the line that brings it without", () => {
    const bin = join(folder, "node_modules/gen-audit/dist/bin.cjs");
    const golden = join(root, "test/golden/import/comments-and-fragments");
    const run = () =>
      spawnSync(process.execPath, [bin, "import", "policy.yaml"], { cwd: golden, encoding: "utf8" });
    const without = run();
    expect([without.status, without.stdout]).toEqual([3, ""]);
    expect(without.stderr).toContain("npx -p gen-audit -p ts-morph gen-audit import policy.yaml");
    const own = join(folder, "node_modules/ts-morph");
    symlinkSync(join(root, "node_modules/ts-morph"), own);
    try {
      const { status, stdout } = run();
      expect([status, stdout]).toEqual([0, readFileSync(join(golden, "stdout"), "utf8")]);
    } finally {
      rmSync(own);
    }
  });

  test("has the public API that is recorded", async () => {
    const dist = join(folder, "node_modules/gen-audit/dist");
    const files = readdirSync(dist).filter((name) => name.endsWith(".d.ts"));
    const actual = files
      .sort()
      .map((name) => `// ${name}\n${readFileSync(join(dist, name), "utf8").replace(/^\/\/#.*\n/gm, "")}`)
      .join("\n");
    await expect(actual).toMatchFileSnapshot("api.d.ts");
  });
});

function folderSize(path: string): number {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
