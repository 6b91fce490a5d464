import type { Range } from "../node.js";
import type { ScalarStyle } from "./token.js";

/** What stands in a document, before it is decided what its scalars are and what its merges bring in. */
export type YamlNode = YamlScalar | YamlList | YamlMap | YamlAlias;

export interface YamlScalar {
  readonly kind: "scalar";
  readonly value: string;
  readonly style: ScalarStyle;
  /** In full, `tag:yaml.org,2002:str`. */
  readonly tag?: string;
  readonly range: Range;
}

export interface YamlList {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
  /** The comment above each item, without its `#`. */
  readonly comments: readonly (string | undefined)[];
  readonly range: Range;
}

export interface YamlMap {
  readonly kind: "map";
  readonly entries: readonly (readonly [key: YamlNode, value: YamlNode])[];
  readonly range: Range;
}

export interface YamlAlias {
  readonly kind: "alias";
  readonly name: string;
  /** The node that had the anchor last, above the alias; it may hold the alias. */
  readonly target: YamlNode;
  readonly range: Range;
}
