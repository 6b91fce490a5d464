/**
 * Writes src/kubernetes/api-resources.generated.ts from the API documents of the releases below. Needs Go, which fetches
 * the modules that it does not have yet, some 15 MB each: `npx tsx scripts/generate-api-resources.ts`.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Project, VariableDeclarationKind } from "ts-morph";
import { API_VERBS } from "../src/kubernetes/read-api-resources.js";
import { joinReleases, type Release, type TableRow } from "./kubernetes-api/join-releases.js";
import { KUBERNETES_MODULE, openRelease } from "./kubernetes-api/open-release.js";
import { readShortNames } from "./kubernetes-api/read-discovery.js";
import { readOpenApi } from "./kubernetes-api/read-open-api.js";

/** The newest patch of each minor that the Go module proxy has; which one makes no difference to the API. */
export const RELEASES: readonly string[] = [
  ...["v1.19.16", "v1.20.15", "v1.21.14", "v1.22.17", "v1.23.17", "v1.24.17", "v1.25.16", "v1.26.15"],
  ...["v1.27.16", "v1.28.15", "v1.29.15", "v1.30.14", "v1.31.14", "v1.32.13", "v1.33.13", "v1.34.4"],
  ...["v1.35.4", "v1.36.3", "v1.37.2"],
];

/** By group and name, `apps deployments`. */
type ShortNames = ReadonlyMap<string, readonly string[]>;

const generatedFile = new URL("../src/kubernetes/api-resources.generated.ts", import.meta.url);

/** Of all releases: what they serve, and the short names that any of them has. */
async function readReleases(): Promise<{ releases: readonly Release[]; shortNames: ShortNames }> {
  const releases: Release[] = [];
  const shortNames = new Map<string, readonly string[]>();
  for (const version of RELEASES) {
    const documents = await openRelease(version);
    if (!documents) throw new Error(`no ${KUBERNETES_MODULE} ${version}`);
    releases.push({ minor: minorOf(version), resources: readOpenApi(documents.openApi) });
    for (const [id, names] of readShortNames(documents.discovery)) shortNames.set(id, names);
  }
  return { releases, shortNames };
}

/** `v1.30.14` → 30 */
export function minorOf(version: string): number {
  return Number(version.split(".")[1]);
}

/** The table: a line for each group, and below it one for each row. */
export function printTable(rows: readonly TableRow[], shortNames: ShortNames): string {
  let group: string | undefined;
  const lines: string[] = [];
  for (const row of rows) {
    if (row.group !== group) lines.push(`[${row.group}]`);
    group = row.group;
    const verbs = row.verbs.join() === API_VERBS.join() ? "*" : row.verbs.join();
    const words = [row.name, verbs, row.releases];
    if (row.kind !== undefined) words.push(row.namespaced ? "namespaced" : "cluster", row.kind);
    const short = shortNames.get(`${row.group} ${row.name}`);
    if (short) words.push(short.join());
    lines.push(words.join(" "));
  }
  return `${lines.join("\n")}\n`;
}

/** Of the table and of all code that makes it: without Go, a test can tell no more of whether the one is from the other. */
function digest(table: string): string {
  const folder = new URL("./kubernetes-api/", import.meta.url);
  const scripts = readdirSync(folder)
    .sort()
    .map((file) => new URL(file, folder));
  const hash = createHash("sha256").update(table);
  for (const script of [new URL(import.meta.url), ...scripts]) hash.update(readFileSync(script));
  return hash.digest("hex");
}

/** The text of the generated module. */
export function printApiResourcesModule(table: string): string {
  const module = new Project({ useInMemoryFileSystem: true }).createSourceFile(
    "api-resources.generated.ts",
    [
      `// Written by scripts/generate-api-resources.ts from ${KUBERNETES_MODULE} ${RELEASES.join(", ")}.`,
      `// SHA-256 of the scripts and the table: ${digest(table)}`,
      "",
    ].join("\n"),
  );
  const minors = RELEASES.map(minorOf);
  module.addVariableStatement({
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    docs: ["The first and the last minor release of the table."],
    declarations: [
      { name: "API_RESOURCE_MINORS", initializer: `[${minors.at(0)}, ${minors.at(-1)}] as const` },
    ],
  });
  module.addVariableStatement({
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    docs: [
      [
        "A group in brackets, and a line for each of its resources: name, verbs (`*`: all), the minor releases that serve it so",
        "(from the first, or from the first to the last, with each stability it had), and for what is no subresource scope, kind",
        "and short names. A second line of a name is for releases with other verbs.",
      ].join("\n"),
    ],
    declarations: [{ name: "API_RESOURCES", type: "string", initializer: `\`\n${table}\`` }],
  });
  module.formatText({ indentSize: 2 });
  return module.getFullText();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { releases, shortNames } = await readReleases();
  writeFileSync(generatedFile, printApiResourcesModule(printTable(joinReleases(releases), shortNames)));
  console.log(`wrote ${fileURLToPath(generatedFile)}`);
}
