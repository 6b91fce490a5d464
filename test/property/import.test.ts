import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { Project } from "ts-morph";
import { expect, test } from "vitest";
import { findDifference } from "../../src/analyze/index.js";
import { commentsByPath, haveSameRules, printProgram, runProgram } from "../../src/codegen/index.js";
import { parsePolicy } from "../../src/parse/index.js";
import { printPolicy } from "../../src/print/index.js";
import { fromSource } from "../support/from-source.js";
import { writtenPolicyArbitrary } from "./arbitraries/written-policy.js";

/** Where comments stand in a text. */
const places = fc.array(fc.nat(200), { maxLength: 30 });

const root = fileURLToPath(new URL("../..", import.meta.url));

test("the program of a policy builds an equivalent one", () => {
  fc.assert(
    fc.property(writtenPolicyArbitrary, (policy) => {
      const built = runProgram(printProgram(policy));
      expect(haveSameRules(policy, built)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test("two policies whose rules are the same one by one decide every request alike", () => {
  fc.assert(
    fc.property(writtenPolicyArbitrary, (policy) => {
      const built = runProgram(printProgram(policy));
      expect(findDifference(policy, built)).toBe("equivalent");
    }),
    { numRuns: 20 },
  );
});

test("programs are what a formatter leaves alone, and compile", () => {
  const programs = fc.sample(fc.tuple(writtenPolicyArbitrary, places), 150).map(([written, at]) => {
    const { policy = written, source } = parsePolicy(withComments(printPolicy(written), at).text);
    return printProgram(policy, { comments: commentsByPath(source) });
  });
  const folder = mkdtempSync(join(tmpdir(), "gen-audit-import-"));
  const project = new Project({
    tsConfigFilePath: join(root, "tsconfig.json"),
    skipAddingFilesFromTsConfig: true,
    compilerOptions: { isolatedDeclarations: false, declaration: false },
  });
  try {
    const config = { formatter: { indentStyle: "space" }, linter: { enabled: false } };
    writeFileSync(join(folder, "biome.json"), JSON.stringify(config, null, 2));
    for (const [index, program] of programs.entries()) {
      writeFileSync(join(folder, `${index}.ts`), program);
      project.createSourceFile(join(root, "test/property", `program-${index}.ts`), fromSource(program));
    }
    const biome = join(root, "node_modules/.bin/biome");
    const checked = execFileSync(biome, ["check", "--files-ignore-unknown=true", "*.ts"], {
      cwd: folder,
      encoding: "utf8",
      shell: true,
      stdio: "pipe",
    });
    expect(checked).toContain("No fixes applied");
    const problems = project.getPreEmitDiagnostics();
    expect(project.formatDiagnosticsWithColorAndContext(problems)).toBe("");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("every comment of a text is in the program, be it a file or a part of one", () => {
  fc.assert(
    fc.property(writtenPolicyArbitrary, places, fc.boolean(), (policy, at, isPart) => {
      const { text, comments } = withComments(printPolicy(policy), at);
      const file = isPart
        ? `# Theirs.\ncluster:\n  auditPolicy:\n${text.replace(/^/gm, "    ")}\n# Theirs.\n`
        : text;
      const { policy: read, source } = parsePolicy(file);
      if (!read) throw new Error(file);
      const program = printProgram(read, { comments: commentsByPath(source) });
      expect(comments.filter((comment) => !program.includes(comment))).toEqual([]);
      expect(program).not.toContain("Theirs");
      expect(haveSameRules(policy, runProgram(program))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

/** Comments above lines, indented as these or further, and behind them. */
function withComments(
  text: string,
  places: readonly number[],
): { readonly text: string; readonly comments: readonly string[] } {
  const lines = text.trimEnd().split("\n");
  const comments: string[] = [];
  for (const place of new Set(places)) {
    const at = place % (lines.length + 1);
    const comment = `remark ${comments.length}.`;
    comments.push(comment);
    const line = lines[at] ?? "";
    if (place % 3 === 0 && at < lines.length && !line.trim().startsWith("#"))
      lines[at] = `${line} # ${comment}`;
    else
      lines.splice(at, 0, `${" ".repeat((/^ */.exec(line)?.[0].length ?? 0) + (place % 2) * 2)}# ${comment}`);
  }
  return { text: `${lines.join("\n")}\n`, comments };
}
