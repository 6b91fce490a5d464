import {
  byteOrderMark,
  carriageReturns,
  controlCharacter,
  type Diagnostic,
  textTooLarge,
  typographicDash,
  unusualLineBreak,
} from "../diagnostics/index.js";
import type { Range } from "./node.js";
import type { Locate } from "./text-place.js";

/** The largest text that is read, in UTF-16 units. */
export const MAX_TEXT_LENGTH: number = 4 * 1024 * 1024;

export interface PreparedText {
  /** The text to read as YAML, of the same length as the original; absent where it cannot be read at all. */
  readonly text?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** A text that is larger than any policy is refused before anything looks at it. */
export function refuseLargeText(text: string, file: string): Diagnostic | undefined {
  if (text.length <= MAX_TEXT_LENGTH) return undefined;
  const location = { file, line: 1, column: 1, endLine: 1, endColumn: 1, frame: "" };
  return textTooLarge({ path: "", location }, { limit: `more than ${MAX_TEXT_LENGTH / 1024 / 1024} MiB` });
}

/**
 * What kube-apiserver's reader does to a text before it is YAML, and what formatted pages did to it before it was pasted.
 * Every replacement keeps the length, so that places stay true.
 *
 * Upstream: go.yaml.in/yaml/v2, readerc.go, yaml_parser_update_buffer; yamlprivateh.go, is_break
 */
export function prepareText(original: string, locate: Locate): PreparedText {
  const diagnostics: Diagnostic[] = [];
  const at = (start: number, length = 1): { path: ""; location: ReturnType<Locate> } => ({
    path: "",
    location: locate([start, start + length]),
  });
  let text = original;

  if (text.startsWith("\ufeff")) {
    diagnostics.push(byteOrderMark(at(0), {}));
    text = `\n${text.slice(1)}`; // A space would indent the first key.
  }
  const control = text.search(CONTROL_CHARACTER);
  if (control !== -1) {
    diagnostics.push(controlCharacter(at(control), { character: codePoint(text, control) }));
    return { diagnostics };
  }
  const isJson = /^\s*\{/.test(text);
  const crlf = text.match(/\r\n/g)?.length ?? 0;
  if (crlf > 0) diagnostics.push(carriageReturns(at(text.indexOf("\r\n")), { lines: crlf }));
  const lineBreak = isJson ? -1 : text.search(UNUSUAL_LINE_BREAK);
  if (lineBreak !== -1) {
    diagnostics.push(unusualLineBreak(at(lineBreak), { character: codePoint(text, lineBreak) }));
    text = text.replaceAll(new RegExp(UNUSUAL_LINE_BREAK, "g"), "\n");
  }
  if (isJson) text = text.replaceAll(/\r(?!\n)/g, "\n"); // White space to JSON, a part of the next word to YAML.
  const dashes = [...text.matchAll(TYPOGRAPHIC_DASH)];
  const [first] = dashes;
  if (first) {
    const range: Range = [first.index + first[0].length - 1, first.index + first[0].length];
    diagnostics.push(
      typographicDash(
        { path: "", location: locate(range) },
        { dash: first[0].trimStart(), count: dashes.length },
      ),
    );
    text = text.replace(TYPOGRAPHIC_DASH, (dash) => `${dash.slice(0, -1)}-`);
  }
  return { text, diagnostics };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what YAML refuses
const CONTROL_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;
const UNUSUAL_LINE_BREAK = /\r(?!\n)|[\u0085\u2028\u2029]/;
/** An en dash, em dash, minus or non-breaking hyphen where a list entry begins. */
const TYPOGRAPHIC_DASH = /^[ ]*[\u2010-\u2015\u2212](?= )/gm;

function codePoint(text: string, index: number): string {
  return `U+${text.charCodeAt(index).toString(16).toUpperCase().padStart(4, "0")}`;
}
