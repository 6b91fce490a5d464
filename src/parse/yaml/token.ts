import type { Mark } from "./cursor.js";

/** What the scanner makes of a text, for the composer: indentation has become beginnings and ends of blocks. */
export type Token = SimpleToken | ScalarToken | NameToken | TagToken | VersionToken | TagDirectiveToken;

interface Stretch {
  readonly start: Mark;
  readonly end: Mark;
}

export interface SimpleToken extends Stretch {
  readonly kind:
    | "stream end"
    | "document start"
    | "document end"
    | "block list"
    | "block map"
    | "block end"
    | "block entry"
    | "flow list"
    | "flow list end"
    | "flow map"
    | "flow map end"
    | "flow entry"
    | "key"
    | "value";
}

export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";

export interface ScalarToken extends Stretch {
  readonly kind: "scalar";
  readonly value: string;
  readonly style: ScalarStyle;
}

export interface NameToken extends Stretch {
  readonly kind: "alias" | "anchor";
  readonly name: string;
}

/** `!!str` has the handle `!!` and the suffix `str`; a tag in angle brackets has no handle. */
export interface TagToken extends Stretch {
  readonly kind: "tag";
  readonly handle: string;
  readonly suffix: string;
}

export interface VersionToken extends Stretch {
  readonly kind: "version directive";
  readonly version: string;
}

export interface TagDirectiveToken extends Stretch {
  readonly kind: "tag directive";
  readonly handle: string;
  readonly prefix: string;
}
