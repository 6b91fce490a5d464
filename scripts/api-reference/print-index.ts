import { type Anchors, linkTo } from "./anchors.js";
import type { ApiExport } from "./api-export.js";
import type { Area } from "./areas.js";

/** The first page: what is imported from where, the pages, and every name in alphabetical order. */
export function printIndex(
  areas: readonly Area[],
  exports: ReadonlyMap<string, ApiExport>,
  entries: readonly { readonly from: string; readonly text: string }[],
  anchors: Anchors,
): string {
  const link = (name: string): string => linkTo(name, "README", anchors);
  const isCalled = (name: string): boolean => ["function", "matcher"].includes(exports.get(name)?.kind ?? "");
  const pages = areas.map(({ page, title, names }) => {
    const called = names.filter(isCalled);
    const shown = called.length > 0 ? called : names.filter((name) => exports.get(name)?.kind !== "type");
    return `| [${title}](${page}.md) | ${shown.map(link).join(", ")} |`;
  });
  return [
    "# API reference",
    INTRO,
    ["| import | |", "| --- | --- |", ...entries.map(({ from, text }) => `| \`${from}\` | ${text} |`)].join(
      "\n",
    ),
    ["| page | |", "| --- | --- |", ...pages].join("\n"),
    "## All names",
    ...listByLetter([...exports.keys()]).map((names) => names.map(link).join(" · ")),
  ].join("\n\n");
}

const INTRO = `Every name that users import, with what it answers, what it throws, and an example. All functions are pure and synchronous: data in,
data out; nothing is read, written or fetched, and no argument is changed. Behind an expression of an example stands what it gives.
A type that stands below another in one block is a part of that one, and has no name to import.`;

/** In alphabetical order, a list for each letter; capitals do not matter. */
function listByLetter(names: readonly string[]): readonly (readonly string[])[] {
  const lists = new Map<string, string[]>();
  for (const { lower, name } of names
    .map((name) => ({ lower: name.toLowerCase(), name }))
    .sort((a, b) => (a.lower === b.lower ? (a.name < b.name ? -1 : 1) : a.lower < b.lower ? -1 : 1))) {
    const letter = lower.slice(0, 1);
    lists.set(letter, [...(lists.get(letter) ?? []), name]);
  }
  return [...lists.values()];
}
