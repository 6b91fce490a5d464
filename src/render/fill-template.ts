import { Document, isNode, type Node, Pair, Scalar, visit, YAMLMap, YAMLSeq } from "yaml";
import { invariant } from "../diagnostics/index.js";
import { commentText, printDocument } from "../print/index.js";
import type { NamedTemplate, TemplateEntry, TemplateNode } from "./template.js";

/** Plain data, as YAML holds it; a node of YAML brings its own comments, or its own way of writing a number. */
export type PlainData =
  | Node
  | string
  | number
  | boolean
  | readonly PlainData[]
  | { readonly [key: string]: PlainData | undefined };

type PlainObject = { readonly [key: string]: PlainData | undefined };

/**
 * A template filled with data of the same shape, as text below a header.
 *
 * - A key that the data lacks is left out, with its comment; one that the template lacks is a fault of ours.
 * - Of a list of named entries those are there that the data names. Anything else of the template takes whatever there is.
 * - A text of several lines becomes a literal block, whatever it contains.
 */
export function fillTemplate(template: TemplateNode, data: PlainData, header?: string): string {
  const document = new Document(null, { version: "1.1" }); // What the tools read: `0440` and `on` come out quoted.
  document.contents = fill(document, template, data);
  if (template.above !== undefined) document.contents.commentBefore = template.above;
  if (header !== undefined) document.commentBefore = commentText(header);
  return printDocument(document);
}

function fill(document: Document, template: TemplateNode, data: PlainData): Node {
  if (template.map) return fillMap(document, template.map, data);
  if (template.named) return fillNamed(document, template.named, data);
  const node = isNode(data) ? data : document.createNode(data, { aliasDuplicateObjects: false });
  visit(node, { Scalar: (_, scalar) => useBlock(scalar) });
  return node;
}

function useBlock(scalar: Scalar): void {
  if (typeof scalar.value === "string" && scalar.value.includes("\n")) scalar.type = Scalar.BLOCK_LITERAL;
}

function fillMap(document: Document, template: readonly TemplateEntry[], data: PlainData): Node {
  invariant(isObject(data), "a mapping of a template is filled from an object");
  const known = new Set(template.map(({ key }) => key));
  for (const key of Object.keys(data)) invariant(known.has(key), `the template has the key ${key}`);
  const map = new YAMLMap(document.schema);
  for (const entry of template) {
    const value = data[entry.key];
    if (value === undefined) continue;
    const key = new Scalar(entry.key);
    if (entry.above !== undefined) key.commentBefore = entry.above;
    map.items.push(new Pair(key, fill(document, entry, value)));
  }
  return map;
}

function fillNamed(document: Document, template: readonly NamedTemplate[], data: PlainData): Node {
  invariant(Array.isArray(data), "a list of a template is filled from an array");
  const entries = new Map((data as readonly PlainData[]).map((entry) => [nameOf(entry), entry])); // no object: just checked
  const list = new YAMLSeq(document.schema);
  for (const item of template) {
    const entry = entries.get(item.name);
    if (entry === undefined) continue;
    const node = fill(document, item, entry);
    if (item.above !== undefined) node.commentBefore = item.above;
    list.items.push(node);
    entries.delete(item.name);
  }
  invariant(entries.size === 0, `the template has an entry named ${[...entries.keys()].join()}`);
  return list;
}

function nameOf(entry: PlainData): string {
  invariant(isObject(entry) && "name" in entry, "an entry of the list has a name");
  return String(entry["name"]);
}

function isObject(data: PlainData): data is PlainObject {
  return typeof data === "object" && !Array.isArray(data) && !isNode(data);
}
