import {
  type Diagnostic,
  listEntryIndentation,
  tabIndentation,
  textTooLarge,
  yamlSyntax,
} from "../diagnostics/index.js";
import type { Locate } from "./text-place.js";
import { isLimit, type YamlProblem } from "./yaml-problem.js";

/** A problem of the YAML reader in words that name the cause, where people's usual causes are known. */
export function describeYamlProblem(problem: YamlProblem, text: string, locate: Locate): Diagnostic {
  const place = { path: "", location: locate(problem.range) };
  const [start] = problem.range;
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const line = text.slice(lineStart, (text.indexOf("\n", start) + 1 || text.length + 1) - 1);

  if (isLimit(problem)) return textTooLarge(place, { limit: problem.message });
  const tab = /^[ ]*(?:- *)*\t/.exec(line);
  if (tab) {
    const at = lineStart + tab[0].length - 1;
    return tabIndentation({ path: "", location: locate([at, at + 1]) }, {});
  }
  const key = strayKey(text, lineStart, line);
  if (key)
    return listEntryIndentation(
      { path: "", location: locate([lineStart + key.column, lineStart + key.column + key.name.length]) },
      { key: key.name },
    );
  const closing = /end with a ([\]}])/.exec(problem.message)?.[1];
  const open = closing === undefined ? undefined : openBracket(text, start, closing);
  if (open !== undefined && closing !== undefined) {
    const opening = `"${text[open]}"`;
    // What stands behind the cut closes it: only the indentation is at fault.
    const data = isClosedBehind(text, start, closing)
      ? {
          problem: `the lines behind ${opening} are not indented further than its key, which YAML 1.2 forbids`,
          remedy: "indent them further; kube-apiserver itself reads them as they are",
        }
      : { problem: `not YAML: ${opening} is not closed`, remedy: `write "${closing}" behind its last entry` };
    return yamlSyntax({ path: "", location: locate([open, open + 1]) }, data);
  }
  return yamlSyntax(place, {
    problem: `not YAML: ${sentence(problem.message)}`,
    remedy: REMEDIES[problem.code],
  });
}

const REMEDIES: Readonly<Record<string, string>> = {
  BAD_SCALAR_START: "quote the value: @, `, % and * have a meaning of their own at its beginning",
  BAD_ALIAS: 'a "*" begins an alias; quote it: "*"',
  UNKNOWN_ANCHOR: 'a "*" begins an alias; quote it if it is meant as a wildcard: "*"',
  MISSING_CHAR: "close the quote or bracket that is open here",
  MULTILINE_IMPLICIT_KEY:
    "a key stands on one line; the line above may lack its colon, or this one its hyphen",
  BLOCK_AS_IMPLICIT_KEY: "one line holds one key; quote a value that has a colon and a space in it",
  BAD_INDENT: "align this line with the lines it belongs to",
  KEY_OVER_1024_CHARS: "a key is shorter than that; a quote may be open above",
  EXCESSIVE_ALIASING: "write the repeated parts out",
};

/** The last bracket before a place that has no closing one there; brackets in strings are rare enough. */
function openBracket(text: string, end: number, closing: string): number | undefined {
  const opening = closing === "]" ? "[" : "{";
  let closed = 0;
  for (let at = end - 1; at >= 0; at--) {
    if (text[at] === closing) closed++;
    else if (text[at] === opening && closed-- === 0) return at;
  }
  return undefined;
}

/** Whether a bracket closes behind a place before another of its kind opens. */
function isClosedBehind(text: string, start: number, closing: string): boolean {
  const next = /[[\]{}]/.exec(text.slice(start));
  return next?.[0] === closing;
}

/** A key that stands left of what its list's entry holds: what is left when a page has eaten the indentation. */
function strayKey(
  text: string,
  lineStart: number,
  line: string,
): { name: string; column: number } | undefined {
  const key = /^( *)([A-Za-z]+):(?:\s|$)/.exec(line);
  if (!key) return undefined;
  const [, indent = "", name = ""] = key;
  const above = text.slice(0, lineStart).split("\n").reverse();
  for (const other of above) {
    const content = other.search(/\S/);
    if (content === -1 || other[content] === "#" || content > indent.length) continue;
    return indent.length > 0 && indent.length < content + 2 && /^ *- /.test(other)
      ? { name, column: indent.length }
      : undefined;
  }
  return undefined;
}

/** The library's sentence in the house's form: lower case first, one line, no full stop. */
function sentence(message: string): string {
  const [line = ""] = message.split("\n");
  return line.slice(0, 1).toLowerCase() + line.slice(1, 200).replace(/\.$/, "");
}
