import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { slugger } from "../scripts/api-reference/anchors.js";
import type { ApiExport, DocText } from "../scripts/api-reference/api-export.js";
import { AREAS } from "../scripts/api-reference/areas.js";
import { completeExample } from "../scripts/api-reference/complete-example.js";
import { ENTRIES } from "../scripts/api-reference/entries.js";
import { openEntry, readExports } from "../scripts/api-reference/read-exports.js";
import { openSources, printReference } from "../scripts/generate-api-reference.js";
import { fromSource } from "./support/from-source.js";
import { listExamples } from "./support/list-examples.js";
import { thrownCodes } from "./support/thrown-codes.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "docs/api");

const project = openSources();
const exports = readExports(project);
const byName = new Map(exports.map((one) => [one.name, one]));
const pages = printReference(exports);

/** What has a doc comment of its own: each export, and each method that users call. */
const documented: readonly { readonly name: string; readonly isCalled: boolean; readonly doc: DocText }[] =
  exports.flatMap(({ name, kind, doc, methods }) => [
    { name, isCalled: kind === "function" || kind === "matcher", doc },
    // The methods of a constant are told of with it.
    ...(kind === "constant" ? [] : methods).map((method) => ({
      name: `${name}.${method.name}`,
      isCalled: true,
      doc: method.doc,
    })),
  ]);

describe("docs/api", () => {
  test.each([...pages])("has %s as `npm run generate:api` writes it", async (page, text) => {
    await expect(text).toMatchFileSnapshot(join(folder, page));
  });

  test("has no other page", () => {
    expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
  });

  test("has each name that an entry of the package exports once", () => {
    const listed = AREAS.flatMap(({ names }) => names);
    expect([...listed].sort()).toEqual(exports.map(({ name }) => name).sort());
  });

  test("has every entry of the package that has types", () => {
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const typed = Object.entries<string | { types?: string }>(manifest.exports).filter(
      ([, entry]) => typeof entry === "object" && entry.types !== undefined,
    );
    const names = typed.map(([path]) => manifest.name + path.slice(1));
    expect(Object.keys(ENTRIES).sort()).toEqual(names.sort());
  });

  test.each([...pages])("has links in %s that resolve", (page, text) => {
    const broken = linksOf(text).filter((link) => {
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? join(folder, page) : join(dirname(join(folder, page)), path);
      if (!existsSync(target)) return true;
      return anchor !== undefined && !anchorsOf(readFileSync(target, "utf8")).has(anchor);
    });
    expect(broken).toEqual([]);
  });
});

/** The links of a page, those apart that only look so in code. */
function linksOf(text: string): readonly string[] {
  return [...text.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/\]\(([^)\s]+)\)/g)].map(
    ([, link = ""]) => link,
  );
}

function anchorsOf(text: string): ReadonlySet<string> {
  const slugs = slugger();
  const headings = text.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/^#+ (.*)$/gm);
  return new Set([...headings].map(([, heading = ""]) => slugs(heading)));
}

describe("the doc comments of what users import", () => {
  test("say what each name is for", () => {
    expect(documented.filter(({ doc }) => doc.text === "").map(({ name }) => name)).toEqual([]);
  });

  test("have an example of each function and method", () => {
    const without = documented.filter(({ isCalled, doc }) => isCalled && doc.examples.length === 0);
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  test("say behind @throws what is thrown, and nothing else there", () => {
    const elsewhere = documented.filter(({ doc: { text, throws } }) => {
      return /\b[Tt]hrows a|a thrown/.test(text) || throws.some((thrown) => /Upstream|\n\n/.test(thrown));
    });
    expect(elsewhere.map(({ name }) => name)).toEqual([]);
  });

  test("have every example among those that test/docs.test.ts runs", () => {
    const run = new Set(listExamples(project).map(({ code }) => code.trim()));
    const examples = documented.flatMap(({ doc }) => doc.examples);
    expect(examples.filter((example) => !run.has(example))).toEqual([]);
  });

  test("have examples that a strict program takes as they stand in the reference", () => {
    const options = project.compilerOptions.get();
    // A newcomer's program is strict; this repository is stricter still.
    project.compilerOptions.set({ noUncheckedIndexedAccess: false, isolatedDeclarations: false });
    const programs = documented.flatMap(({ name, doc }) =>
      doc.examples.map((example, index) =>
        project.createSourceFile(
          join(root, `test/.docs/example-${name}-${index}.ts`),
          `${fromSource(completeExample(example, byName))}\nexport {};\n`,
        ),
      ),
    );
    const problems = programs.flatMap((program) => program.getPreEmitDiagnostics());
    for (const program of programs) project.removeSourceFile(program);
    project.compilerOptions.set(options);
    expect(project.formatDiagnosticsWithColorAndContext(problems)).toBe("");
  });
});

/** Codes that a function reaches by name, and that no call of it comes to. */
const NEVER_THROWN: Readonly<Record<string, readonly string[]>> = {
  // What the builder throws, its methods say.
  auditPolicy: ["unknown-preset", "unknown-fragment", "bad-input", "not-composable", "unknown-version"],
  strictest: ["unknown-fragment", "bad-input", "unknown-version"],
  widest: ["unknown-fragment", "bad-input", "unknown-version"],
  // Names and releases are the library's own.
  lintPolicy: ["unknown-guarantee", "bad-input"],
  ignoreFindings: ["unknown-guarantee", "bad-input", "unknown-version"],
  listTargets: [
    "unknown-target",
    "unknown-form",
    "unknown-version",
    "unknown-preset",
    "bad-setting",
    "bad-input",
  ],
  renderTarget: ["unknown-preset", "bad-input"],
  kopsFragment: ["unknown-preset", "bad-input"],
  kubernetesOfTarget: ["unknown-preset", "bad-input"],
  putIntoText: ["unknown-preset"],
  putIntoObject: ["unknown-preset"],
  printComparison: ["unknown-version"],
  printComparisonMarkdown: ["unknown-version"],
  printDiagnostics: ["unknown-version"],
  printGitHubAnnotations: ["unknown-version"],
  printProofs: ["unknown-version"],
  printRequest: ["unknown-version"],
  printSarif: ["unknown-version"],
  // Thrown again as bad-input, with the place.
  parseGuarantees: ["unknown-guarantee"],
  readPresetFile: ["unknown-preset", "unknown-fragment", "unknown-version"],
};

describe("a code of an error that a function can throw", () => {
  const codesOf = thrownCodes(project);
  const missing = (one: ApiExport): readonly string[] => {
    const declaration = openEntry(project, one.from).getExportedDeclarations().get(one.name)?.[0];
    const said = saidOf(one);
    const thrown = [...(declaration ? codesOf(declaration) : [])].filter((code) => !said.includes(code));
    return thrown.sort();
  };
  // An API group is no function, whatever it is made by when its module is loaded.
  const callable = exports.filter(
    ({ kind, from }) => kind === "function" || (kind === "constant" && from !== "gen-audit/kubernetes"),
  );

  test("is told behind its @throws, or known never to come", () => {
    const untold = callable
      .map(
        (one) => [one.name, missing(one).filter((code) => !NEVER_THROWN[one.name]?.includes(code))] as const,
      )
      .filter(([, codes]) => codes.length > 0);
    expect(Object.fromEntries(untold)).toEqual({});
  });

  test("is reached where it is known never to come", () => {
    const reached = callable
      .filter(({ name }) => name in NEVER_THROWN)
      .map((one) => [one.name, missing(one)]);
    const known = Object.entries(NEVER_THROWN).map(([name, codes]) => [name, [...codes].sort()]);
    expect(Object.fromEntries(reached)).toEqual(Object.fromEntries(known));
  });
});

/** What a function says it throws, and what another says that it names: "as `composeStrictest` does". */
function saidOf({ doc }: ApiExport): string {
  const said = doc.throws.join("\n").replaceAll("NotComposableError", "not-composable");
  const others = [...said.matchAll(/\bas `(\w+)` does/g)].flatMap(([, name = ""]) => byName.get(name) ?? []);
  return [said, ...others.map(saidOf)].join("\n");
}
