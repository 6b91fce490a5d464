import type { SourceText } from "../diagnostics/index.js";
import { type ReadDocuments, readDocuments } from "../parse/index.js";
import type { Data } from "../render/index.js";
import { dataOf } from "./document-node.js";
import { RefusalAt } from "./refusal-at.js";
import { refuseTemplate, refuseUnquotedTemplate } from "./refuse-template.js";

/** A text as it is read before it is changed. */
export interface ReadFile {
  readonly source: SourceText;
  /** Of each document, but for those in which nothing stands. */
  readonly roots: ReadDocuments["roots"];
  readonly data: readonly Data[];
  readonly isJson: boolean;
}

/** Reads a text that is to be changed in place; one that cannot be is refused. */
export function readFile(source: SourceText, keepsTemplates = false): ReadFile {
  const { text, file } = source;
  const { roots, isJson, problem } = readDocuments(text, file);
  if (problem) {
    const { location, message, help } = problem;
    const at = location && source.lineStart(location.line) + location.column - 1;
    if (!keepsTemplates) refuseTemplate(text, []);
    else if (at !== undefined) refuseUnquotedTemplate(text, at);
    throw new RefusalAt(at === undefined ? undefined : [at, at + 1], message, help);
  }
  if (!keepsTemplates) refuseTemplate(text, roots);
  const unusual = isJson ? -1 : text.search(/\r(?!\n)|[\u0085\u2028\u2029]/);
  if (unusual >= 0) throw new RefusalAt([unusual, unusual + 1], "the text has unusual line breaks");
  return { source, roots, data: roots.map(dataOf), isJson };
}
