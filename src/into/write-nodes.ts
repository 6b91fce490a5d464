import { Document, isSeq, type Scalar, visit } from "yaml";
import { quotingOf, writeString } from "../patch/index.js";
import { type Layout, printDocument } from "../print/index.js";
import { type Data, isDataList, isDataObject } from "../render/index.js";

/** Lines of a mapping or of a list as a block, ended by a line feed; a text of several lines is a literal block. */
export function writeBlock(data: Data, layout: Layout): string {
  const document = new Document(data, { version: "1.1", aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_, scalar: Scalar) => {
      if (typeof scalar.value !== "string" || !scalar.value.includes("\n")) return;
      scalar.type = isLiteral(scalar.value) ? "BLOCK_LITERAL" : "QUOTE_DOUBLE";
    },
  });
  return printDocument(document, layout);
}

/** Whether every reader takes a literal block for just that text: what ends in one line break, and begins with no space. */
export function isLiteral(text: string): boolean {
  return /^[!-~][\t\n -~\u00a0-\u2027\u202a-\ufefe\uff00-\ufffd]*(?<!\n)\n$/.test(text);
}

/** A value on one line, as it stands between brackets. */
export function writeInline(data: Data, quotesKeys: boolean, isJson: boolean): string {
  if (isJson) return JSON.stringify(data);
  if (isDataList(data)) return `[${data.map((item) => writeInline(item, quotesKeys, isJson)).join(", ")}]`;
  if (!isDataObject(data)) return writeScalar(data, undefined, isJson);
  const entries = Object.entries(data).map(
    ([key, value]) => `${writeKey(key, quotesKeys)}: ${writeInline(value ?? null, quotesKeys, isJson)}`,
  );
  return `{${entries.join(", ")}}`;
}

export function writeKey(key: string, isQuoted: boolean): string {
  return isQuoted ? JSON.stringify(key) : writeScalar(key, undefined, false);
}

/** A single value on one line, quoted as what it takes the place of. */
export function writeScalar(data: Data, before: string | undefined, isJson: boolean): string {
  if (typeof data !== "string") return String(data);
  const quoting = before === undefined ? "plain" : (quotingOf(before) ?? "double");
  if (isJson || quoting !== "plain" || data.includes("\n"))
    return writeString(data, isJson ? "double" : quoting);
  const list = new Document([data], { version: "1.1" });
  if (isSeq(list.contents)) list.contents.flow = true;
  return printDocument(list).trim().slice(1, -1).trim();
}
