/**
 * Writes docs/api/ from the doc comments of what users import: a page for each of the areas in scripts/api-reference/areas.ts,
 * and an index.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Project } from "ts-morph";
import { placeNames } from "./api-reference/anchors.js";
import type { ApiExport } from "./api-reference/api-export.js";
import { AREAS, type Area } from "./api-reference/areas.js";
import { ENTRIES } from "./api-reference/entries.js";
import { printArea } from "./api-reference/print-area.js";
import { printIndex } from "./api-reference/print-index.js";
import { readExports } from "./api-reference/read-exports.js";

const root = new URL("../", import.meta.url);
const folder = new URL("docs/api/", root);

const NOTE =
  "<!-- Written by scripts/generate-api-reference.ts: edit the doc comments in src/, then run `npm run generate:api`. -->";

/** The sources, as the compiler reads them. */
export function openSources(): Project {
  const project = new Project({
    tsConfigFilePath: fileURLToPath(new URL("tsconfig.json", root)),
    skipAddingFilesFromTsConfig: true,
  });
  project.addSourceFilesAtPaths(fileURLToPath(new URL("src/**/*.ts", root)));
  return project;
}

/** The pages by the name of their file. */
export function printReference(
  all: readonly ApiExport[],
  areas: readonly Area[] = AREAS,
): ReadonlyMap<string, string> {
  const exports = new Map(all.map((one) => [one.name, one]));
  const listed = new Set(areas.flatMap(({ names }) => names));
  const left = [...exports.keys()].filter((name) => !listed.has(name));
  if (left.length > 0) {
    throw new Error(`in no area of scripts/api-reference/areas.ts: ${left.join(", ")}`);
  }
  const anchors = placeNames(areas, exports);
  const pages: [string, string][] = [
    [
      "README",
      printIndex(
        areas,
        exports,
        Object.entries(ENTRIES).map(([from, { text }]) => ({ from, text })),
        anchors,
      ),
    ],
    ...areas.map((area): [string, string] => [area.page, printArea(area, exports, anchors)]),
  ];
  return new Map(pages.map(([page, text]) => [`${page}.md`, `${NOTE}\n\n${text}\n`]));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const pages = printReference(readExports(openSources()));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of pages) writeFileSync(new URL(file, folder), text);
}
