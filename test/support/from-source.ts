import { ENTRIES } from "../../scripts/api-reference/entries.js";

/** A program of a user, held against the sources; it stands two folders deep. */
export function fromSource(text: string): string {
  return Object.entries(ENTRIES).reduce((program, [from, { file }]) => {
    const source = JSON.stringify(`../../${file.replace(/ts$/, "js")}`);
    return program.replaceAll(new RegExp(`((?:from|import) )"${from}"`, "g"), `$1${source}`);
  }, text);
}
