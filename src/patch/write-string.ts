export type Quoting = "plain" | "single" | "double";

/** How a string is quoted where it stands; undefined for a block of lines. */
export function quotingOf(written: string): Quoting | undefined {
  if (/^[|>]/.test(written)) return undefined;
  if (written.startsWith('"')) return "double";
  return written.startsWith("'") ? "single" : "plain";
}

/** A string as YAML, quoted as its neighbor is, unless it needs more; with double quotes it is JSON as well. */
export function writeString(text: string, quoting: Quoting): string {
  if (quoting === "plain" && isPlain(text)) return text;
  if (quoting === "single" && /^[ -~]*$/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** What YAML 1.1 reads as other than a string, though it begins with a letter. */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** Names as policies have them: what else could be plain is quoted. */
function isPlain(text: string): boolean {
  return /^[A-Za-z/][\w./@*-]*(?::[\w./@*-]+)*$/.test(text) && !WORDS.test(text);
}
