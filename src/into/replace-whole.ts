import { columnOf, nextLine, type SourceNode } from "../diagnostics/index.js";
import { lastOfComments } from "../patch/index.js";
import type { DataObject } from "../render/index.js";
import { isFlow } from "./document-node.js";
import { insertAt, joinLines, type LineChange } from "./insert-entries.js";
import type { Holder } from "./replace-node.js";
import type { TextLayout } from "./text-layout.js";
import { writeBelow, writeInline } from "./write-nodes.js";

/** Puts a mapping in the place of what is below a key, its comments included: they are about what goes. */
export function replaceWhole(
  text: string,
  node: SourceNode,
  data: DataObject,
  holder: Holder,
  layout: TextLayout,
  path: string,
): readonly LineChange[] {
  const [start, end] = node.range;
  if (holder.isFlow || layout.isJson)
    return [{ start, end, text: (start === end ? " " : "") + writeInline(data, layout.isJson, layout) }];
  const column = columnOf(text, holder.range[0]);
  const lines = joinLines(writeBelow(data, layout, path), column, layout);
  const next = lastOfComments(text, end, column);
  const isBlock = node.kind !== "scalar" && !isFlow(text, node);
  if (isBlock) return [{ start: nextLine(text, holder.range[1]), end: next, text: lines, isLines: true }];
  const blanks = /[ \t]*$/.exec(text.slice(holder.range[1], start))?.[0].length ?? 0;
  const removal = start === end ? [] : [{ start: start - blanks, end, text: "" }];
  return [...removal, { ...insertAt(next), text: lines }];
}
