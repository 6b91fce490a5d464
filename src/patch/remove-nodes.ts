import type { SourceList, SourceMap } from "../diagnostics/index.js";
import { Refusal } from "./refusal.js";
import { removeBetweenBrackets } from "./remove-between-brackets.js";
import { removeLines, type Stretch } from "./remove-lines.js";
import type { TextChange } from "./text-change.js";

/** Takes items out of a list. One that would be empty is refused: it would no longer say what it says now. */
export function removeItems(
  text: string,
  list: SourceList,
  removed: ReadonlySet<number>,
): readonly TextChange[] {
  if (removed.size === list.items.length) throw new Refusal("nothing would be left of the list");
  const stretches = list.items.map(({ range: [start, end] }) => ({ start, end }));
  const { hyphens } = list;
  if (!hyphens) {
    refuseForeign(list.items);
    return removeBetweenBrackets(text, brackets(list), stretches, removed);
  }
  return [...removed].map((index) => {
    const start = hyphens[index] ?? 0;
    // An item that is not there ends at its hyphen.
    return removeLines(text, { start, end: Math.max(start + 1, stretches[index]?.end ?? 0) });
  });
}

/** Takes fields out of a mapping. One that would be empty is refused. */
export function removeFields(
  text: string,
  map: SourceMap,
  removed: ReadonlySet<string>,
): readonly TextChange[] {
  const fields = [...map.entries.keys()];
  if (removed.size === fields.length) throw new Refusal("nothing would be left of the mapping");
  if (map.merges) throw new Refusal("the mapping merges another");
  if (map.duplicates.length > 0) throw new Refusal("the mapping sets a field more than once");
  const entries = [...map.entries.values()];
  const stretches = entries.map(({ key, value }) => ({
    start: key[0],
    end: Math.max(key[1], value.range[1]),
  }));
  if (text[map.range[0]] === "{") {
    refuseForeign(entries.map(({ value }) => value));
    const indexes = new Set([...removed].map((field) => fields.indexOf(field)));
    return removeBetweenBrackets(text, brackets(map), stretches, indexes);
  }
  const kept = fields.findIndex((field) => !removed.has(field));
  const [first, before, next] = [stretches[0], stretches[kept - 1], stretches[kept]];
  const isInline = first && before && next && !startsLine(text, first.start);
  return [
    ...(isInline ? [removeFirst(text, { start: first.start, end: before.end }, next)] : []),
    ...[...removed].flatMap((field) => {
      const index = fields.indexOf(field);
      const stretch = stretches[index];
      if (!stretch) throw new Refusal(`there is no ${field}`);
      return isInline && index < kept ? [] : [removeLines(text, stretch)];
    }),
  ];
}

function startsLine(text: string, offset: number): boolean {
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset).trim() === "";
}

/** The first fields of an item begin behind its hyphen, where the next one that stays takes their place. */
function removeFirst(text: string, { start, end }: Stretch, next: Stretch): TextChange {
  if (!/^(?:[ \t]+(?:#.*)?)?(?:\r?\n[ \t]*)+$/.test(text.slice(end, next.start)))
    throw new Refusal("a comment stands between it and the field below");
  return { start, end: next.start, text: "" };
}

/** What an alias brings in has its place elsewhere, so that nobody knows where the alias ends. */
function refuseForeign(nodes: readonly { readonly tied?: string }[]): void {
  if (nodes.some(({ tied }) => tied === "alias" || tied === "merge"))
    throw new Refusal("a neighbor is brought in by an alias");
}

function brackets({ range: [start, end] }: SourceList | SourceMap): Stretch {
  return { start: start + 1, end: end - 1 };
}
