import { LineCounter, type ParsedNode, parseDocument } from "yaml";
import { z } from "zod";
import { didYouMean, GenAuditError } from "../diagnostics/index.js";
import { LEVELS, STAGES } from "../model/index.js";
import { parseRequest } from "../request/index.js";
import type { PolicyCase } from "./policy-case.js";

/** A case of a file, and the line that it begins on, from 1. */
export interface PlacedCase extends PolicyCase {
  readonly line: number;
}

/** A file of cases. */
export interface PolicyTests {
  /** The policy under test: a file, beside this one, or `preset:NAME`. */
  readonly policy?: string | undefined;
  readonly kubernetesVersion?: string | undefined;
  readonly cases: readonly PlacedCase[];
}

const EXPECTATIONS = ["level", "stages", "rule", "recorded"] as const;

const caseSchema = z
  .strictObject({
    name: z.string().optional(),
    request: z.string(),
    level: z.enum(LEVELS).optional(),
    stages: z.array(z.enum(STAGES)).optional(),
    rule: z.int().min(0).nullable().optional(),
    recorded: z.boolean().optional(),
  })
  .refine((one) => EXPECTATIONS.some((field) => one[field] !== undefined), {
    error: `nothing is expected: give one of ${EXPECTATIONS.join(", ")}`,
  });

const fileSchema = z.strictObject({
  policy: z.string().optional(),
  kubernetesVersion: z.string().optional(),
  cases: z.array(caseSchema).min(1),
});

/**
 * Reads a file of policy tests: YAML or JSON with `cases`, each a `request` and what is expected of it.
 *
 * @throws GenAuditError `bad-input` for what is none, with file, line and the way out.
 */
export function parsePolicyTests(text: string, file: string, kubernetesVersion?: string): PolicyTests {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (offset: number): number => lines.linePos(offset).line;
  const [error] = document.errors;
  if (error) throw refuse(`${file}:${lineOf(error.pos[0])}`, `cannot be read as YAML: ${error.message}`);
  const place = (path: readonly PropertyKey[]): number => {
    // The nearest thing that is written down.
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node)) return lineOf(node.range[0]);
    }
    return 1;
  };
  const parsed = fileSchema.safeParse(document.toJS());
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw refuse(
      `${file}:${place(issue?.path ?? [])}`,
      issue ? describe(issue) : "is no file of policy tests",
    );
  }
  const { cases, ...head } = parsed.data;
  const release = kubernetesVersion ?? head.kubernetesVersion;
  for (const [index, { request }] of cases.entries()) {
    checkRequest(request, release, `${file}:${place(["cases", index, "request"])}`);
  }
  return { ...head, cases: cases.map((one, index) => ({ ...one, line: place(["cases", index]) })) };
}

function isNode(value: unknown): value is ParsedNode & { readonly range: readonly number[] } {
  return typeof value === "object" && value !== null && "range" in value && Array.isArray(value.range);
}

function checkRequest(request: string, kubernetesVersion: string | undefined, place: string): void {
  try {
    parseRequest(request, { kubernetesVersion });
  } catch (error) {
    if (!(error instanceof GenAuditError)) throw error;
    throw new GenAuditError("bad-input", `${place}: ${error.message}`, { help: error.help, cause: error });
  }
}

function describe(issue: z.core.$ZodIssue): string {
  const field = issue.path
    .map(String)
    .join(".")
    .replace(/\.(\d+)/g, "[$1]");
  const where = field === "" ? "" : `${field}: `;
  if (issue.code === "unrecognized_keys") {
    const [unknown = ""] = issue.keys;
    const known = Object.keys(issue.path.length === 0 ? fileSchema.shape : caseSchema.shape);
    return `${where}unknown field "${unknown}"${didYouMean(unknown, known)}`;
  }
  if (issue.code === "invalid_value") return `${where}one of ${issue.values.join(", ")} is expected`;
  if (issue.code === "invalid_type") return `${where}${issue.expected} is expected`;
  return `${where}${issue.message}`;
}

function refuse(place: string, message: string): GenAuditError {
  return new GenAuditError("bad-input", `${place}: ${message}`, {
    help: "a file of policy tests has cases, each with a request and a level, stages, a rule or recorded",
  });
}
