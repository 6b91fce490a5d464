import type { Range } from "../node.js";
import type { ScalarStyle } from "./token.js";

/** What stands in a document, before it is decided what its scalars are and what its merges bring in. */
export type YamlNode = YamlScalar | YamlList | YamlMap | YamlAlias;

/** What may stand in front of a node. */
interface Properties {
  readonly hasAnchor?: true;
  /** In full, `tag:yaml.org,2002:str`. */
  readonly tag?: string;
}

export interface YamlScalar extends Properties {
  readonly kind: "scalar";
  readonly value: string;
  readonly style: ScalarStyle;
  readonly range: Range;
}

export interface YamlList extends Properties {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
  /** The comment above each item, without its `#`. */
  readonly comments: readonly (string | undefined)[];
  /** Where the hyphen of each item stands; a list between brackets has none. */
  readonly hyphens?: readonly number[];
  readonly range: Range;
}

export interface YamlMap extends Properties {
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
