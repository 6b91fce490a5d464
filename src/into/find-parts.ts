import { GenAuditError, listWords } from "../diagnostics/index.js";
import { describeObject } from "../parse/index.js";
import { type Data, type EditableFile, isDataObject, targetsTaking } from "../render/index.js";
import type { ReadFile } from "./read-file.js";
import { RefusalAt } from "./refusal-at.js";

/** Which document of a file is which part of it, by its index. */
export type PartIndexes = ReadonlyMap<string, number>;

/** The documents of a text that are a part of what the target takes; a text without any, or with one of them twice, is refused. */
export function findParts({ source, roots, data }: ReadFile, file: EditableFile): PartIndexes {
  const { indexes, repeated } = partIndexes(data, file);
  if (repeated) {
    const { name, first, second } = repeated;
    const [start] = roots[first]?.range ?? [0];
    const { line } = source.locate(start);
    throw new RefusalAt(
      roots[second]?.range,
      `this is ${name}, and so is the document at line ${line}`,
      "put each into a file of its own",
    );
  }
  if (indexes.size > 0 || (roots.length === 0 && file.isEmptyTaken)) return indexes;
  throw new GenAuditError("bad-input", `${source.file || "the text"} has no document that is ${file.title}`, {
    help: roots.length === 0 ? "nothing stands in it" : `what it has is ${describeDocuments(roots, data)}`,
  });
}

/** A part that is there twice, by the indexes of the documents. */
interface Repeated {
  readonly name: string;
  readonly first: number;
  readonly second: number;
}

export function partIndexes(
  data: readonly Data[],
  { partOf }: EditableFile,
): { readonly indexes: PartIndexes; readonly repeated?: Repeated } {
  const indexes = new Map<string, number>();
  for (const [index, document] of data.entries()) {
    const name = isDataObject(document) ? partOf(document) : undefined;
    if (name === undefined) continue;
    const first = indexes.get(name);
    if (first !== undefined) return { indexes, repeated: { name, first, second: index } };
    indexes.set(name, index);
  }
  return { indexes };
}

/** What the documents are instead, and which targets would take them. */
function describeDocuments(roots: ReadFile["roots"], data: readonly Data[]): string {
  const described = roots.map((root, index) => {
    const document = data[index];
    const targets = isDataObject(document) ? targetsTaking(document) : [];
    const hint =
      targets.length > 0
        ? `, which --target ${listWords(targets)} ${targets.length === 1 ? "takes" : "take"}`
        : "";
    return describeObject(root) + hint;
  });
  return [...new Set(described)].join(", ");
}
