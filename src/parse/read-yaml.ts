import { Composer, type Document, isScalar, Lexer, type ParsedNode, Parser } from "yaml";
import type { Node, Range } from "./node.js";
import { Resolver, rangeOf } from "./resolve-nodes.js";
import { MAX_NESTING, tooDeep, YamlProblem } from "./yaml-problem.js";

/** How many tokens a text may have; a policy of 10,000 rules has some 800,000. */
export const MAX_TOKENS = 1_000_000;

/** One document of a YAML stream; it has no root where nothing but comments stands in it. */
export interface YamlDocument {
  readonly root: Node | undefined;
  readonly range: Range;
}

export interface YamlStream {
  readonly documents: readonly YamlDocument[];
  /** Documents behind this problem are missing; kube-apiserver never sees it when it lies behind the first document. */
  readonly problem?: YamlProblem;
}

// Strings only: what a scalar is decides resolveScalar, as kube-apiserver's own reader does.
const OPTIONS = {
  version: "1.1",
  schema: "failsafe",
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: "silent",
} as const;

/** Lexemes that say something of those behind them, and are not of the text. */
const LEXERS_OWN = new Set(["\u0002", "\u0018", "\u001f"]);

/** Reads all documents of a YAML (or JSON) text. */
export function readYaml(text: string): YamlStream {
  const isJson = /^\s*\{/.test(text);
  const documents: YamlDocument[] = [];
  try {
    for (const document of composeDocuments(text)) {
      const [error] = document.errors;
      if (error) throw new YamlProblem(error.code, error.message, error.pos);
      refuseDirectives(document);
      const { contents } = document;
      const isEmpty =
        !contents ||
        (isScalar(contents) && contents.value === "" && contents.type === "PLAIN" && !contents.tag);
      documents.push({
        root: isEmpty ? undefined : new Resolver(isJson ? undefined : text).resolve(contents),
        range: contents && !isEmpty ? rangeOf(contents) : [document.range[0], document.range[1]],
      });
    }
  } catch (problem) {
    if (!(problem instanceof YamlProblem)) throw problem;
    return { documents, problem };
  }
  return { documents };
}

function* composeDocuments(text: string): Generator<Document.Parsed> {
  const parser = new Parser();
  const composer = new Composer<ParsedNode>(OPTIONS);
  let offset = 0;
  let tokens = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) yield* composer.next(token);
    if (!LEXERS_OWN.has(lexeme)) offset += lexeme.length;
    if (++tokens > MAX_TOKENS)
      throw new YamlProblem("TOO_MANY_TOKENS", `more than ${MAX_TOKENS} tokens`, [offset, offset]);
    // Before the composer, which calls itself for each level.
    if (parser.stack.length > 2 * MAX_NESTING) throw tooDeep([offset, offset]);
  }
  for (const token of parser.end()) yield* composer.next(token);
  yield* composer.end();
}

/** Upstream: go.yaml.in/yaml/v2, parserc.go, yaml_parser_process_directives */
function refuseDirectives({ directives, warnings, range }: Document.Parsed): void {
  const [unknown] = warnings.filter(({ code }) => code === "BAD_DIRECTIVE");
  if (unknown) throw new YamlProblem(unknown.code, unknown.message, unknown.pos);
  const { explicit, version } = directives.yaml;
  if (explicit && version !== "1.1") {
    throw new YamlProblem("BAD_DIRECTIVE", `kube-apiserver reads YAML 1.1 only, and this says ${version}`, [
      0,
      range[0],
    ]);
  }
}
