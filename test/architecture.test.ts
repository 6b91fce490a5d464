import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Project } from "ts-morph";
import { describe, expect, test } from "vitest";

/** The modules of `src/`, from the ground up, and what each may import: of the others, and of packages. */
const MODULES: Readonly<
  Record<string, { readonly modules: readonly string[]; readonly packages?: readonly string[] }>
> = {
  model: { modules: [] },
  kubernetes: { modules: ["model", "diagnostics"] },
  diagnostics: { modules: ["model"] },
  validate: { modules: ["model", "kubernetes", "diagnostics"], packages: ["zod"] },
  parse: { modules: ["model", "kubernetes", "diagnostics", "validate"] },
  print: { modules: ["model", "diagnostics"], packages: ["yaml"] },
  evaluate: { modules: ["model", "kubernetes", "validate"] },
  "request-space": { modules: ["model", "kubernetes", "diagnostics"] },
  schema: { modules: ["diagnostics"], packages: ["yaml", "zod"] },
  request: { modules: ["model", "kubernetes", "diagnostics", "validate"] },
  presets: { modules: ["model", "kubernetes", "diagnostics"] },
  analyze: { modules: ["model", "kubernetes", "diagnostics", "validate", "evaluate", "request-space"] },
  prove: {
    modules: [
      "model",
      "kubernetes",
      "diagnostics",
      "validate",
      "request",
      "request-space",
      "schema",
      "analyze",
    ],
    packages: ["zod"],
  },
  minimize: { modules: ["model", "diagnostics", "request-space", "analyze"] },
  scanner: { modules: ["model"] },
  fragments: {
    modules: ["model", "kubernetes", "diagnostics", "validate", "presets", "analyze", "schema"],
    packages: ["zod"],
  },
  patch: { modules: ["model", "diagnostics"] },
  fix: { modules: ["model", "diagnostics", "parse", "analyze", "patch"] },
  lint: { modules: ["model", "kubernetes", "diagnostics", "validate", "analyze", "prove"] },
  compose: { modules: ["model", "diagnostics"] },
  combine: {
    modules: [
      "model",
      "kubernetes",
      "diagnostics",
      "validate",
      "evaluate",
      "request",
      "request-space",
      "analyze",
      "minimize",
      "compose",
    ],
  },
  vocabulary: { modules: ["kubernetes", "diagnostics"] },
  builder: {
    modules: ["combine", "model", "diagnostics", "validate", "presets", "compose", "vocabulary"],
  },
  codegen: {
    modules: ["model", "kubernetes", "diagnostics", "presets", "vocabulary", "builder"],
    packages: ["ts-morph"],
  },
  render: {
    modules: ["model", "kubernetes", "diagnostics", "validate", "print", "presets"],
    packages: ["yaml", "zod", "deepmerge"],
  },
  provider: { modules: ["model", "kubernetes", "diagnostics", "evaluate", "analyze", "render"] },
  into: {
    modules: ["diagnostics", "parse", "patch", "print", "render"],
    packages: ["yaml"],
  },
  report: {
    modules: [
      "model",
      "diagnostics",
      "evaluate",
      "print",
      "request",
      "analyze",
      "prove",
      "minimize",
      "scanner",
    ],
    packages: ["diff"],
  },
  "policy-test": {
    modules: ["model", "diagnostics", "evaluate", "request", "report", "schema"],
    packages: ["zod"],
  },
  cli: {
    modules: [
      "model",
      "kubernetes",
      "diagnostics",
      "validate",
      "parse",
      "print",
      "evaluate",
      "request",
      "presets",
      "analyze",
      "prove",
      "scanner",
      "lint",
      "patch",
      "minimize",
      "fix",
      "compose",
      "combine",
      "fragments",
      "render",
      "provider",
      "report",
      "policy-test",
      "into",
      "codegen",
    ],
    packages: ["node:*"],
  },
};

const root = fileURLToPath(new URL("..", import.meta.url));
const src = join(root, "src");
const project = new Project({
  tsConfigFilePath: join(root, "tsconfig.json"),
  skipAddingFilesFromTsConfig: true,
});
project.addSourceFilesAtPaths(join(src, "**/*.ts"));

interface Import {
  readonly from: string;
  readonly to: string;
}

/** Every import, type imports, re-exports and dynamic ones included. */
const imports: readonly Import[] = project.getSourceFiles().flatMap((file) => {
  const from = relative(src, file.getFilePath());
  const specifiers = [
    ...file.getImportStringLiterals().map((literal) => literal.getLiteralValue()),
    ...file.getExportDeclarations().flatMap((declaration) => declaration.getModuleSpecifierValue() ?? []),
  ];
  return [...new Set(specifiers)].map((specifier) => ({
    from,
    to: specifier.startsWith(".")
      ? relative(src, resolve(dirname(file.getFilePath()), specifier))
      : specifier,
  }));
});

const moduleOf = (path: string): string | undefined => (path.includes("/") ? path.split("/")[0] : undefined);
const isPackage = (to: string): boolean => !to.endsWith(".js") && !to.endsWith(".json");

test("every folder of src is a module of the table, and the reverse", () => {
  const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(MODULES).sort());
});

describe.each(Object.entries(MODULES))("%s", (name, { modules, packages = [] }) => {
  const own = imports.filter(({ from }) => moduleOf(from) === name);

  test("imports only the modules it may", () => {
    const others = own.filter(({ to }) => !isPackage(to) && moduleOf(to) !== name && !to.startsWith(".."));
    expect(others.filter(({ to }) => !modules.includes(moduleOf(to) ?? ""))).toEqual([]);
  });

  test("has nothing in its row that it does not import", () => {
    const isUsed = (one: string): boolean => own.some(({ to }) => moduleOf(to) === one || to === one);
    const left = [...modules, ...packages.filter((one) => one !== "node:*")].filter((one) => !isUsed(one));
    expect(left).toEqual([]);
  });

  test("enters other modules by their index", () => {
    const allowed = (to: string): boolean => to.endsWith("/index.js") || LOADED_ON_DEMAND.has(to);
    const others = own.filter(({ to }) => !isPackage(to) && moduleOf(to) !== name && !to.startsWith(".."));
    expect(others.filter(({ to }) => !allowed(to))).toEqual([]);
  });

  test("imports only the packages it may", () => {
    const allowed = (to: string): boolean =>
      packages.includes(to) || (to.startsWith("node:") && packages.includes("node:*"));
    expect(own.filter(({ to }) => isPackage(to) && !allowed(to))).toEqual([]);
  });
});

/** Doors beside the index, for what must not be loaded with the rest: zod, deepmerge. */
const LOADED_ON_DEMAND = new Set([
  "render/parse-settings.js",
  "render/merge-document.js",
  "prove/parse-guarantees.js",
]);

test("zod and deepmerge stay out of the way of the main job", () => {
  const reached = new Set<string>(["cli/bin.js", "cli/commands/generate.js"]);
  for (const file of reached) {
    const source = project.getSourceFile(join(src, file.replace(/\.js$/, ".ts")));
    const statics = source?.getImportDeclarations().filter((one) => !one.isTypeOnly()) ?? [];
    const exports = source?.getExportDeclarations().filter((one) => !one.isTypeOnly()) ?? [];
    for (const declaration of [...statics, ...exports]) {
      const specifier = declaration.getModuleSpecifierValue();
      if (specifier?.startsWith(".") && specifier.endsWith(".js")) {
        reached.add(relative(src, resolve(dirname(join(src, file)), specifier)));
      } else if (specifier) reached.add(specifier);
    }
  }
  expect(reached).toContain("render/index.js");
  expect([...reached].filter((file) => ["zod", "deepmerge", "ts-morph"].includes(file))).toEqual([]);
});

test("process and console appear in cli only", () => {
  const outside = project
    .getSourceFiles()
    .filter((file) => moduleOf(relative(src, file.getFilePath())) !== "cli");
  const offenders = outside.filter((file) =>
    /\b(process|console|Date|Math\.random)\b[.(]/.test(
      file.getFullText().replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ""),
    ),
  );
  expect(offenders.map((file) => file.getBaseName())).toEqual([]);
});

test("no file of src is longer than 500 lines, generated ones aside", () => {
  const long = project
    .getSourceFiles()
    .filter((file) => !file.getBaseName().endsWith(".generated.ts") && file.getEndLineNumber() > 500);
  expect(long.map((file) => file.getBaseName())).toEqual([]);
});

test("there is no default export, enum or export *", () => {
  const offenders = project.getSourceFiles().filter((file) => {
    const text = readFileSync(file.getFilePath(), "utf8");
    return /^export (default|(const )?enum|\* )/m.test(text);
  });
  expect(offenders.map((file) => file.getBaseName())).toEqual([]);
});
