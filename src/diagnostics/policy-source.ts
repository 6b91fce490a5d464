/** Offsets in a text, in UTF-16 units: from the first character up to, and without, the second. */
type Range = readonly [start: number, end: number];

/** A part of a policy where it stands. */
export type SourceNode = SourceScalar | SourceList | SourceMap;

interface Placed {
  readonly range: Range;
  /** Why it cannot be changed where it stands: an anchor, a tag, or what an alias or a merge brings in from elsewhere. */
  readonly tied?: string;
}

/** A single value: a string, a number, a boolean, or null. */
export interface SourceScalar extends Placed {
  readonly kind: "scalar";
  readonly value: unknown;
}

/** A list. */
export interface SourceList extends Placed {
  readonly kind: "list";
  readonly items: readonly SourceNode[];
  /** Where the hyphen of each item stands; a list between brackets has none. */
  readonly hyphens?: readonly number[];
}

/** A mapping. */
export interface SourceMap extends Placed {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, { readonly key: Range; readonly value: SourceNode }>;
  /** Keys that are set more than once. */
  readonly duplicates: readonly unknown[];
  /** Whether it brings in entries of another mapping. */
  readonly merges?: true;
}

/** Where a line of a policy's text begins in the file, and how far it is indented there. */
export interface SourceLine {
  readonly start: number;
  readonly indent: number;
}

/** A comment of a policy. */
export interface SourceComment {
  /** What stands behind its `#`. */
  readonly text: string;
  readonly range: Range;
  /** Whether nothing stands before it on its line. */
  readonly isAlone: boolean;
}

/** The text that a policy is read from, for changing it in place. */
export interface PolicySource {
  /** The file, or a string in it. */
  readonly text: string;
  readonly root: SourceMap;
  /** Those inside of it, and if it is a document those around it, in order. */
  readonly comments: readonly SourceComment[];
  /** The lines of the text in the file; undefined where a string has none there, since it is quoted or folded. */
  readonly lines: () => readonly SourceLine[] | undefined;
}
