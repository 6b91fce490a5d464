/**
 * Writes src/presets/presets.generated.ts from presets/*.yaml: the presets as plain data, so that loading them costs
 * no parser and no schema.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Project, VariableDeclarationKind } from "ts-morph";
import { parse } from "yaml";
import { z } from "zod";
import {
  LEVELS,
  POLICY_API_VERSION,
  POLICY_KIND,
  type Policy,
  type PolicyRule,
  STAGES,
} from "../src/model/index.js";
import type { KnownFault, Preset } from "../src/presets/index.js";

/** What a file of presets/ says. */
interface PresetFile extends Omit<Policy, "apiVersion" | "kind" | "metadata" | "rules"> {
  readonly name: string;
  readonly title: string;
  readonly purpose: string;
  readonly baselineOf?: string;
  readonly source: Preset["source"];
  readonly kubernetes: Preset["kubernetes"];
  readonly knownFaults: readonly (Omit<KnownFault, "remedyPreset"> & { readonly remedyPreset: string })[];
  readonly rules: readonly { readonly reason: string; readonly rule: PolicyRule }[];
}

const presetsFolder = new URL("../presets/", import.meta.url);
const generatedFile = new URL("../src/presets/presets.generated.ts", import.meta.url);

const sentence = z.string().trim().min(1);
const list = <Item extends z.ZodType>(item: Item): z.ZodArray<Item> => z.array(item).min(1);
const release = z.string().regex(/^\d+\.\d+$/, 'expected a quoted release such as "1.8"');
const omissions = {
  omitStages: list(z.enum(STAGES)).exactOptional(),
  omitManagedFields: z.boolean().exactOptional(),
};

/** The order of the fields here is their order in the generated file. */
const ruleSchema = z.strictObject({
  level: z.enum(LEVELS),
  users: list(z.string()).exactOptional(),
  userGroups: list(z.string()).exactOptional(),
  verbs: list(z.string()).exactOptional(),
  resources: list(
    z.strictObject({
      group: z.string(),
      resources: list(z.string()).exactOptional(),
      resourceNames: list(z.string()).exactOptional(),
    }),
  ).exactOptional(),
  namespaces: list(z.string()).exactOptional(),
  nonResourceURLs: list(z.string()).exactOptional(),
  ...omissions,
});

const presetSchema: z.ZodType<PresetFile> = z.strictObject({
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: sentence,
  purpose: sentence,
  baselineOf: sentence.exactOptional(),
  source: z.strictObject({ title: sentence, url: z.url() }),
  kubernetes: z.strictObject({ since: release, until: release.exactOptional() }),
  knownFaults: z.array(
    z.strictObject({ code: sentence, what: sentence, remedy: sentence, remedyPreset: sentence }),
  ),
  ...omissions,
  rules: list(z.strictObject({ reason: sentence, rule: ruleSchema })),
});

/** The preset in the text of a file; throws with the file and the place of every value that is wrong. */
export function readPreset(file: string, text: string): PresetFile {
  const result = presetSchema.safeParse(parse(text));
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

/** Every preset of the repository, in alphabetical order. */
export function readPresets(): readonly PresetFile[] {
  const presets = readdirSync(presetsFolder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => readPreset(`presets/${file}`, readFileSync(new URL(file, presetsFolder), "utf8")))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, knownFaults } of presets) {
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

/** The text of the generated module. */
export function printPresetsModule(presets: readonly PresetFile[]): string {
  const names = presets.map(({ name }) => JSON.stringify(name));
  const module = new Project({ useInMemoryFileSystem: true }).createSourceFile(
    "presets.generated.ts",
    [
      "// Written by scripts/generate-presets.ts from presets/*.yaml: edit those, then run `npm run generate`.",
      'import type { Preset } from "./preset.js";',
      "",
    ].join("\n"),
  );
  module.addTypeAlias({
    isExported: true,
    name: "PresetName",
    type: names.join(" | "),
    docs: ["The name of a preset."],
  });
  module.addVariableStatement({
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    docs: ["The names of all presets, in alphabetical order."],
    declarations: [
      { name: "PRESET_NAMES", type: "readonly PresetName[]", initializer: `[${names.join(", ")}]` },
    ],
  });
  module.addVariableStatement({
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    docs: ["The presets by name."],
    declarations: [
      {
        name: "PRESETS",
        type: "Readonly<Record<PresetName, Preset>>",
        initializer: JSON.stringify(Object.fromEntries(presets.map((p) => [p.name, embed(p)])), null, 2),
      },
    ],
  });
  module.formatText({ indentSize: 2 });
  return module.getFullText();
}

/** A file's preset as the library knows it: the policy is whole, and the reasons stand beside it. */
function embed(file: PresetFile): object {
  const { omitStages, omitManagedFields, rules, ...about } = file;
  const policy = {
    apiVersion: POLICY_API_VERSION,
    kind: POLICY_KIND,
    omitStages,
    omitManagedFields,
    rules: rules.map(({ rule }) => rule),
  };
  const reasons = rules.map(({ reason }) => reason);
  return { ...about, policy, reasons };
}

function printPath(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index > 0 ? "." : ""}${String(key)}`))
    .join("");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  writeFileSync(generatedFile, printPresetsModule(readPresets()));
  console.log(`wrote ${fileURLToPath(generatedFile)}`);
}
