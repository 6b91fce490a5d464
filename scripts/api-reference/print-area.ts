import { type Anchors, linkTo } from "./anchors.js";
import type { ApiExport, ApiMethod, DocText } from "./api-export.js";
import type { Area } from "./areas.js";
import { completeExample } from "./complete-example.js";

/** One page of the reference, as Markdown. */
export function printArea(area: Area, exports: ReadonlyMap<string, ApiExport>, anchors: Anchors): string {
  const all = area.names.map((name) => {
    const found = exports.get(name);
    if (!found) throw new Error(`the page "${area.page}" has "${name}", which no entry exports`);
    return found;
  });
  const linked = (text: string): string => linkNames(text, area.page, anchors);
  return [
    `# ${area.title}`,
    linked(area.intro),
    ...(area.guides
      ? [`Guides: ${area.guides.map((guide) => `[docs/${guide}](../${guide})`).join(", ")}.`]
      : []),
    printContents(all, area.page, anchors),
    ...onceEach(all).flatMap((one) => [`## ${one.name}`, ...printExport(one, area, exports, anchors)]),
  ].join("\n\n");
}

/** What stands along with several exports of a page stands with the first of them. */
function onceEach(all: readonly ApiExport[]): readonly ApiExport[] {
  const seen = new Set<string>();
  return all.map((one) => {
    const along = new Map([...one.along].filter(([name]) => !seen.has(name)));
    for (const name of along.keys()) seen.add(name);
    return { ...one, along };
  });
}

/** What can be called and read as a table; then the types. */
function printContents(all: readonly ApiExport[], page: string, anchors: Anchors): string {
  const values = all.filter(({ kind }) => kind !== "type");
  const types = all.filter(({ kind }) => kind === "type");
  const rows = values.map(
    ({ name, doc }) =>
      `| ${linkTo(name, page, anchors)} | ${firstSentence(doc.text).replaceAll("|", "\\|")} |`,
  );
  return [
    ...(rows.length > 0 ? [["| name | what it is for |", "| --- | --- |", ...rows].join("\n")] : []),
    ...(types.length > 0
      ? [`Types: ${types.map(({ name }) => linkTo(name, page, anchors)).join(", ")}`]
      : []),
  ].join("\n\n");
}

function printExport(
  one: ApiExport,
  { page, values }: Area,
  exports: ReadonlyMap<string, ApiExport>,
  anchors: Anchors,
): readonly string[] {
  const value = values?.[one.name];
  return [
    ...(one.from === "gen-audit" ? [] : [`From \`${one.from}\`.`]),
    block([one.declaration, ...one.along.values()].join("\n\n")),
    ...(one.mentions.length > 0
      ? [`See ${one.mentions.map((name) => linkTo(name, page, anchors)).join(", ")}.`]
      : []),
    ...printDoc(one.doc, page, exports, anchors),
    ...(value === undefined ? [] : [value]),
    ...one.methods.flatMap((method) => printMethod(one, method, page, exports, anchors)),
  ];
}

function printMethod(
  { name }: ApiExport,
  method: ApiMethod,
  page: string,
  exports: ReadonlyMap<string, ApiExport>,
  anchors: Anchors,
): readonly string[] {
  // What a constant's methods do is said of the constant.
  if (method.doc.text === "") return [];
  return [
    `### ${name}.${method.name}`,
    block(method.declaration),
    ...printDoc(method.doc, page, exports, anchors),
  ];
}

function printDoc(
  { text, throws, upstream, examples }: DocText,
  page: string,
  exports: ReadonlyMap<string, ApiExport>,
  anchors: Anchors,
): readonly string[] {
  const linked = (words: string): string => linkNames(words, page, anchors);
  return [
    ...(text === "" ? [] : [linked(text)]),
    ...throws.map((thrown) => `**Throws** ${linked(thrown.replace(/\b\w+Error\b(?!`)/g, "`$&`"))}`),
    ...upstream.map((place) => `**Upstream** ${place}`),
    ...examples.map((example) => block(completeExample(example, exports))),
  ];
}

function block(code: string): string {
  return `\`\`\`ts\n${code}\n\`\`\``;
}

/** Names of the library that stand as code become links; but not that of a heading just above. */
function linkNames(text: string, page: string, anchors: Anchors): string {
  return text.replace(/`(\w+)`(?!\])/g, (_, name: string) => linkTo(name, page, anchors));
}

export function firstSentence(text: string): string {
  const [paragraph = ""] = text.split("\n\n");
  const line = paragraph.replaceAll("\n", " ");
  return /^.*?[^.]\.(?= |$)/.exec(line)?.[0] ?? line;
}
