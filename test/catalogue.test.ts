import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { lintText } from "../src/cli/lint-text.js";
import * as fields from "../src/diagnostics/catalogue/fields.js";
import * as text from "../src/diagnostics/catalogue/text.js";
import * as values from "../src/diagnostics/catalogue/values.js";
import * as catalogue from "../src/diagnostics/index.js";
import { type Diagnostic, type DiagnosticFactory, GenAuditError } from "../src/diagnostics/index.js";
import { IGNORE_DIAGNOSTICS, LINT_RULES, searchGaveUp } from "../src/lint/index.js";
import { parsePolicy } from "../src/parse/index.js";
import { runInMemory } from "./support/memory-host.js";
import { splitWords } from "./support/split-words.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const pages = join(root, "docs/diagnostics");
const golden = join(root, "test/golden");

const lintDefinitions = [
  ...LINT_RULES.flatMap(({ diagnostics }) => diagnostics),
  searchGaveUp,
  ...IGNORE_DIAGNOSTICS,
];

const definitions: readonly Pick<DiagnosticFactory, "code" | "severity" | "title">[] = [
  ...Object.values(catalogue).filter((value): value is typeof value & DiagnosticFactory => {
    return typeof value === "function" && "code" in value && "severity" in value && "title" in value;
  }),
  ...lintDefinitions,
].sort((a, b) => (a.code < b.code ? -1 : 1));

const codes = definitions.map(({ code }) => code);

test("no two diagnostics have the same code", () => {
  expect(codes).toEqual([...new Set(codes)]);
});

describe("docs/diagnostics", () => {
  const names = readdirSync(pages).filter((name) => name !== "README.md");

  test("has a page for each diagnostic, and no other", () => {
    expect(names.sort()).toEqual(codes.map((code) => `${code}.md`).sort());
  });

  test.each(pagedDefinitions(names))(
    "the page of $code begins with its title and its severity",
    ({ code, severity, title }) => {
      const [heading, blank, line] = readPage(code).split("\n");
      expect([heading, blank]).toEqual([`# ${title}`, ""]);
      expect(line?.split(" · ").slice(0, 2)).toEqual([`\`${code}\``, severity]);
    },
  );

  test("README.md lists every diagnostic", async () => {
    const rows = definitions.map(
      ({ code, severity, title }) => `| [\`${code}\`](${code}.md) | ${severity} | ${title} |`,
    );
    const page = [
      "# Diagnostics",
      "",
      "What gen-audit says of a policy, of a composition, and of the settings that it renders. An **error** is what",
      "kube-apiserver, or the target, refuses; a **warning** is loaded and does not do what it seems to say; an **info**",
      "could be simpler. Codes are permanent. An error that is *read past* stops `gen-audit lint` and nothing else: the policy",
      "is taken as the help says that it should be.",
      "",
      "| code | severity | title |",
      "| --- | --- | --- |",
      ...rows,
      "",
    ].join("\n");
    await expect(page).toMatchFileSnapshot(join(pages, "README.md"));
  });
});

/** As plain objects, whose fields a test's name can show. */
function pagedDefinitions(names: readonly string[]): { code: string; severity: string; title: string }[] {
  return definitions
    .filter(({ code }) => names.includes(`${code}.md`))
    .map(({ code, severity, title }) => ({ code, severity, title }));
}

interface Block {
  readonly code: string;
  readonly line: number;
  readonly kind: "wrong" | "right";
  readonly language: string;
  /** The words behind the kind: what a page cannot show of the text. */
  readonly marks: readonly string[];
  readonly text: string;
}

const blocks: readonly Block[] = codes.flatMap((code) => {
  const page = readPage(code);
  return [...page.matchAll(/^```(\w+) (wrong|right)(.*)\n([\s\S]*?)^```$/gm)].map(
    ({ 1: language = "", 2: kind, 3: marks = "", 4: body = "", index }) => ({
      code,
      line: page.slice(0, index).split("\n").length,
      kind: kind === "wrong" ? ("wrong" as const) : ("right" as const),
      language,
      marks: marks.trim() === "" ? [] : marks.trim().split(" "),
      text: body,
    }),
  );
});

describe("the blocks of the pages", () => {
  const texts = blocks.filter(({ language }) => language !== "console");
  const commands = blocks.filter(({ language }) => language === "console");
  const shown = (kind: Block["kind"]): string[] =>
    blocks.filter((block) => block.kind === kind).map(({ code }) => code);

  test("are a wrong one and a right one, once each, where there are any", () => {
    expect(shown("wrong")).toEqual([...new Set(shown("wrong"))]);
    expect(shown("right")).toEqual(shown("wrong"));
  });

  test("are there for everything that is said of a text", () => {
    const said = [text, fields, values].flatMap((file) => Object.values(file).map(({ code }) => code));
    said.push(...LINT_RULES.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)));
    said.push(...IGNORE_DIAGNOSTICS.map(({ code }) => code));
    expect(shown("wrong")).toEqual(expect.arrayContaining(said));
  });

  test.each(texts)("$code.md:$line, $kind, gives its code exactly if it is wrong", (block) => {
    const found = diagnose(block).filter(({ code }) => code === block.code);
    if (block.kind === "right") expect(found).toEqual([]);
    else expect(found.length).toBeGreaterThan(0);
  });

  test.each(texts.filter(({ kind }) => kind === "wrong"))(
    "$code.md says what is read past exactly if it is",
    (block) => {
      const [, , line = ""] = readPage(block.code).split("\n");
      const recovered = diagnose(block).some((one) => one.code === block.code && one.recovered);
      expect(/ · read past: \S/.test(line)).toBe(recovered);
    },
  );

  test.each(texts.filter(({ kind, code }) => kind === "right" && code !== "several-policies"))(
    "$code.md:$line, right, is a policy without errors",
    (block) => {
      expect(diagnose(block).filter(({ severity }) => severity === "error")).toEqual([]);
    },
  );

  test.each(commands)("$code.md:$line, $kind, gives its code exactly if it is wrong", async (block) => {
    const words = splitWords(block.text);
    expect(words.slice(0, 2)).toEqual(["$", "gen-audit"]);
    const { exit, stderr } = await runInMemory(words.slice(2));
    const isError = definitions.some(({ code, severity }) => code === block.code && severity === "error");
    expect(exit).toBe(isError && block.kind === "wrong" ? 2 : 0);
    expect(stderr.includes(`[${block.code}]`)).toBe(block.kind === "wrong");
  });
});

/** Everything that is said of a block, whether all policies in it are asked for or the only one. */
function diagnose(block: Block): readonly Diagnostic[] {
  const kubernetesVersion = block.marks.find((mark) => mark.startsWith("kubernetes="))?.split("=")[1];
  const written = writeOut(block);
  const all = lintText(written, "policy.yaml", { kubernetesVersion });
  return [...all.diagnostics, ...parsePolicy(written, { kubernetesVersion }).diagnostics];
}

/** Characters that a page cannot show, by those that stand for them there. */
const SYMBOLS: Readonly<Record<string, string>> = { "␉": "\t", "␛": "\u001b", "⏎": "\u2028" };

/** The text that a block stands for. */
function writeOut({ text, marks }: Block): string {
  return marks.reduce((written, mark) => {
    const [name, value] = mark.split("=");
    switch (name) {
      case "bom":
        return `\ufeff${written}`;
      case "crlf":
        return written.replaceAll("\n", "\r\n");
      case "symbols":
        return written.replace(/[␉␛⏎]/g, (symbol) => SYMBOLS[symbol] ?? symbol);
      case "repeat":
        return written.replace(/.*\n$/, (lastLine) => lastLine.repeat(Number(value)));
      case "kubernetes":
        return written;
      default:
        throw new GenAuditError("bad-input", `a block has the unknown mark ${mark}`);
    }
  }, text);
}

function readPage(code: string): string {
  const name = `${code}.md`;
  return readdirSync(pages).includes(name) ? readFileSync(join(pages, name), "utf8") : "";
}

describe("golden cases", () => {
  const outputs = readdirSync(golden, { recursive: true, encoding: "utf8" })
    // Presets have codes of their own for their faults.
    .filter((path) => /(^|[\\/])std(out|err)$/.test(path) && !path.startsWith("list"))
    .map((path) => readFileSync(join(golden, path), "utf8"));
  const shown = new Set(
    outputs.flatMap((output) =>
      [...output.matchAll(/\b(?:error|warning|info):.* \[([a-z0-9-]+)\]$|^ +"code": "([a-z0-9-]+)",$/gm)].map(
        ([, printed, json]) => printed ?? json ?? "",
      ),
    ),
  );

  test("show every diagnostic, but for those that have a reason not to", () => {
    const hidden = codes.filter((code) => !shown.has(code));
    expect(hidden).toEqual([...WITHOUT_CASE].sort());
  });

  test("show no diagnostic that is not defined", () => {
    expect([...shown].filter((code) => !codes.includes(code))).toEqual([]);
  });
});

const WITHOUT_CASE: readonly string[] = [
  // Its output would be 4000 lines; test/unit/parse/limits.test.ts has it.
  "too-many-diagnostics",
];
