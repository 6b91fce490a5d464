import { invariant, SourceText } from "../diagnostics/index.js";
import {
  type Data,
  type DataObject,
  type DocumentMerge,
  DocumentRefusal,
  type InnerTexts,
  isDataObject,
} from "../render/index.js";
import { mergeDocument } from "../render/merge-document.js";
import { type DocumentChange, describeChanges } from "./describe-changes.js";
import { nodeAt } from "./document-node.js";
import { type ReadFile, readFile } from "./read-file.js";
import { RefusalAt } from "./refusal-at.js";
import { writeDocuments } from "./write-documents.js";

/** Braces in a text are a matter of who reads it; what would be replaced by something else is looked at all the same. */
const KEEPS_TEMPLATES = true;

/** A refusal at a place of a text that stands in a document. */
export class InnerRefusal extends DocumentRefusal {
  /** From 1; absent for all of the text. */
  readonly line: number | undefined;
  readonly column: number;

  constructor(
    path: string,
    { line, column }: { line?: number; column?: number },
    reason: string,
    help?: string,
  ) {
    super(path, line === undefined ? reason : `(line ${line} of the text): ${reason}`, help);
    this.line = line;
    this.column = column ?? 1;
  }
}

/** Texts in documents, changed as documents are; it remembers what it has changed, so that this can be told. */
export class ChangedInnerTexts implements InnerTexts {
  readonly #changes = new Map<string, readonly DocumentChange[]>();

  /** What has been changed in the text at a path. */
  changesOf(path: string): readonly DocumentChange[] | undefined {
    return this.#changes.get(path);
  }

  readonly read = (text: string, path: string): readonly Data[] => readInner(text, path).data;

  readonly merge = (text: string, path: string, merges: ReadonlyMap<number, DocumentMerge>): string => {
    const before = readInner(text, path);
    return refusing(before, path, () => {
      const changed = new Map(
        [...merges].map(([index, merge]) => [index, { document: mergeAt(before, index, merge) }] as const),
      );
      const put = writeDocuments(before, { changed, added: [] }, KEEPS_TEMPLATES);
      const changes = [...changed].flatMap(([index, wanted]) => {
        const root = before.roots[index];
        return root ? describeChanges(root, wanted, before.source) : [];
      });
      if (changes.length > 0) this.#changes.set(path, changes);
      // A text without a last line break stays one: the block that it stands in says so (`|-`).
      return text.endsWith("\n") ? put : put.replace(/\n$/, "");
    });
  };
}

function readInner(text: string, path: string): ReadFile {
  const source = new SourceText("", text);
  try {
    return readFile(source, KEEPS_TEMPLATES);
  } catch (error) {
    throw innerRefusal(error, path, source);
  }
}

function mergeAt({ data, roots }: ReadFile, index: number, merge: DocumentMerge): DataObject {
  const document = data[index];
  const root = roots[index];
  invariant(
    isDataObject(document) && root,
    "what is merged into a text's document is told from what it says",
  );
  try {
    return mergeDocument(document, merge);
  } catch (error) {
    if (!(error instanceof DocumentRefusal)) throw error;
    throw new RefusalAt(nodeAt(root, error.path).range, error.message, error.help);
  }
}

function refusing<Result>({ source }: ReadFile, path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw innerRefusal(error, path, source);
  }
}

function innerRefusal(error: unknown, path: string, source: SourceText): unknown {
  if (!(error instanceof RefusalAt)) return error;
  const place = error.range ? source.position(error.range[0]) : {};
  return new InnerRefusal(path, place, error.message, error.help);
}
