import { lineEnd, lineStart, type SourceNode } from "../diagnostics/index.js";
import type { Range } from "./document-node.js";
import { RefusalAt } from "./refusal-at.js";

/**
 * Refuses a text that is made into YAML by a template engine (Go's, Jinja's): what it says is not known yet. In a block of
 * lines, which may be a script, braces are somebody else's matter, unless the block itself is to change.
 */
export function refuseTemplate(text: string, roots: readonly SourceNode[]): void {
  const blocks = roots.flatMap((root) => [...blocksOf(text, root)]);
  for (const { 0: mark, index } of text.matchAll(/\{\{|\{%/g)) {
    if (!blocks.some(([start, end]) => start <= index && index < end)) throw templateAt(index, mark);
  }
}

/**
 * Refuses to put something else in the place of an expression, which says what nobody but its engine knows; what is put there
 * may have the expression as well.
 */
export function refuseTemplateIn(text: string, [start, end]: Range, wanted?: unknown): void {
  const old = text.slice(start, end);
  const found = /\{\{|\{%/.exec(old);
  if (!found || (typeof wanted === "string" && staysIn(old, wanted))) return;
  const at = start + found.index;
  throw new RefusalAt(
    [at, at + found[0].length],
    `"${found[0]}" begins an expression of a template, and another value would take its place`,
    "write there what it stands for, or put the fragment into the file by hand",
  );
}

/** Whether each expression of a text is in another one, as often. */
function staysIn(old: string, wanted: string): boolean {
  const expressions = old.match(/\{[{%][\s\S]*?(?:[}%]\}|$)/g) ?? [];
  return expressions.every((one) => old.split(one).length <= wanted.split(one).length);
}

/** Names the usual reason for which a text that holds expressions in quotes is no YAML. */
export function refuseUnquotedTemplate(text: string, offset: number): void {
  const line = text.slice(lineStart(text, offset), lineEnd(text, offset));
  const at = line.search(/(?:^|[\s:[,])\{\{/);
  if (at < 0) return;
  const mark = lineStart(text, offset) + line.indexOf("{{", at);
  throw new RefusalAt(
    [mark, mark + 2],
    '"{{" begins a mapping where it is not quoted',
    "put the value into quotes",
  );
}

function templateAt(index: number, mark: string): RefusalAt {
  return new RefusalAt(
    [index, index + mark.length],
    `"${mark}" begins an expression of a template, so that the text is no YAML yet`,
    "render the template first, or put the fragment into it by hand",
  );
}

function* blocksOf(text: string, node: SourceNode): Generator<Range> {
  if (node.kind === "scalar") {
    if (/^[|>]/.test(text.slice(...node.range))) yield node.range;
  } else if (node.kind === "list") for (const item of node.items) yield* blocksOf(text, item);
  else for (const { value } of node.entries.values()) yield* blocksOf(text, value);
}
