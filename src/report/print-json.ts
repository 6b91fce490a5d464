/** A value as JSON over several lines, with nothing in it that a terminal would obey. */
export function printJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(UNPRINTABLE, escapeUnits)}\n`;
}

/** What JSON leaves as it is, and a terminal or an editor does not: control, format and direction characters, odd line breaks. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\p{Cf}]/gu;

function escapeUnits(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
