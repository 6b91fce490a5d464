/**
 * Writes src/presets/presets.generated.ts from presets/*.yaml: the presets as plain data, so that loading them costs
 * no parser and no schema.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Project, VariableDeclarationKind } from "ts-morph";
import { parse } from "yaml";
import type { z } from "zod";
import {
  expandPreset,
  fragmentSchema,
  type PresetFile,
  type PresetLibrary,
  presetSchema,
} from "../src/fragments/index.js";
import type { Fragment, Preset } from "../src/presets/index.js";

const presetsFolder = new URL("../presets/", import.meta.url);
const generatedPresets = new URL("../src/presets/presets.generated.ts", import.meta.url);
const generatedFragments = new URL("../src/presets/fragments.generated.ts", import.meta.url);

/** The preset in the text of a file; throws with the file and the place of every value that is wrong. */
export function readPreset(file: string, text: string): PresetFile {
  return readNamed(file, text, presetSchema);
}

/** The fragment in the text of a file, in the same way. */
export function readFragment(file: string, text: string): Fragment {
  return readNamed(file, text, fragmentSchema);
}

function readNamed<Data extends { readonly name: string }>(
  file: string,
  text: string,
  schema: z.ZodType<Data>,
): Data {
  const result = schema.safeParse(parse(text));
  if (!result.success) {
    const problems = result.error.issues.map(
      ({ path, message }) => `${file}: ${printPath(path)}: ${message}`,
    );
    throw new Error(problems.join("\n"));
  }
  if (`${result.data.name}.yaml` !== basename(file)) {
    throw new Error(`${file}: name: expected the name of the file, found "${result.data.name}"`);
  }
  return result.data;
}

/** Every fragment of the repository, in alphabetical order. */
export function readFragments(): readonly Fragment[] {
  return readFolder("fragments/", readFragment);
}

/** Every preset of the repository, in alphabetical order, those of products behind all others. */
export function readPresets(): readonly PresetFile[] {
  const all = readFolder("", readPreset);
  const isOwn = ({ baselineOf }: PresetFile): boolean => baselineOf === undefined;
  const presets = [...all.filter(isOwn), ...all.filter((preset) => !isOwn(preset))];
  for (const { name, knownFaults = [] } of presets) {
    for (const [index, { remedyPreset }] of knownFaults.entries()) {
      if (!presets.some((other) => other.name === remedyPreset)) {
        throw new Error(
          `presets/${name}.yaml: knownFaults[${index}].remedyPreset: no preset "${remedyPreset}"`,
        );
      }
    }
  }
  return presets;
}

function readFolder<Data extends { readonly name: string }>(
  folder: string,
  read: (file: string, text: string) => Data,
): readonly Data[] {
  return readdirSync(new URL(folder, presetsFolder))
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => {
      const path = folder + file;
      return read(`presets/${path}`, readFileSync(new URL(path, presetsFolder), "utf8"));
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The text of the module with the presets, each as it is for the newest release. */
export function printPresetsModule(presets: readonly PresetFile[], fragments: readonly Fragment[]): string {
  const library: PresetLibrary = {
    preset: (name) => named(presets, name),
    fragment: (name) => named(fragments, name),
  };
  const expanded = presets.map((file) => expandPreset(file, library));
  return printModule(
    "presets.generated.ts",
    "Preset",
    "preset",
    expanded,
    'import type { Preset } from "./preset.js";',
  );
}

/** The text of the module with the fragments. */
export function printFragmentsModule(fragments: readonly Fragment[]): string {
  const parameters = fragments.flatMap((fragment) => {
    const fields = Object.entries(fragment.parameters ?? {}).map(
      ([name, { type }]) => `readonly ${name}?: ${PARAMETER_TYPES[type]}`,
    );
    return fields.length > 0
      ? [`  readonly ${JSON.stringify(fragment.name)}: { ${fields.join("; ")} };`]
      : [];
  });
  const imports = [
    'import type { Level } from "../model/index.js";',
    'import type { Fragment } from "./fragment.js";',
  ];
  const table = [
    "",
    "/** What can be said of the fragments that have parameters. */",
    `export interface FragmentParameters {\n${parameters.join("\n")}\n}`,
    "",
  ];
  const module = printModule("fragments.generated.ts", "Fragment", "fragment", fragments, imports.join("\n"));
  return module + table.join("\n");
}

const PARAMETER_TYPES = { level: "Level", namespace: "string", users: "readonly string[]" } as const;

function named<Data extends { readonly name: string }>(all: readonly Data[], name: string): Data {
  const found = all.find((one) => one.name === name);
  if (!found) throw new Error(`there is no "${name}"`);
  return found;
}

function printModule(
  file: string,
  type: "Preset" | "Fragment",
  word: string,
  all: readonly (Preset<string> | Fragment)[],
  imports: string,
): string {
  const names = all.map(({ name }) => JSON.stringify(name));
  const constant = word.toUpperCase();
  const module = new Project({ useInMemoryFileSystem: true }).createSourceFile(
    file,
    [
      "// Written by scripts/generate-presets.ts from presets/: edit what is there, then run `npm run generate`.",
      imports,
      "",
    ].join("\n"),
  );
  module.addTypeAlias({
    isExported: true,
    name: `${type}Name`,
    type: names.join(" | "),
    docs: [`The name of a ${word}.`],
  });
  module.addVariableStatement({
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    docs: [`The names of all ${word}s, in the order in which they are listed.`],
    declarations: [
      { name: `${constant}_NAMES`, type: `readonly ${type}Name[]`, initializer: `[${names.join(", ")}]` },
    ],
  });
  module.addVariableStatement({
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    docs: [`The ${word}s by name.`],
    declarations: [
      {
        name: `${constant}S`,
        // Functions, so that loading the module costs little: one of them is asked for.
        type: `Readonly<Record<${type}Name, () => ${type}>>`,
        initializer: `{${all.map((one) => `${JSON.stringify(one.name)}: (): ${type} => (${JSON.stringify(one, null, 2)})`).join(",\n")}}`,
      },
    ],
  });
  module.formatText({ indentSize: 2 });
  return module.getFullText();
}

function printPath(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index > 0 ? "." : ""}${String(key)}`))
    .join("");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const fragments = readFragments();
  writeFileSync(generatedFragments, printFragmentsModule(fragments));
  writeFileSync(generatedPresets, printPresetsModule(readPresets(), fragments));
  console.log(`wrote ${fileURLToPath(generatedFragments)} and ${fileURLToPath(generatedPresets)}`);
}
