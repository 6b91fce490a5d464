import { columnOf, lineEnd, type SourceNode } from "../diagnostics/index.js";
import { lastOfComments } from "../patch/index.js";
import { type Data, type DataObject, isDataList, isDataObject } from "../render/index.js";
import type { Range } from "./document-node.js";
import { insertAt, joinLines, type LineChange } from "./insert-entries.js";
import { RefusalAt } from "./refusal-at.js";
import { refuseTemplateIn } from "./refuse-template.js";
import { rewriteBlock } from "./rewrite-block.js";
import type { TextLayout } from "./text-layout.js";
import { isLiteral, writeBelow, writeBlock, writeInline, writeValue } from "./write-nodes.js";

/** What a node is written under: the key, or the hyphen, whose column its lines go beyond. */
export interface Holder {
  readonly range: Range;
  /** Between brackets, where nothing has lines of its own. */
  readonly isFlow: boolean;
  readonly isItem: boolean;
}

/** Puts another value in the place of a single value, or of nothing. */
export function replaceNode(
  text: string,
  node: SourceNode,
  data: Data,
  holder: Holder,
  layout: TextLayout,
  path: string,
): readonly LineChange[] {
  const [start, end] = node.range;
  refuseTemplateIn(text, node.range, data);
  const old = text.slice(start, end);
  if (holder.isFlow || layout.isJson) {
    const written =
      isDataObject(data) || isDataList(data)
        ? writeInline(data, layout.isJson, layout)
        : writeValue(keyOf(text, holder), data, old, layout);
    return [{ start, end, text: (start === end ? " " : "") + written }];
  }
  if (isDataObject(data) || isDataList(data)) return openBlock(text, node, data, holder, layout, path);
  const rewritten = typeof data === "string" ? rewriteBlock(text, node, data) : undefined;
  if (rewritten) return [rewritten];
  const block = /^[|>]/.test(old);
  // What is behind a block's header stays there, and a comment behind a value goes behind the header.
  const remark = block ? (/^[^\s#]+([ \t]+#[^\r\n]*)?/.exec(old)?.[1] ?? "") : "";
  const gap = start === end && !/\s/.test(text[start - 1] ?? "") ? " " : "";
  if (typeof data !== "string" || !isLiteral(data)) {
    const written = writeValue(keyOf(text, holder), data, start === end || block ? undefined : old, layout);
    return [{ start, end, text: gap + written + remark }];
  }
  const [header = "", ...lines] = writeBlock({ key: data }, layout);
  const content = joinLines(lines, columnOf(text, holder.range[0]), layout);
  const written = gap + header.slice("key: ".length) + remark;
  if (block) {
    // The last line's break is there already.
    const trimmed = content.slice(0, -layout.newline.length);
    const change = { start, end, text: written + layout.newline + trimmed };
    return end === text.length ? [change, { ...insertAt(end), text: "" }] : [change];
  }
  const line = lineEnd(text, end);
  const next = line + layoutBreak(text, line);
  return [
    { start, end, text: written },
    { ...insertAt(next), text: content },
  ];
}

function keyOf(text: string, { range }: Holder): string {
  return text.slice(...range).replace(/^["']|["']$/g, "");
}

/** How long the line break is that a line ends in. */
function layoutBreak(text: string, end: number): number {
  if (end >= text.length) return 0;
  return text[end] === "\r" ? 2 : 1;
}

/** A mapping or a list below a key that has no value yet. */
function openBlock(
  text: string,
  { range: [start, end], kind }: SourceNode,
  data: DataObject | readonly Data[],
  { range, isItem }: Holder,
  layout: TextLayout,
  path: string,
): readonly LineChange[] {
  const isNothing = /^(?:~|null|Null|NULL|\{\s*\}|\[\s*\])?$/.test(text.slice(start, end));
  if (isItem || !isNothing)
    throw new RefusalAt(
      [start, end],
      `is ${kind === "scalar" ? "a single value" : `a ${kind}`} that cannot grow in place`,
    );
  const column = columnOf(text, range[0]);
  const written = joinLines(writeBelow(data, layout, path), column, layout);
  const blanks = /[ \t]*$/.exec(text.slice(range[1], start))?.[0].length ?? 0;
  const removal = start === end ? [] : [{ start: start - blanks, end, text: "" }];
  return [...removal, { ...insertAt(lastOfComments(text, end, column)), text: written }];
}
