import {
  type ClassDeclaration,
  type FunctionDeclaration,
  type InterfaceDeclaration,
  type MethodDeclaration,
  type MethodSignature,
  Node,
  type ParameterDeclaration,
  type PropertySignature,
  Scope,
  type VariableDeclaration,
} from "ts-morph";

/** Characters in a line, as everywhere in this repository. */
const WIDTH = 110;

/** Lines of one declaration that a reader may want to see; what has more is a list that was generated. */
const MOST_LINES = 120;

/** A declaration as users see it: without bodies, and with a name for each parameter that is taken apart. */
export function printDeclaration(node: Node): string {
  const lines = printWhole(node).split("\n");
  if (lines.length <= MOST_LINES) return lines.join("\n");
  const left = lines.splice(MOST_LINES / 2, lines.length - MOST_LINES / 2 - 1);
  return lines.toSpliced(-1, 0, `  // … and ${left.length} more lines of the same kind`).join("\n");
}

function printWhole(node: Node): string {
  if (Node.isFunctionDeclaration(node)) return printFunction(`function ${node.getName() ?? ""}`, node);
  if (Node.isVariableDeclaration(node)) return printConstant(node);
  if (Node.isClassDeclaration(node)) return printClass(node);
  if (Node.isInterfaceDeclaration(node) && methodsOf(node).length > 0) return printInterface(node);
  const text = node.getText().replace(/^export /, "");
  return Node.isTypeAliasDeclaration(node) ? breakUnion(text) : text;
}

/** What its methods do is said below it. */
function printInterface(node: InterfaceDeclaration): string {
  const methods: readonly Node[] = methodsOf(node);
  const members = node
    .getMembers()
    .map((member) =>
      isMethod(member) && methods.includes(member) ? printMethod(member) : dedent(member.getText(true)),
    );
  const [head = ""] = node
    .getText()
    .replace(/^export /, "")
    .split("{");
  return [`${head}{`, ...members.map(indent), "}"].join("\n");
}

/** What users call: a method, or a property with an example of a call. */
export type Method = MethodSignature | MethodDeclaration | PropertySignature;

function isMethod(node: Node): node is Method {
  return (
    Node.isMethodSignature(node) ||
    Node.isMethodDeclaration(node) ||
    (Node.isPropertySignature(node) && node.getJsDocs().some((doc) => doc.getText().includes("@example")))
  );
}

/** The methods that users call: of an interface those with an example each, or of a constant. */
export function methodsOf(node: Node): readonly Method[] {
  if (Node.isInterfaceDeclaration(node))
    return node.getMembers().flatMap((member) => (isMethod(member) ? [member] : []));
  if (!Node.isVariableDeclaration(node)) return [];
  const value = node.getInitializer();
  return Node.isObjectLiteralExpression(value) ? value.getProperties().filter(Node.isMethodDeclaration) : [];
}

export function printMethod(method: Method): string {
  return Node.isPropertySignature(method) ? method.getText() : printFunction(method.getName(), method);
}

function printFunction(
  head: string,
  node: FunctionDeclaration | MethodSignature | MethodDeclaration,
): string {
  const types = node.getTypeParameters().map((parameter) => parameter.getText());
  const start = `${head}${types.length > 0 ? `<${types.join(", ")}>` : ""}`;
  const result = node.getReturnTypeNode()?.getText() ?? "void";
  return printCall(start, node.getParameters(), `: ${result};`);
}

function printCall(start: string, parameters: readonly ParameterDeclaration[], end: string): string {
  const texts = parameters.map(printParameter);
  const line = `${start}(${texts.join(", ")})${end}`;
  if (line.length <= WIDTH || texts.length === 0) return line;
  return [`${start}(`, ...texts.map((text) => indent(`${text},`)), `)${end}`].join("\n");
}

function printParameter(parameter: ParameterDeclaration): string {
  const written = parameter.getTypeNode()?.getText();
  const type = dedent(written ?? parameter.getType().getBaseTypeOfLiteralType().getText());
  const dots = parameter.isRestParameter() ? "..." : "";
  const mark = parameter.isOptional() && dots === "" ? "?" : "";
  return `${dots}${nameOf(parameter, type)}${mark}: ${type}`;
}

/** One that is taken apart has no name: it is called as the last word of its type, `LintOptions` as `options`. */
function nameOf(parameter: ParameterDeclaration, type: string): string {
  if (Node.isIdentifier(parameter.getNameNode())) return parameter.getName();
  return /[A-Z][a-z]*$/.exec(type)?.[0].toLowerCase() ?? "options";
}

function printConstant(node: VariableDeclaration): string {
  const type = node.getTypeNode()?.getText();
  if (type !== undefined) return `const ${node.getName()}: ${type};`;
  const methods = methodsOf(node).map((method) => indent(printMethod(method)));
  if (methods.length > 0) return [`const ${node.getName()}: {`, ...methods, "};"].join("\n");
  return breakList(`const ${node.getName()}: ${node.getType().getText(node)};`);
}

function printClass(node: ClassDeclaration): string {
  const base = node.getExtends()?.getText();
  const properties = node
    .getProperties()
    .filter((property) => property.getScope() === Scope.Public)
    .map((property) => {
      const docs = property.getJsDocs().map((doc) => `  ${doc.getText()}\n`);
      const type = property.getTypeNode()?.getText() ?? property.getInitializer()?.getText() ?? "unknown";
      return `${docs.join("")}  readonly ${property.getName()}: ${type};`;
    });
  const makers = node
    .getConstructors()
    .map((maker) => indent(printCall("constructor", maker.getParameters(), ";")));
  const head = `class ${node.getName() ?? ""}${base === undefined ? "" : ` extends ${base}`} {`;
  return [head, ...properties, ...makers, "}"].join("\n");
}

/** The lines behind the first, as far in as they are where the last one has no indentation. */
function dedent(text: string): string {
  const spaces = /\n( *).*$/.exec(text)?.[1] ?? "";
  return text.replaceAll(`\n${spaces}`, "\n");
}

function indent(text: string): string {
  return text.replace(/^/gm, "  ");
}

/** A generated union stands on one line, however long. */
function breakUnion(text: string): string {
  if (text.includes("\n") || text.length <= WIDTH) return text;
  const [head = "", members = ""] = text.replace(/;$/, "").split(/ = (.*)/);
  return `${head} =\n${fill(members.split(" | ").map((member) => `| ${member}`))};`;
}

function breakList(text: string): string {
  if (text.length <= WIDTH) return text;
  return text.replace(
    /\[(.*)\]/,
    (_, entries: string) => `[\n${fill(entries.split(", ").map((entry) => `${entry},`))}\n]`,
  );
}

/** As many words on a line as it takes. */
function fill(words: readonly string[]): string {
  const lines = [" "];
  for (const word of words) {
    const line = `${lines.at(-1) ?? ""} ${word}`;
    if (line.length <= WIDTH) lines[lines.length - 1] = line;
    else lines.push(`  ${word}`);
  }
  return lines.join("\n");
}
