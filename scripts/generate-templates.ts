/** Writes src/render/templates.generated.ts from templates/: their keys and comments, so that rendering parses nothing. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Project, VariableDeclarationKind } from "ts-morph";
import { isMap, isScalar, isSeq, type Node, parseDocument } from "yaml";
import type { TemplateNode } from "../src/render/template.js";

const templatesFolder = new URL("../templates/", import.meta.url);
const generatedFile = new URL("../src/render/templates.generated.ts", import.meta.url);

/** The templates by their path below templates/, in alphabetical order. */
export function readTemplates(): ReadonlyMap<string, TemplateNode> {
  const paths = readdirSync(templatesFolder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".yaml"))
    .sort();
  return new Map(
    paths.map((path) => [path, parseTemplate(readFileSync(new URL(path, templatesFolder), "utf8"))]),
  );
}

/** The keys and comments of a template's text. */
export function parseTemplate(text: string): TemplateNode {
  const document = parseDocument(text, { version: "1.1" });
  const [error] = document.errors;
  if (error || !document.contents)
    throw new Error(`not a template: ${error?.message ?? "it is empty"}\n${text}`);
  return {
    ...above(document.commentBefore ?? document.contents.commentBefore),
    ...toTemplate(document.contents, false),
  };
}

/** A mapping below a key holds the comment above its first key; one in a list holds its own. */
function toTemplate(node: Node | null, isBelowKey: boolean): TemplateNode {
  if (isMap<Node, Node | null>(node) && node.items.length > 0) {
    const map = node.items.map(({ key, value }, index) => {
      const comment = key.commentBefore ?? (index === 0 && isBelowKey ? node.commentBefore : undefined);
      return { key: String(isScalar(key) ? key.value : key), ...above(comment), ...toTemplate(value, true) };
    });
    return { map };
  }
  if (isSeq<Node>(node) && node.items.length > 0) {
    const named = node.items.map((item, index) => {
      const name = isMap(item) ? item.get("name") : undefined;
      if (typeof name !== "string") throw new Error("an entry of a template's list has no name");
      return {
        name,
        ...above(item.commentBefore ?? (index === 0 ? node.commentBefore : undefined)),
        ...toTemplate(item, false),
      };
    });
    return { named };
  }
  return {};
}

function above(comment: string | null | undefined): { above?: string } {
  return comment ? { above: comment } : {};
}

/** The text of the generated module. */
export function printTemplatesModule(templates: ReadonlyMap<string, TemplateNode>): string {
  const names = [...templates.keys()].map((path) => JSON.stringify(path));
  const module = new Project({ useInMemoryFileSystem: true }).createSourceFile(
    "templates.generated.ts",
    "// Written by scripts/generate-templates.ts from templates/: edit those, then run `npm run generate`.\n",
  );
  module.addImportDeclaration({
    moduleSpecifier: "./template.js",
    namedImports: ["TemplateNode"],
    isTypeOnly: true,
  });
  module.addTypeAlias({
    isExported: true,
    name: "TemplateName",
    type: names.join(" | "),
    docs: ["The path of a template below templates/."],
  });
  module.addVariableStatement({
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    docs: ["The templates."],
    declarations: [
      {
        name: "TEMPLATES",
        type: "Readonly<Record<TemplateName, TemplateNode>>",
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
