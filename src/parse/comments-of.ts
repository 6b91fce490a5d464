import { columnOf, type SourceComment } from "../diagnostics/index.js";
import type { Range } from "./node.js";

/**
 * The comments of a value inside a document: in it, behind it on its last line, and directly above and below it if they are
 * indented as it is, or further.
 */
export function commentsOf(
  [start, end]: Range,
  comments: readonly SourceComment[],
  text: string,
): readonly SourceComment[] {
  const column = columnOf(text, start);
  const belongs = ({ range: [at] }: SourceComment): boolean => columnOf(text, at) >= column;
  const isNothing = (from: number, to: number): boolean => text.slice(from, to).trim() === "";
  let [first, last] = [start, end];
  for (const comment of comments.toReversed()) {
    const [at, behind] = comment.range;
    if (behind <= first && isNothing(behind, first) && belongs(comment)) first = at;
  }
  for (const comment of comments) {
    const [at, behind] = comment.range;
    if (at >= last && isNothing(last, at) && belongs(comment)) last = behind;
  }
  return comments.filter(({ range: [at] }) => first <= at && at < last);
}
