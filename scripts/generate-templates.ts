/** Writes src/render/templates.generated.ts from templates/: their texts, so that rendering reads no file. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Project, VariableDeclarationKind } from "ts-morph";

const templatesFolder = new URL("../templates/", import.meta.url);
const generatedFile = new URL("../src/render/templates.generated.ts", import.meta.url);

/** The texts by their path below templates/, in alphabetical order. */
export function readTemplates(): ReadonlyMap<string, string> {
  const paths = readdirSync(templatesFolder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".yaml"))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(new URL(path, templatesFolder), "utf8")]));
}

/** The text of the generated module. */
export function printTemplatesModule(templates: ReadonlyMap<string, string>): string {
  const names = [...templates.keys()].map((path) => JSON.stringify(path));
  const module = new Project({ useInMemoryFileSystem: true }).createSourceFile(
    "templates.generated.ts",
    "// Written by scripts/generate-templates.ts from templates/: edit those, then run `npm run generate`.\n",
  );
  module.addTypeAlias({
    isExported: true,
    name: "TemplateName",
    type: names.join(" | "),
    docs: ["The path of a template below templates/."],
  });
  module.addVariableStatement({
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    docs: ["The texts of the templates."],
    declarations: [
      {
        name: "TEMPLATES",
        type: "Readonly<Record<TemplateName, string>>",
        initializer: JSON.stringify(Object.fromEntries(templates), null, 2),
      },
    ],
  });
  module.formatText({ indentSize: 2 });
  return module.getFullText();
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(fileURLToPath(generatedFile), printTemplatesModule(readTemplates()));
}
