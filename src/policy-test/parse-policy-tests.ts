import { z } from "zod";
import { GenAuditError } from "../diagnostics/index.js";
import { LEVELS, STAGES } from "../model/index.js";
import { parseRequest } from "../request/index.js";
import { readBySchema } from "../schema/index.js";
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

const HELP = "a file of policy tests has cases, each with a request and a level, stages, a rule or recorded";

/**
 * Reads a file of policy tests: YAML or JSON with `cases`, each a `request` and what is expected of it.
 *
 * @throws GenAuditError `bad-input` for what is none, with file, line and the way out.
 */
export function parsePolicyTests(text: string, file: string, kubernetesVersion?: string): PolicyTests {
  const { data, lineOf } = readBySchema(text, file, fileSchema, HELP);
  const { cases, ...head } = data;
  const release = kubernetesVersion ?? head.kubernetesVersion;
  for (const [index, { request }] of cases.entries()) {
    checkRequest(request, release, `${file}:${lineOf(["cases", index, "request"])}`);
  }
  return { ...head, cases: cases.map((one, index) => ({ ...one, line: lineOf(["cases", index]) })) };
}

function checkRequest(request: string, kubernetesVersion: string | undefined, place: string): void {
  try {
    parseRequest(request, { kubernetesVersion });
  } catch (error) {
    if (!(error instanceof GenAuditError)) throw error;
    throw new GenAuditError("bad-input", `${place}: ${error.message}`, { help: error.help, cause: error });
  }
}
