import { fileURLToPath } from "node:url";
import {
  type ExportedDeclarations,
  type JSDoc,
  Node,
  type Project,
  type SourceFile,
  SyntaxKind,
} from "ts-morph";
import type { ApiExport } from "./api-export.js";
import { ENTRIES } from "./entries.js";
import { methodsOf, printDeclaration, printMethod } from "./print-declaration.js";
import { readDoc } from "./read-doc.js";

/** The file of an entry. */
export function openEntry(project: Project, from: string): SourceFile {
  const path = new URL(`../../${ENTRIES[from]?.file}`, import.meta.url);
  return project.getSourceFileOrThrow(fileURLToPath(path));
}

/** Every name that the entries export, in their order, and what they add to other libraries. */
export function readExports(project: Project): readonly ApiExport[] {
  const entries = Object.keys(ENTRIES).map((from) => {
    const file = openEntry(project, from);
    return { from, file, exports: [...file.getExportedDeclarations()] };
  });
  const names = new Set(entries.flatMap(({ exports }) => exports.map(([name]) => name)));
  const all = entries.flatMap(({ from, file, exports }) => [
    ...exports.map(([name, declarations]) => readExport(name, from, declarations, names)),
    ...readMatchers(file, from, names),
  ]);
  // What several entries export is told of once, as the first of them has it.
  return all.filter((one, index) => all.findIndex(({ name }) => name === one.name) === index);
}

function readExport(
  name: string,
  from: string,
  declarations: readonly ExportedDeclarations[],
  names: ReadonlySet<string>,
): ApiExport {
  const [first] = declarations;
  if (!first) throw new Error(`${name} has no declaration`);
  const hidden = findHidden(declarations, names);
  const shown = hidden.filter((node) => literalOf(node) === undefined);
  return {
    name,
    from,
    kind: kindOf(first),
    declaration: hidden.reduce(inline, declarations.map(printDeclaration).join("\n")),
    along: new Map(shown.map((node) => [nameOf(node), printWithDoc(node)])),
    doc: readDoc(commentsOf(first)),
    methods: methodsOf(first).map((method) => ({
      name: method.getName(),
      declaration: printMethod(method),
      doc: readDoc(method.getJsDocs()),
    })),
    mentions: mentionsOf([...declarations, ...shown], names).filter((mention) => mention !== name),
  };
}

function kindOf(node: Node): ApiExport["kind"] {
  if (Node.isFunctionDeclaration(node)) return "function";
  if (Node.isClassDeclaration(node)) return "class";
  return Node.isVariableDeclaration(node) ? "constant" : "type";
}

function commentsOf(node: Node): readonly JSDoc[] {
  const holder = Node.isVariableDeclaration(node) ? node.getVariableStatement() : node;
  return holder && Node.isJSDocable(holder) ? holder.getJsDocs() : [];
}

function printWithDoc(node: Node): string {
  return [...commentsOf(node).map((comment) => comment.getText()), printDeclaration(node)].join("\n");
}

function nameOf(node: Node): string {
  return Node.hasName(node) ? node.getName() : "";
}

/** The types that a declaration is made of and that have no name for users: they are shown along with it. */
function findHidden(declarations: readonly Node[], names: ReadonlySet<string>): readonly Node[] {
  const found = new Set<Node>();
  const queue = [...declarations];
  for (let node = queue.shift(); node; node = queue.shift()) {
    for (const { name, declaration } of typesIn(node)) {
      if (names.has(name) || found.has(declaration) || !isOurs(declaration)) continue;
      found.add(declaration);
      queue.push(declaration);
    }
  }
  return [...found];
}

/** A constant of one text stands for that text: `typeof POLICY_KIND` is shown as `"Policy"`. */
function inline(text: string, constant: Node): string {
  const literal = literalOf(constant);
  if (literal === undefined || !Node.isVariableDeclaration(constant)) return text;
  return text.replaceAll(`typeof ${constant.getName()}`, literal);
}

function literalOf(node: Node): string | undefined {
  if (!Node.isVariableDeclaration(node)) return undefined;
  const type = node.getType();
  return type.isStringLiteral() ? type.getText() : undefined;
}

function mentionsOf(declarations: readonly Node[], names: ReadonlySet<string>): readonly string[] {
  const mentioned = declarations.flatMap((node) => typesIn(node).map(({ name }) => name));
  return [...new Set(mentioned)].filter((name) => names.has(name));
}

/** The types that what users see of a declaration refers to. */
function typesIn(node: Node): readonly { readonly name: string; readonly declaration: Node }[] {
  const bodies = [Node.isBodyable(node) ? node.getBody() : undefined, initializerOf(node)];
  return node
    .getDescendantsOfKind(SyntaxKind.Identifier)
    .filter((identifier) => isTypeName(identifier))
    .filter((identifier) => !bodies.some((body) => body && identifier.getAncestors().includes(body)))
    .flatMap((identifier) => {
      const symbol = identifier.getSymbol();
      const [declaration] = (symbol?.getAliasedSymbol() ?? symbol)?.getDeclarations() ?? [];
      return declaration && !Node.isTypeParameterDeclaration(declaration)
        ? [{ name: identifier.getText(), declaration }]
        : [];
    });
}

function initializerOf(node: Node): Node | undefined {
  // The methods of a constant are declared by its value.
  if (!Node.isVariableDeclaration(node) || methodsOf(node).length > 0) return undefined;
  return node.getInitializer();
}

function isTypeName(identifier: Node): boolean {
  const parent = identifier.getParent();
  return (
    Node.isTypeReference(parent) || Node.isTypeQuery(parent) || Node.isExpressionWithTypeArguments(parent)
  );
}

function isOurs(node: Node): boolean {
  return node.getSourceFile().getFilePath().includes("/src/") && !node.getSourceFile().isInNodeModules();
}

/** What an entry adds to the matchers of a test library. */
function readMatchers(file: SourceFile, from: string, names: ReadonlySet<string>): readonly ApiExport[] {
  const modules = file.getModules().flatMap((module) => module.getInterfaces());
  return modules.flatMap((added) =>
    added.getMethods().map((method) => ({
      name: method.getName(),
      from,
      kind: "matcher" as const,
      declaration: printMethod(method),
      along: new Map<string, string>(),
      doc: readDoc(method.getJsDocs()),
      methods: [],
      mentions: mentionsOf([method], names),
    })),
  );
}
