import { GenAuditError, hasFatalError, invariant, type Location, SourceText } from "../diagnostics/index.js";
import {
  type Data,
  type DataObject,
  DocumentRefusal,
  type EditableFile,
  type FileEdit,
  type FileRendering,
  fileOfTarget,
  type Parts,
  type Rendering,
  type RenderRequest,
  renderInto,
} from "../render/index.js";
import { mergeDocument } from "../render/merge-document.js";
import { type DocumentChange, describeChanges } from "./describe-changes.js";
import { isSame, nodeAt, type Range } from "./document-node.js";
import { findParts, type PartIndexes, partIndexes } from "./find-parts.js";
import { ChangedInnerTexts, InnerRefusal } from "./inner-texts.js";
import { offsetInOuter } from "./offset-in-outer.js";
import { type ReadFile, readFile } from "./read-file.js";
import { RefusalAt } from "./refusal-at.js";
import { type WantedDocuments, wantedData, writeDocuments } from "./write-documents.js";

/** A file as an audit configuration has been put into it. */
export interface PutText {
  /** The file; the same text where there is nothing to change. Absent where a diagnostic of the rendering is an error. */
  readonly text?: string;
  /** What the document says otherwise than before, in its order; of several documents one after the other. */
  readonly changes: readonly DocumentChange[];
  /** What the target renders beside: files for the nodes, steps, diagnostics. */
  readonly rendering: Rendering;
}

/** What to put into a file: all that `renderTarget` takes. */
export interface PutTextRequest extends RenderRequest {
  /** The name of the file, for messages. */
  readonly file?: string | undefined;
}

/**
 * Puts an audit configuration into a file that a user keeps: a kOps Cluster, a ClusterConfiguration of kubeadm, the manifest
 * of kube-apiserver, a machine config of Talos. All that is not changed stays, byte for byte: comments, order, quotes,
 * indentation, line breaks, other documents. What is there is found by what it is, and putting it in twice changes nothing.
 *
 * @throws GenAuditError `bad-input`, with the place, for a text that is not YAML, has no such document or more than one, or
 *   cannot be changed in place (an anchor, an alias, a template); `bad-usage` for a target that is a part of no document; and
 *   what `renderTarget` throws: `unknown-target`, `unknown-version`, `unknown-form`, `bad-setting`.
 *
 * @example
 * const { policy } = getPreset("metadata-only");
 * const file = "kind: Cluster # mine\napiVersion: kops.k8s.io/v1alpha2\nspec:\n  kubeAPIServer: {auditLogMaxAge: 3}\n";
 * const { text = "", changes } = putIntoText(file, { policy, target: "kops" });
 * text.split("\n")[0]; // kind: Cluster # mine
 * changes.find(({ before }) => before === 3)?.path; // spec.kubeAPIServer.auditLogMaxAge
 * putIntoText(text, { policy, target: "kops" }).text === text; // true
 */
export function putIntoText(text: string, { file = "", ...request }: PutTextRequest): PutText {
  const target = fileOfTarget(request);
  const source = new SourceText(file, text);
  try {
    const before = readFile(source, target.keepsTemplates);
    const indexes = findParts(before, target);
    return placed(before, indexes, () => {
      const rendered = renderInto(request, partsAt(before.data, indexes), file === "" ? undefined : file);
      const { rendering } = rendered;
      if (hasFatalError(rendering.diagnostics)) return { changes: [], rendering };
      return { ...editFile(before, indexes, rendered, target), rendering };
    });
  } catch (error) {
    if (error instanceof RefusalAt) throw refuse(source, error);
    throw error;
  }
}

function editFile(
  before: ReadFile,
  indexes: PartIndexes,
  { edit }: FileRendering,
  target: EditableFile,
): Pick<PutText, "text" | "changes"> {
  const texts = new ChangedInnerTexts();
  const wanted = wantedBy(edit(partsAt(before.data, indexes), texts), before.data, indexes, target);
  const text = writeDocuments(before, wanted, target.keepsTemplates);
  const after = wantedData(before.data, wanted);
  invariant(isDone(edit, after, target), "putting it in twice is putting it in once");
  return { text, changes: [...changesOf(before, wanted, texts)] };
}

function partsAt(data: readonly Data[], indexes: PartIndexes): Parts {
  // INVARIANT: only a mapping is a part.
  return new Map([...indexes].map(([name, index]) => [name, data[index] as DataObject] as const));
}

/** What the parts say with everything merged into them. */
function wantedBy(
  { merges, added = [] }: FileEdit,
  data: readonly Data[],
  indexes: PartIndexes,
  { octalKeys }: EditableFile,
): WantedDocuments {
  const parts = partsAt(data, indexes);
  const changed = [...indexes].flatMap(([name, index]) => {
    const [part, merge] = [parts.get(name), merges.get(name)];
    if (!part || !merge) return [];
    const document = inPart(name, () => mergeDocument(part, merge));
    return [[index, { document, ...(merge.printed && { printed: merge.printed }) }] as const];
  });
  return { changed: new Map(changed), added, octalKeys };
}

/** A refusal of a merge, which knows of one document alone. */
function inPart<Result>(name: string, merge: () => Result): Result {
  try {
    return merge();
  } catch (error) {
    if (!(error instanceof DocumentRefusal)) throw error;
    throw new DocumentRefusal(error.path, error.reason, error.help, name);
  }
}

/** Whether an edit of what it has made changes nothing. */
function isDone(edit: FileRendering["edit"], after: readonly Data[], target: EditableFile): boolean {
  const { indexes } = partIndexes(after, target);
  const { changed, added } = wantedBy(
    edit(partsAt(after, indexes), new ChangedInnerTexts()),
    after,
    indexes,
    target,
  );
  return added.length === 0 && [...changed].every(([index, { document }]) => isSame(after[index], document));
}

function* changesOf(
  { source, roots }: ReadFile,
  { changed, added }: WantedDocuments,
  texts: ChangedInnerTexts,
): Generator<DocumentChange> {
  for (const [index, wanted] of changed) {
    const root = roots[index];
    if (root) yield* describeChanges(root, wanted, source, texts);
  }
  const end = source.text.length;
  for (const { document: after } of added) yield { path: "", after, location: source.locate(end, end) };
}

/** A refusal of the target is one at the place that it names. */
function placed<Result>(before: ReadFile, indexes: PartIndexes, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DocumentRefusal)) throw error;
    throw new RefusalAt(placeOf(error, before, indexes), error.message, error.help);
  }
}

function placeOf(
  refusal: DocumentRefusal,
  { source, roots }: ReadFile,
  indexes: PartIndexes,
): Range | undefined {
  const [first] = indexes.values();
  const root = roots[(refusal.part === undefined ? undefined : indexes.get(refusal.part)) ?? first ?? 0];
  if (!root) return undefined;
  const node = nodeAt(root, refusal.path);
  if (!(refusal instanceof InnerRefusal) || refusal.line === undefined) return node.range;
  const offset = offsetInOuter(source, node, refusal.line, refusal.column);
  return offset === undefined ? node.range : [offset, offset + 1];
}

function refuse(source: SourceText, { range, message, help }: RefusalAt): GenAuditError {
  const name = source.file === "" ? "" : `${source.file}:`;
  const place = (at: Location): string => `${name}${at.line}:${at.column}: `;
  const before = range ? place(source.locate(...range)) : name === "" ? "" : `${name} `;
  return new GenAuditError("bad-input", `${before}${message}`, { help });
}
