import { dirname, join } from "node:path";
import { Node, type Project, type SourceFile, ts } from "ts-morph";

/**
 * The codes of errors that a declaration of `src/` can throw: those of each `new GenAuditError` that is reached by names from
 * it. Names are followed wherever they stand, so that these are all codes, and perhaps some that no call comes to.
 */
export function thrownCodes(project: Project): (declaration: Node) => ReadonlySet<string> {
  const known = new Map<Node, { readonly codes: readonly string[]; readonly uses: readonly Node[] }>();
  const declared = new Map<SourceFile, Names>();
  const find = (name: string, file: SourceFile | undefined): Node | undefined => {
    if (!file) return undefined;
    const names = declared.get(file) ?? readNames(file);
    declared.set(file, names);
    const found = names.get(name);
    return found instanceof Node ? found : found && find(found.name, project.getSourceFile(found.path));
  };
  const look = (node: Node) => {
    const found = known.get(node) ?? {
      codes: codesIn(node),
      uses: [...namesIn(node)].flatMap((name) => find(name, node.getSourceFile()) ?? []),
    };
    known.set(node, found);
    return found;
  };
  return (declaration) => {
    const reached = new Set([declaration]);
    for (const node of reached) for (const use of look(node).uses) reached.add(use);
    return new Set([...reached].flatMap((node) => look(node).codes));
  };
}

/** What each name at the top of a file stands for: a declaration, or what another file calls so. */
type Names = ReadonlyMap<string, Node | { readonly path: string; readonly name: string }>;

function readNames(file: SourceFile): Names {
  const names = new Map<string, Node | { readonly path: string; readonly name: string }>();
  for (const one of [...file.getImportDeclarations(), ...file.getExportDeclarations()]) {
    const from = one.getModuleSpecifierValue();
    if (!from?.startsWith(".")) continue;
    const path = join(dirname(file.getFilePath()), from.replace(/\.js$/, ".ts"));
    const named = Node.isImportDeclaration(one) ? one.getNamedImports() : one.getNamedExports();
    for (const each of named) {
      names.set(each.getAliasNode()?.getText() ?? each.getName(), { path, name: each.getName() });
    }
  }
  for (const statement of file.getStatements()) {
    if (Node.isVariableStatement(statement)) {
      for (const one of statement.getDeclarations()) names.set(one.getName(), one);
    } else if (Node.isFunctionDeclaration(statement) || Node.isClassDeclaration(statement)) {
      names.set(statement.getName() ?? "", statement);
    }
  }
  return names;
}

function namesIn({ compilerNode }: Node): ReadonlySet<string> {
  const names = new Set<string>();
  visit(compilerNode, (node) => {
    if (ts.isIdentifier(node)) names.add(node.text);
  });
  return names;
}

/** Of the errors that are made here, and of those whose constructor is here. */
function codesIn({ compilerNode }: Node): readonly string[] {
  const codes: string[] = [];
  visit(compilerNode, (node) => {
    const makes = ts.isNewExpression(node) && node.expression.getText() === "GenAuditError";
    const passesOn = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword;
    const code = makes || passesOn ? node.arguments?.[0] : undefined;
    if (makes || (code && ts.isStringLiteral(code)))
      codes.push(code && ts.isStringLiteral(code) ? code.text : "?");
  });
  return codes;
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}
