import { GenAuditError } from "../diagnostics/index.js";
import type { TargetRelease } from "./editable-file.js";
import type { TargetInput } from "./target.js";
import type { Artifact } from "./types.js";

/** What a document says, whatever it is: as JSON has it, integers beyond doubles included. */
export type Data = string | number | bigint | boolean | null | readonly Data[] | DataObject;

/** A mapping; a key whose value is undefined is not there. */
export type DataObject = { readonly [key: string]: Data | undefined };

/**
 * A document that a user keeps and that an audit configuration is put into: what a target fills in as `into` to be taken by
 * `--into`, `--check` and `--diff`, and by `putIntoText` and `putIntoObject`. One that looks at several documents of a file
 * fills in an `EditableFile` instead.
 *
 * A target only says what the document is to say, as plain data. How that is written into the user's text, with every other
 * byte left alone, is the matter of the module `into`; it refuses where the text that it wrote does not read back as the merge.
 */
export interface EditableDocument {
  /** With its article, for messages: `a kOps Cluster`. */
  readonly title: string;
  /** Whether it is this document, by what it says of itself; others of the same file are left alone. */
  readonly isDocument: (document: DataObject) => boolean;
  /**
   * What to merge into the document, given what it says now. Merged into the result of the merge, it has to change nothing.
   * Throws a `DocumentRefusal` where the document is not as the target needs it.
   */
  readonly merge: (input: TargetInput, document: DataObject, texts: InnerTexts) => DocumentMerge;
  /** The release of Kubernetes that the document itself states, held against those that the rendering is for. */
  readonly kubernetesOf?: (document: DataObject) => StatedRelease | undefined;
  /** The form that the document has, where that decides; `asked` is the caller's. Throws a `DocumentRefusal` where they differ. */
  readonly formOf?: (document: DataObject, release: TargetRelease, asked: string | undefined) => string;
  /** The steps to apply the file, by its name as a shell takes it; without it they are those of the rendering. */
  readonly apply?: (input: TargetInput, file: string, document: DataObject) => readonly string[];
  /** The steps to verify it, where they name what the document names. */
  readonly verify?: (input: TargetInput, document: DataObject) => readonly string[];
  /** The files beside it, where the document says where they lie; without it they are those of the rendering. */
  readonly artifacts?: (input: TargetInput, document: DataObject) => readonly Artifact[];
  /** Tells it from an `EditableFile`. */
  readonly edit?: undefined;
}

/** A release as a document states it: `v1.36.3`, `v1.35.7+rke2r1`, or the tag of an image. */
export interface StatedRelease {
  readonly path: string;
  readonly text: string;
}

/** Mappings are merged key by key, lists as `lists` says; anything else takes the place of what is there. */
export interface DocumentMerge {
  /** The part of the document that is about audit; a key that is undefined is taken out. */
  readonly fragment: DataObject;
  /** By the key that a list stands under. A list that is not here is replaced as a whole. */
  readonly lists?: Readonly<Record<string, FindItem>>;
  /** Mappings that are written anew as a whole where anything in them changes: by their paths, as YAML with its comments. */
  readonly printed?: ReadonlyMap<string, string>;
}

/** Which of the items that are there is the wanted one, by what it is; -1 for none, so that it is added at the end. */
export type FindItem = (wanted: Data, present: readonly Data[]) => number;

/** YAML that stands in a document as a text: read, and changed in place as the document itself is. */
export interface InnerTexts {
  /** What the documents of a text say; `path` is where it stands. A text that is no YAML is a thrown `DocumentRefusal`. */
  readonly read: (text: string, path: string) => readonly Data[];
  /** The text with something merged into its documents, by their index among those that `read` gives. */
  readonly merge: (text: string, path: string, merges: ReadonlyMap<number, DocumentMerge>) => string;
}

/** Why a document is left as it is; `path` is where: `spec.fileAssets[0]`, or empty for all of it. */
export class DocumentRefusal extends GenAuditError {
  readonly path: string;
  readonly reason: string;
  /** Which of a file's parts it is about, where there are several. */
  readonly part: string | undefined;

  constructor(path: string, reason: string, help?: string, part?: string) {
    super("bad-input", path === "" ? reason : `${path} ${reason}`, { help });
    this.path = path;
    this.reason = reason;
    this.part = part;
  }
}

export function isDataObject(data: Data | undefined): data is DataObject {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

export function isDataList(data: Data | undefined): data is readonly Data[] {
  return Array.isArray(data);
}

/** The mapping below a key; an empty one where there is nothing. */
export function objectAt(data: Data | undefined, key: string): DataObject {
  const value = isDataObject(data) ? data[key] : undefined;
  return isDataObject(value) ? value : {};
}

/** The list below a key; an empty one where there is nothing. */
export function listAt(data: Data | undefined, key: string): readonly Data[] {
  const value = isDataObject(data) ? data[key] : undefined;
  return isDataList(value) ? value : [];
}

/** The string below a key, unless it is empty. */
export function stringAt(data: Data | undefined, key: string): string | undefined {
  const value = isDataObject(data) ? data[key] : undefined;
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The string at a path of keys, as a release that a document states. */
export function releaseAt(document: DataObject, path: string): StatedRelease | undefined {
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const text = stringAt(keys.reduce<DataObject>(objectAt, document), last);
  return text === undefined ? undefined : { path, text };
}
