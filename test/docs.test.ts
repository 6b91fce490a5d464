import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "node:util";
import { Node, Project, ts } from "ts-morph";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ENTRIES } from "../scripts/api-reference/entries.js";
import { fromSource } from "./support/from-source.js";
import { listExamples } from "./support/list-examples.js";
import { runInMemory } from "./support/memory-host.js";
import { splitWords } from "./support/split-words.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const scratch = join(root, "test/.docs");

/** All that users import. */
const library: Readonly<Record<string, unknown>> = Object.assign(
  {},
  ...(await Promise.all(Object.values(ENTRIES).map(({ file }) => import(join(root, file))))),
);

interface Block {
  readonly where: string;
  readonly language: string;
  /** `refused` for a command that prints why it does nothing. */
  readonly mark: string;
  readonly text: string;
}

/**
 * The fenced blocks of README.md and of the guides. The pages of diagnostics have a test of their own, and the examples of the
 * reference are those of the doc comments.
 */
const blocks: readonly Block[] = ["README.md", ...listMarkdown("docs")]
  .filter((file) => !/^docs\/(diagnostics|api)\//.test(file) && existsSync(join(root, file)))
  .flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8");
    return [...text.matchAll(/^```(\w*)(?: (\w+))?\n([\s\S]*?)^```$/gm)].map(
      ({ 1: language = "", 2: mark = "", 3: body = "", index }) => ({
        where: `${file}:${text.slice(0, index).split("\n").length}`,
        language,
        mark,
        text: body,
      }),
    );
  });

function listMarkdown(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `${folder}/${file}`);
}

const ofLanguage = (...languages: string[]): readonly Block[] =>
  blocks.filter(({ language }) => languages.includes(language));

beforeAll(() => mkdirSync(scratch, { recursive: true }));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What a block shows may leave lines out: a line of `…` stands for any number of them. */
function expectShown(shown: string, actual: string): void {
  let rest = actual;
  for (const [index, part] of shown.split(/^[ #]*…\n/m).entries()) {
    const at = rest.indexOf(part);
    if (index === 0 ? at !== 0 : at === -1) expect(rest).toBe(part);
    rest = rest.slice(at + part.length);
  }
  if (!/^[ #]*…\n$/m.test(`${shown.split("\n").at(-2)}\n`)) expect(rest).toBe("");
}

describe.runIf(ofLanguage("console").length > 0)("console blocks", () => {
  /** The files that a page shows are there for its commands: a block that begins with `# FILE`. */
  const filesOf = (page: string): Record<string, string> =>
    Object.fromEntries(
      ofLanguage("yaml").flatMap(({ text, where }) => {
        const name = /^# (\S+\.yaml)\n/.exec(text)?.[1];
        return name === undefined || pageOf(where) !== page ? [] : [[name, text]];
      }),
    );
  const pageOf = (where: string): string => where.replace(/:\d+$/, "");

  test.each(ofLanguage("console"))("$where prints what it shows", async ({ text, where, mark }) => {
    for (const step of text.split(/^\$ /m).slice(1)) {
      const [command = "", ...lines] = step.split("\n");
      const words = splitWords(command.replace(/\s+#.*$/, ""));
      expect(words.slice(0, 2)).toEqual(["npx", "gen-audit"]);
      const { exit, stdout, stderr, written } = await runInMemory(words.slice(2), {
        files: filesOf(pageOf(where)),
      });
      if (mark === "refused") expect([exit > 1, stdout, written]).toEqual([true, "", []]);
      else {
        expect(exit === 0 || exit === 1, stderr).toBe(true);
        expect(stdout.length + written.length).toBeGreaterThan(0);
      }
      const shown = lines.join("\n").trimStart();
      // Of a command that writes a file the reader sees what is said about it.
      if (shown !== "") expectShown(shown, stdout === "" ? stderr : stdout);
    }
  });
});

describe("TypeScript blocks", () => {
  test.each(ofLanguage("ts").map((block, index) => ({ ...block, index })))(
    "$where runs, and prints what it shows",
    async ({ text, index }) => {
      const file = join(scratch, `block-${index}.ts`);
      writeFileSync(file, fromSource(text));
      const lines: string[] = [];
      const log = vi
        .spyOn(console, "log")
        .mockImplementation((...values) => void lines.push(format(...values)));
      try {
        await import(file);
      } finally {
        log.mockRestore();
      }
      const shown = text.match(/^\/\/ prints: .*$/gm)?.map((line) => line.replace("// prints: ", "")) ?? [];
      if (shown.length > 0) expect(lines.join("\n").split("\n")).toEqual(shown);
    },
  );

  test("all type-check", () => {
    const project = new Project({
      tsConfigFilePath: join(root, "tsconfig.json"),
      skipAddingFilesFromTsConfig: true,
    });
    for (const [index, { text }] of ofLanguage("ts").entries()) {
      project.createSourceFile(join(scratch, `check-${index}.ts`), fromSource(text));
    }
    const problems = project.getPreEmitDiagnostics();
    expect(project.formatDiagnosticsWithColorAndContext(problems)).toBe("");
  });
});

test("every other block is set-up that .ci/run runs, or the text of a file", () => {
  const ci = readFileSync(join(root, ".ci/run"), "utf8");
  for (const { language, text, where } of blocks) {
    if (language === "sh") for (const line of text.trim().split("\n")) expect(ci, where).toContain(line);
    else expect(["console", "ts", "yaml", "json", "text"], where).toContain(language);
  }
});

describe("the examples of doc comments", () => {
  const project = new Project({
    tsConfigFilePath: join(root, "tsconfig.json"),
    skipAddingFilesFromTsConfig: true,
  });
  project.addSourceFilesAtPaths(join(root, "src/**/*.ts"));
  const examples = listExamples(project).map(({ file, line, code }) => ({
    where: `${relative(root, file)}:${line}`,
    code,
  }));

  test("are there", () => expect(examples.length).toBeGreaterThan(3));

  test.each(examples)("$where gives what it says", ({ code }) => {
    const results = evaluate(code);
    expect(results.length).toBeGreaterThan(0);
    for (const { actual, expected } of results) expect(actual.trimEnd()).toBe(expected);
  });
});

/** Runs an example and pairs each expression with the comment behind or below it. */
function evaluate(code: string): { actual: string; expected: string }[] {
  const file = new Project({ useInMemoryFileSystem: true }).createSourceFile("example.ts", code);
  const results: { actual: string; expected: string }[] = [];
  const statements = file.getStatementsWithComments();
  const program = statements.flatMap((statement, index) => {
    if (Node.isCommentStatement(statement)) return [];
    const comments: string[] = statement.getTrailingCommentRanges().map((range) => range.getText());
    for (const next of statements.slice(index + 1)) {
      if (!Node.isCommentStatement(next)) break;
      comments.push(next.getText());
    }
    const expected = comments.map((comment) => comment.replace(/^\/\/ ?/, "")).join("\n");
    if (/^expect\(/.test(statement.getText())) return [statement.getText(), 'check("kept", "kept");'];
    if (!Node.isExpressionStatement(statement) || expected === "") return [statement.getText()];
    return [`check(${statement.getExpression().getText()}, ${JSON.stringify(expected)});`];
  });
  const check = (value: unknown, expected: string): void => {
    // An object is shown as JavaScript, a string with or without its quotes.
    const isObject = typeof value === "object" && value !== null;
    const shown = isObject ? JSON.stringify(new Function(`return (${expected});`)()) : expected;
    const actual = isObject || shown.startsWith('"') ? JSON.stringify(value) : String(value);
    results.push({ actual, expected: shown });
  };
  const javascript = ts.transpile(program.join("\n"), { target: ts.ScriptTarget.ES2022 });
  // In a block, where an example may give a name of the library to something of its own.
  const scope = { ...library, check, expect };
  new Function(...Object.keys(scope), `{${javascript}}`)(...Object.values(scope));
  return results;
}
