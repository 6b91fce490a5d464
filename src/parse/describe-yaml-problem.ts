import {
  type Diagnostic,
  listEntryIndentation,
  tabIndentation,
  textTooLarge,
  yamlSyntax,
} from "../diagnostics/index.js";
import type { Locate } from "./text-place.js";
import { MISREAD_MARK, YamlLimit, type YamlProblem } from "./yaml-problem.js";

/** A problem of the YAML reader in words that name the cause, where people's usual causes are known. */
export function describeYamlProblem(problem: YamlProblem, text: string, locate: Locate): Diagnostic {
  const { message, range } = problem;
  const [start] = range;
  const place = { path: "", location: locate(range) };
  if (problem instanceof YamlLimit) return textTooLarge(place, { limit: message });
  if (text[start] === "\t" && TABS.has(message)) return tabIndentation(place, {});
  const key = strayKey(text, start);
  if (key) {
    const { name, column } = key;
    return listEntryIndentation(
      { path: "", location: locate([column, column + name.length]) },
      { key: name },
    );
  }
  const closing = /expected ',' or '([\]}])'/.exec(message)?.[1];
  const open = closing === undefined ? undefined : openBracket(text, start, closing);
  if (open !== undefined && closing !== undefined && !isClosedBehind(text, start, closing)) {
    const data = {
      problem: `not YAML: "${text[open]}" is not closed`,
      remedy: `write "${closing}" behind its last entry`,
    };
    return yamlSyntax({ path: "", location: locate([open, open + 1]) }, data);
  }
  return yamlSyntax(place, {
    problem: `not YAML: ${message}`,
    remedy: message.startsWith("unknown anchor") ? ALIAS : REMEDIES[message],
  });
}

const TABS = new Set([
  "found character that cannot start any token",
  "found a tab character that violates indentation",
  "found a tab character where an indentation space is expected",
]);

const ALIAS = 'a "*" begins an alias; quote it if it is meant as a wildcard: "*"';
const REMEDIES: Readonly<Record<string, string>> = {
  "found character that cannot start any token":
    "quote the value: @, `, %, | and > have a meaning of their own at its beginning",
  "did not find expected alphabetic or numeric character": ALIAS,
  "found unexpected end of stream": "close the quote that is open here",
  "found unexpected document indicator": "close the quote that is open here",
  "found unknown escape character": 'write "\\\\" for a backslash, or put the value into single quotes',
  "found invalid Unicode character escape code": 'write the character itself, or its number as "\\U0001F600"',
  "could not find expected ':'":
    "a key stands on one line; the line above may lack its colon, or this one its hyphen",
  "mapping values are not allowed in this context":
    "one line holds one key; quote a value that has a colon and a space in it",
  "did not find expected key": "align this line with the lines it belongs to",
  "did not find expected '-' indicator": "align this line with the lines it belongs to",
  "did not find expected ',' or ']'":
    "put a comma between entries, and quote an entry that has a colon or a question mark",
  "did not find expected ',' or '}'":
    "put a comma between entries, and quote an entry that has a colon or a question mark",
  "block sequence entries are not allowed in this context":
    'begin the list on a line of its own, each entry with "- "',
  [MISREAD_MARK]: "delete it; it was at the beginning of a file that has become a part of this one",
  "document contains excessive aliasing": "write the repeated parts out",
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
function strayKey(text: string, start: number): { name: string; column: number } | undefined {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const key = /^( *)([A-Za-z]+):(?:\s|$)/.exec(text.slice(lineStart));
  if (!key) return undefined;
  const [, indent = "", name = ""] = key;
  const above = text.slice(0, lineStart).split("\n").reverse();
  for (const other of above) {
    const content = other.search(/\S/);
    if (content === -1 || other[content] === "#" || content > indent.length) continue;
    return indent.length > 0 && indent.length < content + 2 && /^ *- /.test(other)
      ? { name, column: lineStart + indent.length }
      : undefined;
  }
  return undefined;
}
