import { LineCounter, type ParsedNode, parseDocument } from "yaml";
import { z } from "zod";
import { didYouMean, GenAuditError } from "../diagnostics/index.js";

/** A file that a user has written, read by a schema. */
export interface SchemaFile<Data> {
  readonly data: Data;
  /** The line, from 1, of what is at a path, or of the nearest thing that is written down. */
  lineOf(path: readonly PropertyKey[]): number;
  /** The error that says what is wrong at a path. */
  refuse(path: readonly PropertyKey[], message: string, help?: string): GenAuditError;
}

/**
 * Reads YAML or JSON by a schema; `help` says what there is to be in such a file.
 *
 * @throws GenAuditError `bad-input` for what does not fit, with file and line, and near misses of fields and words.
 */
export function readBySchema<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
  help: string,
): SchemaFile<z.infer<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): number => lines.linePos(offset).line;
  const fail = (line: number, message: string, wayOut = help): GenAuditError =>
    new GenAuditError("bad-input", `${file}:${line}: ${message}`, { help: wayOut });
  const [error] = document.errors;
  if (error) throw fail(at(error.pos[0]), `cannot be read as YAML: ${error.message}`);
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node)) return at(node.range[0]);
    }
    return 1;
  };
  const value: unknown = toValue(() => document.toJS(), fail);
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw fail(lineOf(issue?.path ?? []), issue ? describe(issue, schema, value) : "does not fit");
  }
  return {
    data: parsed.data,
    lineOf,
    refuse: (path, message, wayOut) => fail(lineOf(path), `${prefix(path)}${message}`, wayOut),
  };
}

/** Aliases of aliases may stand for more than there is room for. */
function toValue(read: () => unknown, fail: (line: number, message: string) => GenAuditError): unknown {
  try {
    return read();
  } catch (error) {
    throw fail(1, `cannot be read as YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function isNode(value: unknown): value is ParsedNode & { readonly range: readonly number[] } {
  return typeof value === "object" && value !== null && "range" in value && Array.isArray(value.range);
}

function describe(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown): string {
  const where = prefix(issue.path);
  if (issue.code === "unrecognized_keys") {
    const [unknown = ""] = issue.keys;
    return `${where}unknown field "${unknown}"${didYouMean(unknown, fieldsAt(schema, issue.path))}`;
  }
  if (issue.code === "invalid_value") {
    const known = issue.values.map(String);
    const written = valueAt(value, issue.path);
    const near = typeof written === "string" ? didYouMean(written, known) : "";
    return `${where}one of ${known.join(", ")} is expected${near}`;
  }
  if (issue.code === "invalid_type") return `${where}${issue.expected} is expected`;
  return `${where}${issue.message}`;
}

/** `cases[0].level: ` */
function prefix(path: readonly PropertyKey[]): string {
  const field = path
    .map(String)
    .join(".")
    .replace(/\.(\d+)/g, "[$1]");
  return field === "" ? "" : `${field}: `;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === "object" && at !== null
        ? Object.entries(at).find(([name]) => name === String(key))?.[1]
        : undefined,
    value,
  );
}

/** The fields of the object at a path. */
function fieldsAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  const isOptional = schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional;
  const bare = isOptional ? schema.unwrap() : schema;
  const [key, ...rest] = path;
  if (bare instanceof z.ZodArray) return fieldsAt(bare.element, rest);
  if (!(bare instanceof z.ZodObject)) return [];
  if (key === undefined) return Object.keys(bare.shape);
  const inner = bare.shape[String(key)];
  return inner ? fieldsAt(inner, rest) : [];
}
