import { joinLines } from "./insert-entries.js";
import type { ReadFile } from "./read-file.js";
import { RefusalAt } from "./refusal-at.js";
import { layoutOf, plainLayout, type TextLayout } from "./text-layout.js";
import type { WantedDocuments } from "./write-documents.js";
import { writeBlock } from "./write-nodes.js";

/** Puts documents behind the last one of a text, laid out as it is. */
export function appendDocuments(
  { source, roots, isJson }: ReadFile,
  text: string,
  { added, octalKeys }: WantedDocuments,
): string {
  if (added.length === 0) return text;
  const end = source.text.length;
  if (isJson)
    throw new RefusalAt(
      [end, end],
      "a file that is JSON holds one document, and another is needed",
      "make it YAML",
    );
  const [first] = roots;
  const layout = first ? layoutOf(source.text, first, false) : plainLayout(source.text);
  const { newline } = layout;
  const ended = text === "" || text.endsWith("\n") ? text : text + newline;
  // Where nothing stands yet, what is put in is what the file was begun for.
  const isOpen = roots.length === 0 && !/^\.\.\./m.test(text);
  const documents = added.map(({ document, printed }) =>
    joinLines(writeBlock(document, { ...layout, octalKeys, printed }), 0, layout),
  );
  return ended + (isOpen ? "" : separator(layout)) + documents.join(separator(layout));
}

function separator({ newline }: TextLayout): string {
  return `---${newline}`;
}
