/** How many columns a terminal gives to a line that `printable` has made. */
export function displayWidth(line: string): number {
  let width = 0;
  for (const character of line) width += WIDE.test(character) ? 2 : COMBINING.test(character) ? 0 : 1;
  return width;
}

/** East Asian characters and pictures, which take two columns. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;
/** What stands above or below the character before it. */
const COMBINING = /[\p{Mn}\p{Me}]/u;
