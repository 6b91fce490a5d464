import {
  type Diagnostic,
  GenAuditError,
  hasFatalError,
  invariant,
  type Location,
  SourceText,
} from "../diagnostics/index.js";
import { describeObject, readDocuments } from "../parse/index.js";
import { applyChanges, doOverlap } from "../patch/index.js";
import {
  type Data,
  type DataObject,
  DocumentRefusal,
  type DocumentRendering,
  isDataObject,
  type Rendering,
  type RenderRequest,
  renderInto,
} from "../render/index.js";
import { mergeDocument } from "../render/merge-document.js";
import { type DocumentChange, describeChanges } from "./describe-changes.js";
import { dataOf, isSame, nodeAt, type Range } from "./document-node.js";
import { endLines } from "./end-lines.js";
import { onlyRemoved } from "./only-removed.js";
import { RefusalAt } from "./refusal-at.js";
import { refuseTemplate } from "./refuse-template.js";
import { spliceNode } from "./splice-node.js";
import { layoutOf } from "./text-layout.js";

/** A file as an audit configuration has been put into it. */
export interface PutText {
  /** The file; the same text where there is nothing to change. Absent where a diagnostic of the rendering is an error. */
  readonly text?: string;
  /** What the document says otherwise than before, in its order. */
  readonly changes: readonly DocumentChange[];
  /** What the target renders beside: files for the nodes, steps, diagnostics. */
  readonly rendering: Rendering;
}

export interface PutTextRequest extends RenderRequest {
  /** The name of the file, for messages. */
  readonly file?: string | undefined;
}

/**
 * Puts an audit configuration into a file that a user keeps: a kOps Cluster, a ClusterConfiguration of kubeadm, the manifest
 * of kube-apiserver. All that is not changed stays, byte for byte: comments, order, quotes, indentation, line breaks, other
 * documents. What is there is found by what it is, and putting it in twice changes nothing.
 *
 * A text that is not YAML, has no such document or more than one, or is as the change cannot be made in place (an anchor, an
 * alias, a template) is a thrown `GenAuditError` that says where.
 *
 * @example
 * const { policy } = getPreset("metadata-only");
 * const file = "kind: Cluster # mine\napiVersion: kops.k8s.io/v1alpha2\nspec:\n  kubeAPIServer: {auditLogMaxAge: 3}\n";
 * const put = putIntoText(file, { policy, target: "kops" });
 * put.text.split("\n")[0]; // kind: Cluster # mine
 * put.changes.find(({ before }) => before === 3).path; // spec.kubeAPIServer.auditLogMaxAge
 * putIntoText(put.text, { policy, target: "kops" }).text === put.text; // true
 */
export function putIntoText(text: string, { file = "", ...request }: PutTextRequest): PutText {
  const document = renderInto(request, file === "" ? undefined : file);
  const { rendering } = document;
  if (hasFatalError(rendering.diagnostics)) return { changes: [], rendering };
  const source = new SourceText(file, text);
  try {
    return { ...mergeText(source, document), rendering };
  } catch (error) {
    if (error instanceof RefusalAt) throw refuse(source.locate(...error.range), error.message, error.help);
    throw error;
  }
}

function mergeText(source: SourceText, document: DocumentRendering): Pick<PutText, "text" | "changes"> {
  const { text } = source;
  const before = readFile(source);
  const index = findDocument(before.roots, source, document);
  const root = before.roots[index];
  if (!root) return { text, changes: [] };
  const data = before.data[index];
  const wanted = mergeAt(root, () => mergeOnce(data, document));
  // In two steps, so that what is put in never meets what is taken out.
  const pruned = splice(source, before, index, onlyRemoved(data ?? null, wanted));
  const put = splice(
    new SourceText(source.file, pruned),
    readFile(new SourceText(source.file, pruned)),
    index,
    wanted,
  );
  proveText(source, before.data, put, index, wanted);
  invariant(isSame(mergeOnce(wanted, document), wanted), "merging twice is merging once");
  return { text: put, changes: describeChanges(root, wanted, source) };
}

interface FileOfDocuments {
  readonly roots: ReturnType<typeof readDocuments>["roots"];
  readonly data: readonly Data[];
  readonly isJson: boolean;
}

function readFile({ text, file }: SourceText): FileOfDocuments {
  const { roots, isJson, problem } = readDocuments(text, file);
  if (problem) {
    refuseTemplate(text, []);
    throw refuseBy(problem);
  }
  refuseTemplate(text, roots);
  const unusual = isJson ? -1 : text.search(/\r(?!\n)|[\u0085\u2028\u2029]/);
  if (unusual >= 0) throw new RefusalAt([unusual, unusual + 1], "the text has unusual line breaks");
  return { roots, data: roots.map(dataOf), isJson };
}

/** The only document that says it is the one. */
function findDocument(
  roots: FileOfDocuments["roots"],
  source: SourceText,
  { title, isDocument }: DocumentRendering,
): number {
  const found = [...roots.keys()].filter((index) => {
    const root = roots[index];
    const data = root && dataOf(root);
    return isDataObject(data) && isDocument(data);
  });
  const [first, second] = found.map((index) => ({ index, range: roots[index]?.range ?? ([0, 0] as const) }));
  if (!first) {
    const there = roots.map((root) => describeObject(root));
    throw new GenAuditError("bad-input", `${source.file || "the text"} has no document that is ${title}`, {
      help: there.length === 0 ? "nothing stands in it" : `what it has is ${[...new Set(there)].join(", ")}`,
    });
  }
  if (second) {
    const { line } = source.locate(first.range[0]);
    throw new RefusalAt(
      second.range,
      `this is ${title}, and so is the document at line ${line}`,
      "put each into a file of its own",
    );
  }
  return first.index;
}

function mergeOnce(data: Data | undefined, { merge }: DocumentRendering): DataObject {
  // INVARIANT: only a mapping is found to be the document.
  const document = data as DataObject;
  return mergeDocument(document, merge(document));
}

/** A refusal of the target is one at the place that it names. */
function mergeAt(root: FileOfDocuments["roots"][number], merge: () => DataObject): DataObject {
  try {
    return merge();
  } catch (error) {
    if (!(error instanceof DocumentRefusal)) throw error;
    throw new RefusalAt(nodeAt(root, error.path).range, error.message, error.help);
  }
}

function splice(
  { text }: SourceText,
  { roots, isJson }: FileOfDocuments,
  index: number,
  wanted: Data,
): string {
  const root = roots[index];
  if (!root) return text;
  const changes = [...spliceNode(text, root, wanted, layoutOf(text, root, isJson))];
  if (doOverlap(changes)) throw new RefusalAt(root.range, "the changes touch the same text");
  return applyChanges(text, endLines(text, changes));
}

/** The proof: the text reads back as the merge, and every other document as before. */
function proveText(
  { file, text }: SourceText,
  before: readonly Data[],
  put: string,
  index: number,
  wanted: Data,
): void {
  const { roots, problem } = readDocuments(put, file);
  const expected = before.map((data, at) => (at === index ? wanted : data));
  if (!problem && isSame(roots.map(dataOf), expected)) return;
  const end: Range = [text.length, text.length];
  if (!/\n$/.test(text)) throw new RefusalAt(end, "the file ends without a line break", "end its last line");
  throw new RefusalAt([0, 1], "the file cannot be changed in place: it would not read back as it should");
}

function refuseBy({ message, help, location }: Diagnostic): GenAuditError {
  return refuse(location, message, help);
}

function refuse(location: Location | undefined, message: string, help: string | undefined): GenAuditError {
  const place = location
    ? `${location.file === "" ? "" : `${location.file}:`}${location.line}:${location.column}: `
    : "";
  return new GenAuditError("bad-input", `${place}${message}`, { help });
}
