import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { z } from "zod";

/** What SARIF 2.1.0 wants of the parts that gen-audit writes, by the text of the standard; every other part is refused. */
const text = z.strictObject({ text: z.string().min(1) });
const region = z
  .strictObject({
    startLine: z.int().min(1),
    startColumn: z.int().min(1),
    endLine: z.int().min(1),
    endColumn: z.int().min(1),
  })
  .refine(
    ({ startLine, startColumn, endLine, endColumn }) =>
      startLine < endLine || (startLine === endLine && startColumn <= endColumn),
  );
const artifactLocation = z.union([
  z.strictObject({ uri: z.string().regex(/^file:\/\/\/[\w%./~-]*$/) }),
  // A relative reference: no scheme, no host, nothing that is not percent-encoded.
  z.strictObject({ uri: z.string().regex(/^[\w%.~-]+(\/[\w%.~-]+)*$/), uriBaseId: z.literal("%SRCROOT%") }),
]);
const physicalLocation = z.strictObject({ artifactLocation, region });
const level = z.enum(["error", "warning", "note"]);
const rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  shortDescription: text,
  fullDescription: text,
  help: z.strictObject({ text: z.string(), markdown: z.string() }),
  defaultConfiguration: z.strictObject({ level }),
});
const replacement = z.strictObject({
  deletedRegion: region,
  insertedContent: z.strictObject({ text: z.string() }),
});
const result = z.strictObject({
  ruleId: z.string(),
  ruleIndex: z.int().min(0),
  level,
  message: text,
  locations: z.tuple([
    z.strictObject({
      physicalLocation: physicalLocation.optional(),
      logicalLocations: z.tuple([z.strictObject({ fullyQualifiedName: z.string().min(1) })]),
    }),
  ]),
  relatedLocations: z
    .array(z.strictObject({ message: text, physicalLocation }))
    .min(1)
    .optional(),
  fixes: z
    .tuple([
      z.strictObject({
        description: text,
        artifactChanges: z.tuple([
          z.strictObject({ artifactLocation, replacements: z.array(replacement).min(1) }),
        ]),
      }),
    ])
    .optional(),
  properties: z
    .strictObject({
      witness: z.looseObject({ verb: z.string() }).optional(),
      reading: z.literal("real-identities").optional(),
    })
    .optional(),
  suppressions: z.array(z.strictObject({ kind: z.literal("inSource"), justification: z.string().min(1) })),
});
const driver = z.strictObject({
  name: z.literal("gen-audit"),
  version: z.string(),
  semanticVersion: z.string().regex(/^\d+\.\d+\.\d+/),
  rules: z.array(rule),
});
const sarifLog = z.strictObject({
  $schema: z.url(),
  version: z.literal("2.1.0"),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({ driver }),
      columnKind: z.literal("utf16CodeUnits"),
      results: z.array(result),
    }),
  ]),
});

/** A run, as far as tests look at it. */
export interface SarifRun {
  readonly tool: {
    readonly driver: {
      readonly rules: readonly { readonly id: string; readonly defaultConfiguration: object }[];
    };
  };
  readonly columnKind: string;
  readonly results: readonly SarifResult[];
}

interface SarifResult {
  readonly ruleId: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly { readonly physicalLocation?: PhysicalLocation | undefined }[];
  readonly relatedLocations?: readonly { readonly physicalLocation: PhysicalLocation }[] | undefined;
  readonly fixes?:
    | readonly {
        readonly description: { readonly text: string };
        readonly artifactChanges: readonly {
          readonly replacements: readonly {
            readonly deletedRegion: PhysicalLocation["region"];
            readonly insertedContent: { readonly text: string };
          }[];
        }[];
      }[]
    | undefined;
  readonly properties?: { readonly witness?: { readonly verb: string } | undefined } | undefined;
  readonly suppressions: readonly object[];
}

interface PhysicalLocation {
  readonly region: {
    readonly startLine: number;
    readonly startColumn: number;
    readonly endLine: number;
    readonly endColumn: number;
  };
}

/** The run of a SARIF log, once the log has been found to be one. */
export function readSarif(log: string): SarifRun {
  const parsed: unknown = JSON.parse(log);
  if (!isOfficiallyValid(parsed))
    throw new Error(`no SARIF by its own schema: ${JSON.stringify(isOfficiallyValid.errors)}`);
  const [run] = sarifLog.parse(parsed).runs;
  for (const { ruleId, ruleIndex } of run.results)
    if (run.tool.driver.rules[ruleIndex]?.id !== ruleId)
      throw new Error(`rules[${ruleIndex}] is not ${ruleId}`);
  return run;
}

/** The schema of the standard itself, of the draft that became the standard. */
const isOfficiallyValid = compileOfficialSchema();

function compileOfficialSchema() {
  const path = fileURLToPath(
    new URL("../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json", import.meta.url),
  );
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(path, "utf8"));
  const ajv = new Ajv({
    strict: false,
    unicodeRegExp: false, // One pattern of the schema is none by the stricter grammar.
    formats: { "date-time": true, uri: isUri, "uri-reference": isReference },
  });
  return ajv.compile(schema);
}

function isUri(written: string): boolean {
  return URL.canParse(written);
}

function isReference(written: string): boolean {
  return /^[\w:/?#[\]@!$&'()*+,;=%.~-]*$/.test(written) && URL.canParse(written, "file:///");
}
