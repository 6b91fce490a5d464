import { API_VERBS, METHOD_VERBS } from "../kubernetes/index.js";
import type { PolicyRule } from "../model/index.js";

/** What the requests that a rule matches are for. */
export type RequestKind = "resource" | "path" | "any";

export function kindOf({ resources = [], namespaces = [], nonResourceURLs = [] }: PolicyRule): RequestKind {
  if (resources.length > 0 || namespaces.length > 0) return "resource";
  return nonResourceURLs.length > 0 ? "path" : "any";
}

/** The verbs that requests of a kind have. */
export function verbsOf(kind: RequestKind): readonly string[] {
  if (kind === "resource") return API_VERBS;
  return kind === "path" ? METHOD_VERBS : [...new Set([...API_VERBS, ...METHOD_VERBS])];
}

/** Whether a word is no verb of such requests; but for what is said elsewhere: typographic quotes, and a `*`. */
export function isNoVerb(word: string, kind: RequestKind): boolean {
  return !verbsOf(kind).includes(word) && !/[“”‘’*]/.test(word);
}
