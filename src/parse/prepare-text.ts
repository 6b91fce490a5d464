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
import { beginsAsJson } from "./read-json.js";
import type { Locate } from "./text-place.js";

/** The largest text that is read, in UTF-16 units. */
export const MAX_TEXT_LENGTH: number = 4 * 1024 * 1024;

/** What can be said of a text before it is read. */
export interface PreparedText {
  /** Whether it can be read at all. */
  readonly isReadable: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** A text that is larger than any policy is refused before anything looks at it. */
export function refuseLargeText(text: string, file: string): Diagnostic | undefined {
  if (text.length <= MAX_TEXT_LENGTH) return undefined;
  const location = { file, line: 1, column: 1, endLine: 1, endColumn: 1, frame: "" };
  return textTooLarge({ path: "", location }, { limit: `more than ${MAX_TEXT_LENGTH / 1024 / 1024} MiB` });
}

/**
 * What stands in a text that its reader minds, or that other readers take for something else.
 *
 * Upstream: go.yaml.in/yaml/v2, readerc.go, yaml_parser_update_buffer; yamlprivateh.go, is_break
 */
export function prepareText(text: string, locate: Locate): PreparedText {
  const diagnostics: Diagnostic[] = [];
  const at = (start: number): { path: ""; location: ReturnType<Locate> } => ({
    path: "",
    location: locate([start, start + 1]),
  });
  if (text.startsWith("\ufeff")) diagnostics.push(byteOrderMark(at(0), {}));
  const isJson = beginsAsJson(text);
  const control = text.search(isJson ? JSON_CONTROL_CHARACTER : YAML_CONTROL_CHARACTER);
  if (control !== -1) {
    diagnostics.push(controlCharacter(at(control), { character: codePoint(text, control) }));
    return { isReadable: false, diagnostics };
  }
  const crlf = text.match(/\r\n/g)?.length ?? 0;
  if (crlf > 0) diagnostics.push(carriageReturns(at(text.indexOf("\r\n")), { lines: crlf }));
  const lineBreak = isJson ? -1 : text.search(UNUSUAL_LINE_BREAK);
  if (lineBreak !== -1)
    diagnostics.push(unusualLineBreak(at(lineBreak), { character: codePoint(text, lineBreak) }));
  return { isReadable: true, diagnostics };
}

/**
 * The text with hyphens where formatted pages have put dashes; undefined where they have not. It is as long as it was, so
 * that places stay true.
 */
export function replaceDashes(
  text: string,
  locate: Locate,
): { text: string; diagnostic: Diagnostic } | undefined {
  const dashes = [...text.matchAll(TYPOGRAPHIC_DASH)];
  const [first] = dashes;
  if (!first) return undefined;
  const range: Range = [first.index + first[0].length - 1, first.index + first[0].length];
  const diagnostic = typographicDash(
    { path: "", location: locate(range) },
    { dash: first[0].trimStart(), count: dashes.length },
  );
  return { text: text.replace(TYPOGRAPHIC_DASH, (dash) => `${dash.slice(0, -1)}-`), diagnostic };
}

const YAML_CONTROL_CHARACTER =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what YAML refuses
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON refuses
const JSON_CONTROL_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
const UNUSUAL_LINE_BREAK = /\r(?!\n)|[\u0085\u2028\u2029]/;
/** An en dash, em dash, minus or non-breaking hyphen where a list entry begins. */
const TYPOGRAPHIC_DASH = /^[ ]*[\u2010-\u2015\u2212](?= )/gm;

function codePoint(text: string, index: number): string {
  return `U+${text.charCodeAt(index).toString(16).toUpperCase().padStart(4, "0")}`;
}
