/** Where the line begins that an offset is in. */
export function lineStart(text: string, offset: number): number {
  // From -1 on JavaScript looks at the first character, too.
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** Where the line ends that an offset is in, before its break. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  if (end === -1) return text.length;
  return text[end - 1] === "\r" && end > offset ? end - 1 : end;
}

/** Where the next line begins; the end of the text if there is none. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end + 1;
}

/** The line break of the line that an offset is in, or of the text if the line has none. */
export function lineBreak(text: string, offset: number): string {
  const end = lineEnd(text, offset);
  if (end < text.length) return text.slice(end, nextLine(text, end));
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** How far something stands from the beginning of its line; a byte order mark takes no room. */
export function columnOf(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return offset - start - (start === 0 && offset > 0 && text.startsWith("\ufeff") ? 1 : 0);
}
