import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { invariant } from "../diagnostics/index.js";
import { commentText, printDocument } from "../print/index.js";

/** Plain data, as YAML holds it. */
export type PlainData =
  | string
  | number
  | boolean
  | readonly PlainData[]
  | { readonly [key: string]: PlainData | undefined };

/**
 * A template with its placeholders replaced by data of the same shape, as text below a header.
 *
 * - A key that the data lacks is deleted, with its comment; one that the template lacks is a fault of ours.
 * - A list of named entries keeps the entries that the data names. An empty list or mapping takes whatever there is.
 * - A text of several lines becomes a literal block, whatever it contains.
 */
export function fillTemplate(template: string, data: PlainData, header?: string): string {
  // YAML 1.1 is what the tools read: `0440` and `on` come out quoted.
  const document: Document = parseDocument(template, { version: "1.1" });
  invariant(document.errors.length === 0, "a template is one YAML document");
  invariant(isNode(document.contents), "a template is not empty");
  document.contents = fill(document, document.contents, data);
  if (header !== undefined) document.commentBefore = commentText(header);
  return printDocument(document);
}

function fill(document: Document, node: Node | null, data: PlainData): Node {
  if (isMap<Scalar<string>, Node | null>(node) && node.items.length > 0) return fillMap(document, node, data);
  if (isSeq<Node>(node) && node.items.some((item) => isMap(item) && item.has("name")))
    return fillNamed(document, node, data);
  if (isScalar(node) && typeof data !== "object") {
    node.value = data;
    return asBlock(node);
  }
  return create(document, node, data);
}

function fillMap(document: Document, map: YAMLMap<Scalar<string>, Node | null>, data: PlainData): Node {
  invariant(
    typeof data === "object" && !Array.isArray(data),
    "a mapping of a template is filled from an object",
  );
  const fields = data as { readonly [key: string]: PlainData | undefined }; // no array: just checked
  for (const key of Object.keys(fields)) invariant(map.has(key), `the template has the key ${key}`);
  map.items = map.items.filter(({ key }) => fields[key.value] !== undefined);
  for (const pair of map.items) fillPair(document, pair, fields[pair.key.value]);
  return map;
}

function fillPair(
  document: Document,
  pair: Pair<Scalar<string>, Node | null>,
  data: PlainData | undefined,
): void {
  if (data !== undefined) pair.value = fill(document, pair.value, data);
}

function fillNamed(document: Document, list: YAMLSeq<Node>, data: PlainData): Node {
  invariant(Array.isArray(data), "a list of a template is filled from an array");
  const entries = new Map(data.map((entry: PlainData) => [nameOf(entry), entry]));
  const names = list.items.map((item) => (isMap(item) ? item.get("name") : undefined));
  for (const name of entries.keys())
    invariant(names.includes(name), `the template has an entry named ${name}`);
  list.items = list.items.flatMap((item, index) => {
    const entry = entries.get(String(names[index]));
    return entry === undefined ? [] : [fill(document, item, entry)];
  });
  return list;
}

function nameOf(entry: PlainData): string {
  invariant(typeof entry === "object" && "name" in entry, "an entry of the list has a name");
  return String(entry["name"]);
}

/** A node made from data, in the place and with the comments of the one it replaces. */
function create(document: Document, old: Node | null, data: PlainData): Node {
  const node = document.createNode(data);
  if (old?.commentBefore) node.commentBefore = old.commentBefore;
  if (old?.comment) node.comment = old.comment;
  if (old?.spaceBefore) node.spaceBefore = true;
  return node;
}

function asBlock(node: Scalar): Scalar {
  if (typeof node.value === "string" && node.value.includes("\n")) node.type = Scalar.BLOCK_LITERAL;
  return node;
}
