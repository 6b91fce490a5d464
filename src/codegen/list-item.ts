import type { Code, Item } from "./code.js";
import { type Comments, END } from "./comments-by-path.js";

/** A field that is a list of texts, with the comments of each. */
export function listItem(key: string, texts: readonly Code[], path: string, comments: Comments): Item {
  const above = comments.take(path);
  const items = texts.map((code, index) => ({ code, comments: comments.take(`${path}[${index}]`) }));
  return { key, comments: above, code: { kind: "list", items, tail: comments.take(path + END) } };
}
