import { lineEnd, nextLine, type SourceNode } from "../diagnostics/index.js";
import type { TextChange } from "../patch/index.js";

/**
 * The change of a literal block that is to hold another text, of which it holds some lines already: header, indentation, and
 * every line that stays are as they were. Undefined where the block has to be written anew.
 */
export function rewriteBlock(text: string, node: SourceNode, wanted: string): TextChange | undefined {
  const before = node.kind === "scalar" ? node.value : undefined;
  const [start] = node.range;
  if (typeof before !== "string" || text[start] !== "|" || !fits(before, wanted)) return undefined;
  const first = nextLine(text, start);
  const [old, lines] = [linesOf(before), linesOf(wanted)];
  const block = findLines(text, first, old);
  if (!block) return undefined;
  const { raw, end } = block;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const indent = indentOf(raw, old);
  let next = 0;
  const written = lines.map((line) => {
    const at = line === "" && old[next] !== "" ? -1 : old.indexOf(line, next);
    if (at < 0) return line === "" ? "" : indent + line;
    next = at + 1;
    return raw[at] ?? line; // Blank lines may be of spaces.
  });
  return { start: first, end, text: written.join(newline) };
}

/** Whether a block's header stands for the other text as well, and the two have something in common. */
function fits(before: string, wanted: string): boolean {
  const kept = new Set(linesOf(before));
  return (
    breaksAtEnd(before) === breaksAtEnd(wanted) &&
    /^\n*[!-~][\t\n -~\u00a0-\u2027\u202a-\ufefe\uff00-\ufffd]*$/.test(wanted) &&
    linesOf(wanted).some((line) => line !== "" && kept.has(line))
  );
}

function breaksAtEnd(text: string): number {
  return /\n*$/.exec(text)?.[0].length ?? 0;
}

function linesOf(text: string): readonly string[] {
  return text.replace(/\n+$/, "").split("\n");
}

interface BlockLines {
  /** With their indentation. */
  readonly raw: readonly string[];
  /** Where the last one ends. */
  readonly end: number;
}

/** The lines of the block as they stand in the file; undefined where they are not there one by one. */
function findLines(text: string, first: number, lines: readonly string[]): BlockLines | undefined {
  const raw: string[] = [];
  let [at, end] = [first, first];
  for (const line of lines) {
    end = lineEnd(text, at);
    const whole = text.slice(at, end);
    if (line === "" ? whole.trim() !== "" : !whole.endsWith(line)) return undefined;
    raw.push(whole);
    at = nextLine(text, at);
  }
  return { raw, end };
}

function indentOf(raw: readonly string[], lines: readonly string[]): string {
  const at = lines.findIndex((line) => line !== "");
  return (raw[at] ?? "").slice(0, (raw[at] ?? "").length - (lines[at] ?? "").length);
}
