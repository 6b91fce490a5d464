import { type SourceNode, SourceText } from "../diagnostics/index.js";
import { readDocuments } from "../parse/index.js";
import { applyChanges, doOverlap } from "../patch/index.js";
import type { AddedDocument, Data } from "../render/index.js";
import { appendDocuments } from "./append-documents.js";
import { dataOf, isSame } from "./document-node.js";
import { endLines } from "./end-lines.js";
import { onlyRemoved } from "./only-removed.js";
import { type ReadFile, readFile } from "./read-file.js";
import { RefusalAt } from "./refusal-at.js";
import { spliceNode } from "./splice-node.js";
import { layoutOf } from "./text-layout.js";

/** What the documents of a text are to say. */
export interface WantedDocuments {
  /** By their indexes; any other is to say what it says. */
  readonly changed: ReadonlyMap<number, AddedDocument>;
  /** Behind those that are there. */
  readonly added: readonly AddedDocument[];
  /** Keys whose numbers are written as octal ones. */
  readonly octalKeys?: ReadonlySet<string> | undefined;
}

interface Wanted {
  readonly document: Data;
  readonly printed?: AddedDocument["printed"] | undefined;
}

/** A text that says what is wanted, with all other bytes as they were; one that cannot be made so in place is refused. */
export function writeDocuments(before: ReadFile, wanted: WantedDocuments, keepsTemplates = false): string {
  const { source, data } = before;
  const pruned = new Map(
    [...wanted.changed].map(([index, { document, printed }]) => {
      const left = onlyRemoved(data[index] ?? null, document, printed);
      return [index, { document: left, printed }] as const;
    }),
  );
  // In two steps, so that what is put in never meets what is taken out.
  const text = splice(before, pruned, wanted);
  const between = text === source.text ? before : readFile(new SourceText(source.file, text), keepsTemplates);
  const put = appendDocuments(between, splice(between, wanted.changed, wanted), wanted);
  prove(source, put, wantedData(data, wanted));
  return put;
}

/** What all documents say then. */
export function wantedData(data: readonly Data[], { changed, added }: WantedDocuments): readonly Data[] {
  const kept = data.map((one, index) => changed.get(index)?.document ?? one);
  return [...kept, ...added.map(({ document }) => document)];
}

function splice(
  { source: { text }, roots, isJson }: ReadFile,
  wanted: ReadonlyMap<number, Wanted>,
  { octalKeys }: WantedDocuments,
): string {
  const changes = [...wanted].flatMap(([index, { document, printed }]) => {
    const root = roots[index];
    return root
      ? [...spliceNode(text, root, document, layoutOf(text, root, isJson, { octalKeys, printed }))]
      : [];
  });
  if (doOverlap(changes))
    throw new RefusalAt(firstOf(roots, wanted)?.range, "the changes touch the same text");
  return applyChanges(text, endLines(text, changes));
}

function firstOf(roots: readonly SourceNode[], wanted: ReadonlyMap<number, unknown>): SourceNode | undefined {
  const [index = 0] = wanted.keys();
  return roots[index];
}

/** The proof: the text reads back as what is wanted, and every other document as before. */
function prove({ file, text }: SourceText, put: string, expected: readonly Data[]): void {
  const { roots, problem } = readDocuments(put, file);
  if (!problem && isSame(roots.map(dataOf), expected)) return;
  if (!/\n$/.test(text))
    throw new RefusalAt(
      [text.length, text.length],
      "the file ends without a line break",
      "end its last line",
    );
  throw new RefusalAt([0, 1], "the file cannot be changed in place: it would not read back as it should");
}
