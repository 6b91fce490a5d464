/**
 * The fixed text of a target's YAML: its keys in their order, and its comments. What the keys hold comes from the rendering.
 * The templates are YAML files under `templates/`; they are embedded in this form, so that rendering parses nothing.
 */
export interface TemplateNode {
  /** The comment above, as YAML holds it: each line begins with a space. */
  readonly above?: string;
  /** A mapping that is filled key by key. */
  readonly map?: readonly TemplateEntry[];
  /** A list of mappings that are told apart by their name. */
  readonly named?: readonly NamedTemplate[];
}

export interface NamedTemplate extends TemplateNode {
  readonly name: string;
}

export interface TemplateEntry extends TemplateNode {
  readonly key: string;
}
