import { Document, isSeq } from "yaml";
import { quotingOf, writeString } from "../patch/index.js";
import { printDocument } from "../print/index.js";
import { type Data, type DataObject, isDataList, isDataObject } from "../render/index.js";
import { below } from "./document-node.js";
import type { TextLayout } from "./text-layout.js";

/** The lines of a mapping or of a list as a block, as the file has them; a text of several lines is a literal block. */
export function writeBlock(data: Data, layout: TextLayout, path = ""): readonly string[] {
  if (isDataList(data)) return data.flatMap((item, index) => writeItem(item, layout, below(path, index)));
  if (!isDataObject(data)) return [writeScalar(data, undefined, false)];
  return Object.entries(data).flatMap(([key, value = null]) => {
    const name = `${writeKey(key, false)}:`;
    if (isEmpty(value)) return [`${name} ${isDataList(value) ? "[]" : "{}"}`];
    if (typeof value === "string" && isLiteral(value))
      return [`${name} |`, ...indented(linesOf(value), layout.indent)];
    if (isDataObject(value) || isDataList(value))
      return [name, ...writeBelow(value, layout, below(path, key))];
    return [`${name} ${writeValue(key, value, undefined, layout)}`];
  });
}

/** A single value below a key. A mode of a file is written as people write modes, which every reader of YAML 1.1 takes. */
export function writeValue(key: string, data: Data, before: string | undefined, layout: TextLayout): string {
  const isMode = typeof data === "number" && !layout.isJson && layout.octalKeys?.has(key);
  return isMode ? `0${data.toString(8)}` : writeScalar(data, before, layout.isJson);
}

/** The lines of a mapping or of a list below its key, indented from there. */
export function writeBelow(
  data: DataObject | readonly Data[],
  layout: TextLayout,
  path: string,
): readonly string[] {
  const printed = layout.printed?.get(path);
  if (printed !== undefined) return indented(linesOf(printed), layout.indent);
  return indented(writeBlock(data, layout, path), isDataList(data) ? layout.listIndent : layout.indent);
}

function writeItem(item: Data, layout: TextLayout, path: string): readonly string[] {
  if (isEmpty(item)) return [isDataList(item) ? "- []" : "- {}"];
  const isText = typeof item === "string" && isLiteral(item);
  const [first = "", ...lines] = isText ? ["|", ...linesOf(item)] : writeBlock(item, layout, path);
  return [`- ${first}`, ...indented(lines, 2)];
}

function isEmpty(data: Data): boolean {
  return typeof data === "object" && data !== null && Object.keys(data).length === 0;
}

function linesOf(text: string): readonly string[] {
  return text.slice(0, -1).split("\n");
}

/** Lines further to the right; empty ones stay empty. */
export function indented(lines: readonly string[], by: number): readonly string[] {
  return lines.map((line) => (line === "" ? "" : " ".repeat(by) + line));
}

/** Whether every reader takes a literal block for just that text: what ends in one line break, and begins with no space. */
export function isLiteral(text: string): boolean {
  return /^[!-~][\t\n -~\u00a0-\u2027\u202a-\ufefe\uff00-\ufffd]*(?<!\n)\n$/.test(text);
}

/** A value on one line, as it stands between brackets, there below a key. */
export function writeInline(data: Data, quotesKeys: boolean, layout: TextLayout, key = ""): string {
  if (layout.isJson) return JSON.stringify(data);
  if (isDataList(data)) return `[${data.map((item) => writeInline(item, quotesKeys, layout)).join(", ")}]`;
  if (!isDataObject(data)) return writeValue(key, data, undefined, layout);
  const entries = Object.entries(data).map(
    ([name, value]) =>
      `${writeKey(name, quotesKeys)}: ${writeInline(value ?? null, quotesKeys, layout, name)}`,
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
