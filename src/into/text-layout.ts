import type { SourceNode } from "../diagnostics/index.js";
import { columnOf } from "../patch/index.js";
import { isFlow } from "./document-node.js";

/** How a text is laid out, so that what is put into it looks as the rest does. */
export interface TextLayout {
  /** By how many spaces what lies in a mapping is indented. */
  readonly indent: number;
  /** By how many the hyphens of a list are, from the key above. */
  readonly listIndent: number;
  readonly isJson: boolean;
  readonly newline: string;
}

/** The first mapping in a mapping, and the first list in one, tell; a text without either is laid out as ours. */
export function layoutOf(text: string, root: SourceNode, isJson: boolean): TextLayout {
  const found: { indent?: number; listIndent?: number } = {};
  look(text, root, found);
  return {
    indent: found.indent ?? 2,
    listIndent: found.listIndent ?? 2,
    isJson,
    newline: text.includes("\r\n") ? "\r\n" : "\n",
  };
}

function look(text: string, node: SourceNode, found: { indent?: number; listIndent?: number }): void {
  if (node.tied === "alias" || node.tied === "merge") return; // What an alias brings in stands elsewhere.
  if (node.kind === "list") for (const item of node.items) look(text, item, found);
  if (node.kind !== "map") return;
  for (const { key, value } of node.entries.values()) {
    if (found.indent !== undefined && found.listIndent !== undefined) return;
    const column = columnOf(text, key[0]);
    if (value.kind === "map" && value.tied === undefined) {
      const [first] = value.entries.values();
      const deeper = first ? columnOf(text, first.key[0]) - column : 0;
      const isOnOwnLine = first && text.slice(value.range[0], first.key[0]).trim().length <= 1;
      if (isOnOwnLine && deeper > 1 && deeper <= 8 && startsLine(text, first.key[0])) found.indent ??= deeper;
    }
    if (value.kind === "list" && !isFlow(text, value) && value.tied === undefined) {
      const deeper = columnOf(text, value.hyphens?.[0] ?? 0) - column;
      // A key behind a tag does not stand where its line begins.
      if (deeper >= 0) found.listIndent ??= deeper;
    }
    look(text, value, found);
  }
}

function startsLine(text: string, offset: number): boolean {
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset).trim() === "";
}
