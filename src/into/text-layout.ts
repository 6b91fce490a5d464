import { columnOf, type SourceNode } from "../diagnostics/index.js";
import { isFlow } from "./document-node.js";

/** How a text is laid out, so that what is put into it looks as the rest does. */
export interface TextLayout {
  /** By how many spaces what lies in a mapping is indented. */
  readonly indent: number;
  /** By how many the hyphens of a list are, from the key above. */
  readonly listIndent: number;
  readonly isJson: boolean;
  readonly newline: string;
  /** Keys whose numbers are modes of files, and written as such: `0444`. */
  readonly octalKeys?: ReadonlySet<string> | undefined;
  /** Mappings that are written as a whole: by their paths, as YAML. */
  readonly printed?: ReadonlyMap<string, string> | undefined;
}

/** What of a layout is no matter of the text. */
export type LayoutHints = Pick<TextLayout, "octalKeys" | "printed">;

/** The layout of a text in which nothing stands that tells of one. */
export function plainLayout(text: string, hints: LayoutHints = {}): TextLayout {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  return { indent: 2, listIndent: 2, isJson: false, newline, ...hints };
}

/** The first mapping in a mapping, and the first list in one, tell; a text without either is laid out as ours. */
export function layoutOf(
  text: string,
  root: SourceNode,
  isJson: boolean,
  hints: LayoutHints = {},
): TextLayout {
  const found: { indent?: number; listIndent?: number } = {};
  look(text, root, found);
  return { ...plainLayout(text, hints), ...found, isJson };
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
