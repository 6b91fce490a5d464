import type { Version } from "../kubernetes/index.js";
import type {
  DataObject,
  DocumentMerge,
  EditableDocument,
  InnerTexts,
  StatedRelease,
} from "./editable-document.js";
import type { TargetInput } from "./target.js";
import type { Artifact } from "./types.js";

/** A file of several documents that a target looks at together; what `EditableDocument` is for one that looks at one alone. */
export interface EditableFile {
  /** With its article, for messages: `a machine config of Talos`. */
  readonly title: string;
  /** Which part of it a document is, with its article. Each can be there once; other documents are left alone. */
  readonly partOf: (document: DataObject) => string | undefined;
  /** Whether a file in which nothing stands is one, too. */
  readonly isEmptyTaken?: true;
  /**
   * Whether what the tool evaluates itself, in what is YAML already, is let stand. Elsewhere a text with such a thing in it is
   * refused: it is no YAML yet.
   */
  readonly keepsTemplates?: true;
  /** Keys whose numbers are modes of files, and written as such: `0444`. */
  readonly octalKeys?: ReadonlySet<string>;
  /** The form that the file has, where that decides; `asked` is the caller's. Throws a `DocumentRefusal` where they differ. */
  readonly formOf?: (parts: Parts, release: TargetRelease, asked: string | undefined) => string | undefined;
  /** The release of Kubernetes that the file itself states, held against those that the rendering is for. */
  readonly kubernetesOf?: (parts: Parts) => StatedRelease | undefined;
  /** What to do to the file. Of what it makes, it has to change nothing. */
  readonly edit: (input: TargetInput, parts: Parts, texts: InnerTexts) => FileEdit;
  /** The steps to apply the file, by its name as a shell takes it; without it they are those of the rendering. */
  readonly apply?: (input: TargetInput, file: string, parts: Parts) => readonly string[];
  /** The steps to verify it, where they name what the file names. */
  readonly verify?: (input: TargetInput, parts: Parts) => readonly string[];
  /** The files beside it, where the file says where they lie; without it they are those of the rendering. */
  readonly artifacts?: (input: TargetInput, parts: Parts) => readonly Artifact[];
}

/** The documents of a file that are a part of it, by the name of the part, in the order of the file. */
export type Parts = ReadonlyMap<string, DataObject>;

export interface TargetRelease {
  readonly version: Version;
  /** `Talos 1.14` */
  readonly label: string;
}

export interface FileEdit {
  /** What is merged into the parts, by their names. */
  readonly merges: ReadonlyMap<string, DocumentMerge>;
  /** What the file lacks: documents to put behind its last one. */
  readonly added?: readonly AddedDocument[];
}

export interface AddedDocument extends Pick<DocumentMerge, "printed"> {
  readonly document: DataObject;
}

/** A document alone, as a file that has that one part. */
export function fileOf(into: EditableDocument | EditableFile): EditableFile {
  if (into.edit) return into;
  const { title, isDocument, merge, formOf, kubernetesOf, apply, verify, artifacts } = into;
  const only = (parts: Parts): DataObject => parts.get(title) ?? {};
  return {
    title,
    partOf: (document) => (isDocument(document) ? title : undefined),
    edit: (input, parts, texts) => ({ merges: new Map([[title, merge(input, only(parts), texts)]]) }),
    ...(formOf && { formOf: (parts, release, asked) => formOf(only(parts), release, asked) }),
    ...(kubernetesOf && { kubernetesOf: (parts) => kubernetesOf(only(parts)) }),
    ...(apply && { apply: (input, file, parts) => apply(input, file, only(parts)) }),
    ...(verify && { verify: (input, parts) => verify(input, only(parts)) }),
    ...(artifacts && { artifacts: (input, parts) => artifacts(input, only(parts)) }),
  };
}
