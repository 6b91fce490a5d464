import type { TextChange } from "../patch/index.js";
import type { LineChange } from "./insert-entries.js";

/** Where lines are put behind a last line that has no break, that line gets one. */
export function endLines(text: string, changes: readonly LineChange[]): readonly TextChange[] {
  if (text === "" || text.endsWith("\n")) return changes;
  const first = changes.find(({ start, isLines }) => isLines && start === text.length);
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  return changes.map((change) => (change === first ? { ...change, text: newline + change.text } : change));
}
