import {
  columnOf,
  lineEnd,
  lineStart,
  nextLine,
  type SourceList,
  type SourceMap,
  type SourceNode,
} from "../diagnostics/index.js";
import { lastOfComments, type TextChange } from "../patch/index.js";
import type { Data, DataObject } from "../render/index.js";
import { isFlow } from "./document-node.js";
import { RefusalAt } from "./refusal-at.js";
import type { TextLayout } from "./text-layout.js";
import { indented, writeBlock, writeInline, writeKey } from "./write-nodes.js";

/** A change that puts whole lines in, each ended by a line break: where the text ends without one, it gets one first. */
export interface LineChange extends TextChange {
  readonly isLines?: true;
}

/** Puts entries at the end of a mapping. */
export function insertEntries(
  text: string,
  map: SourceMap,
  entries: DataObject,
  layout: TextLayout,
  path: string,
): LineChange {
  const keys = [...map.entries.values()].map(({ key }) => key);
  if (isFlow(text, map)) {
    const quotes = keys.length > 0 ? keys.every(([start]) => /["']/.test(text[start] ?? "")) : layout.isJson;
    const written = Object.entries(entries).map(([key, value]) => ({
      before: `${writeKey(key, quotes)}: `,
      key,
      value: value ?? null,
    }));
    const parts = [...map.entries.values()].map(({ key, value }) => ({ start: key[0], value }));
    return insertBetweenBrackets(text, map, parts, written, quotes, layout);
  }
  const [first] = keys;
  const indent = columnOf(text, first?.[0] ?? map.range[0]);
  const lines = joinLines(writeBlock(entries, layout, path), indent, layout);
  return { ...insertAt(blockEnd(text, map, indent - 1)), text: lines };
}

/** Puts items at the end of a list. */
export function insertItems(
  text: string,
  list: SourceList,
  items: readonly Data[],
  layout: TextLayout,
): LineChange {
  const { hyphens } = list;
  if (!hyphens) {
    const quotes = layout.isJson;
    const written = items.map((value) => ({ before: "", key: "", value }));
    const parts = list.items.map((value) => ({ start: value.range[0], value }));
    return insertBetweenBrackets(text, list, parts, written, quotes, layout);
  }
  const indent = columnOf(text, hyphens[0] ?? list.range[0]);
  const lines = joinLines(writeBlock(items, layout), indent, layout);
  return { ...insertAt(blockEnd(text, list, indent)), text: lines };
}

export function insertAt(offset: number): {
  readonly start: number;
  readonly end: number;
  readonly isLines: true;
} {
  return { start: offset, end: offset, isLines: true };
}

/** Where the lines of a block end, and the comments that are indented further than a column, as its own are. */
function blockEnd(text: string, node: SourceNode, column: number): number {
  const [, end] = node.range;
  const next = lastOfComments(text, end, Math.max(0, column));
  return endsKept(text, node) ? skipBlankLines(text, nextLine(text, end)) : next;
}

/** Whether the last thing in it is a block of lines to which the blank lines below belong (`|+`). */
function endsKept(text: string, node: SourceNode): boolean {
  if (node.tied === "alias" || node.tied === "merge") return false;
  if (node.kind === "scalar") return /^[|>]\d?\+/.test(text.slice(...node.range));
  const last = node.kind === "list" ? node.items.at(-1) : [...node.entries.values()].at(-1)?.value;
  return last !== undefined && endsKept(text, last);
}

function skipBlankLines(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && text.slice(at, lineEnd(text, at)).trim() === "") at = nextLine(text, at);
  return at;
}

/** Lines at an indentation, each with the file's line break. */
export function joinLines(lines: readonly string[], indent: number, { newline }: TextLayout): string {
  return indented(lines, indent)
    .map((line) => line + newline)
    .join("");
}

interface Part {
  readonly start: number;
  readonly value: SourceNode;
}

interface Written {
  /** The key, as it is written, with its colon. */
  readonly before: string;
  readonly key: string;
  readonly value: Data;
}

function insertBetweenBrackets(
  text: string,
  { range }: SourceList | SourceMap,
  parts: readonly Part[],
  written: readonly Written[],
  quotes: boolean,
  layout: TextLayout,
): LineChange {
  const last = parts.at(-1);
  const inline = ({ before, key, value }: Written): string =>
    before + writeInline(value, quotes, layout, key);
  if (!last) return { start: range[0] + 1, end: range[0] + 1, text: written.map(inline).join(", ") };
  if (last.value.tied === "alias" || last.value.tied === "merge")
    throw new RefusalAt([range[1] - 1, range[1]], "what stands before it is brought in by an alias");
  const end = Math.max(last.value.range[1], last.start);
  const comma = /^(?:\s|#.*)*,/.exec(text.slice(end, range[1] - 1))?.[0].length ?? 0;
  const from = end + comma;
  const indent = text.slice(lineStart(text, last.start), last.start);
  const isOnOwnLine = indent.trim() === "" && lineEnd(text, from) < range[1];
  if (!isOnOwnLine) {
    const joined = written.map(inline).join(", ");
    return comma > 0
      ? { start: from, end: from, text: ` ${joined}` }
      : { start: end, end, text: `, ${joined}` };
  }
  const lines = written.map(({ before, key, value }) => {
    const pretty = layout.isJson
      ? JSON.stringify(value, null, layout.indent)
      : writeInline(value, quotes, layout, key);
    return indent + before + pretty.replaceAll("\n", layout.newline + indent);
  });
  // A comment behind the last one stays there; the comma goes in front of it.
  const line = lineEnd(text, from);
  return {
    start: from,
    end: line,
    text: `${comma > 0 ? "" : ","}${text.slice(from, line)}${layout.newline}${lines.join(`,${layout.newline}`)}${comma > 0 ? "," : ""}`,
  };
}
