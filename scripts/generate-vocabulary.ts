/** Writes src/vocabulary/api-groups.generated.ts from the table of API resources: a constant for each group, and its type. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type ApiResource, listApiResources } from "../src/kubernetes/index.js";
import { API_VERBS } from "../src/kubernetes/read-api-resources.js";
import { wordOfGroup } from "../src/vocabulary/word-of-group.js";

const generatedFile = new URL("../src/vocabulary/api-groups.generated.ts", import.meta.url);

/** The text of the module. */
export function printVocabulary(resources: readonly ApiResource[]): string {
  const groups = [...new Set(resources.map(({ group }) => group))];
  return [
    "// Written by scripts/generate-vocabulary.ts from src/kubernetes/api-resources.generated.ts.",
    'import type { KnownResource, ResourceWord, WholeGroup } from "./resource.js";',
    'import type { ApiVerb } from "./verb.js";',
    'import { vocabularyOf } from "./vocabulary-of.js";',
    ...groups.flatMap((group) =>
      printGroup(
        group,
        resources.filter((one) => one.group === group),
      ),
    ),
    "",
  ].join("\n");
}

function printGroup(group: string, resources: readonly ApiResource[]): readonly string[] {
  const word = wordOfGroup(group);
  const type = `${word[0]?.toUpperCase()}${word.slice(1)}${word.endsWith("Group") ? "" : "Group"}`;
  const about = group === "" ? 'The core group, `""`.' : `The group \`${group}\`.`;
  return [
    "",
    `/** ${about} */`,
    `export const ${word}: ${type} = /* @__PURE__ */ vocabularyOf(${JSON.stringify(group)});`,
    "",
    `/** ${about.slice(0, -1)}, with its resources. */`,
    `export interface ${type} extends WholeGroup {`,
    `  readonly group: ${JSON.stringify(group)};`,
    ...resources
      .filter(({ subresource }) => subresource === "")
      .flatMap((resource) =>
        printResource(
          resource,
          resources.filter((one) => one.resource === resource.resource && one.subresource !== ""),
        ),
      ),
    "}",
  ];
}

function printResource(resource: ApiResource, subresources: readonly ApiResource[]): readonly string[] {
  const scope = resource.namespaced ? "in a namespace" : "of the cluster";
  const head = [
    ...printComment("  ", [`${resource.kind}, ${scope}.`], resource),
    `  readonly ${resource.resource}: ResourceWord<${printVerbs(resource.verbs)}>`,
  ];
  if (subresources.length === 0) return [`${head.join("\n")};`];
  const verbs = [resource, ...subresources].flatMap((one) => one.verbs);
  return [
    `${head.join("\n")} & {`,
    "    /** With all its subresources. */",
    `    readonly withSubresources: KnownResource<${printVerbs([...new Set(verbs)].sort())}>;`,
    ...subresources.flatMap((one) => [
      ...printComment("    ", [], one),
      `    readonly ${one.subresource}: ResourceWord<${printVerbs(one.verbs)}>;`,
    ]),
    "  };",
  ];
}

/** What an editor shows: since when, how sure it is to stay; and it strikes out what the newest release has no more. */
function printComment(
  indent: string,
  about: readonly string[],
  { since, until, stability }: ApiResource,
): readonly string[] {
  const text = [
    ...about,
    ...(since === "1.19" ? [] : [`Since Kubernetes ${since}.`]),
    ...(stability === "stable" || until !== undefined ? [] : [`${capitalize(stability)}.`]),
  ].join(" ");
  if (until === undefined) return text === "" ? [] : [`${indent}/** ${text} */`];
  const lines = [...(text === "" ? [] : [text]), `@deprecated Kubernetes ${until} was the last to serve it.`];
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`), `${indent} */`];
}

function capitalize(word: string): string {
  return `${word[0]?.toUpperCase()}${word.slice(1)}`;
}

function printVerbs(verbs: readonly string[]): string {
  if (verbs.join() === API_VERBS.join()) return "ApiVerb";
  return verbs.map((verb) => JSON.stringify(verb)).join(" | ");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  writeFileSync(generatedFile, printVocabulary(listApiResources()));
  console.log(fileURLToPath(generatedFile), readFileSync(generatedFile).length);
}
