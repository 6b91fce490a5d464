import type { RequestSelector } from "../model/index.js";
import type { FieldPath } from "./diagnostic.js";

/** One change to a policy. Paths are those of the policy before any of the changes. */
export type PolicyEdit =
  /** Takes an item out of its list, or a field out of what holds it. */
  | { readonly remove: FieldPath }
  /** Puts another string in the place of one. */
  | { readonly replace: FieldPath; readonly by: string }
  /** Puts a string at the end of a list. */
  | { readonly append: FieldPath; readonly value: string }
  /** Calls a field of a rule otherwise: `users` `userGroups`, or the reverse, where there is none of these yet. */
  | { readonly rename: FieldPath; readonly to: "users" | "userGroups" };

/** A way to mend a policy. It is applied only once it is proved to do what it says. */
export interface Fix {
  /** What it does: `remove rules[3]`. */
  readonly title: string;
  readonly edits: readonly PolicyEdit[];
  /** The only requests that are decided otherwise afterwards; absent if every request is decided as before. */
  readonly changes?: readonly RequestSelector[];
}
