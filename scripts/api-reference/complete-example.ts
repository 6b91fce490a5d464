import { ts } from "ts-morph";
import type { ApiExport } from "./api-export.js";

/** An example with the imports that it takes in a program of its own. */
export function completeExample(code: string, exports: ReadonlyMap<string, ApiExport>): string {
  const { used, declared } = namesIn(code);
  const names = [...used].filter((name) => !declared.has(name));
  const imports = new Map<string, string[]>();
  for (const name of names) {
    const found = exports.get(name);
    if (!found) continue;
    const { from, kind } = found;
    if (kind === "matcher" && !names.includes("expect")) continue;
    const all = imports.get(from) ?? imports.set(from, []).get(from);
    // What extends another library is imported for what it does.
    if (kind !== "matcher") all?.push(kind === "type" ? `type ${name}` : name);
  }
  const lines = [...imports]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, of]) => (of.length === 0 ? `import "${from}";` : printImport(from, of)));
  if (names.includes("expect")) lines.push('import { expect } from "vitest";');
  return lines.length === 0 ? code : `${lines.join("\n")}\n\n${code}`;
}

function printImport(from: string, names: readonly string[]): string {
  const plain = (name: string): string => name.replace("type ", "").toLowerCase();
  const sorted = [...names].sort((a, b) => (plain(a) < plain(b) ? -1 : 1));
  return `import { ${sorted.join(", ")} } from "${from}";`;
}

/** The names that an example uses, and those that it declares itself. Matchers are names behind a dot. */
function namesIn(code: string): {
  readonly used: ReadonlySet<string>;
  readonly declared: ReadonlySet<string>;
} {
  const used = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    const { parent } = node;
    if (ts.isIdentifier(node)) {
      const isProperty =
        (ts.isPropertyAssignment(parent) && parent.name === node) ||
        (ts.isPropertyAccessExpression(parent) && parent.name === node && node.text !== "toAudit");
      if (!isProperty) used.add(node.text);
      const isDeclared =
        ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent);
      if (isDeclared && parent.name === node) declared.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true));
  return { used, declared };
}
