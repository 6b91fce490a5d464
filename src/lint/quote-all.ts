/** `"a"`, `"a" and "b"`, `"a", "b" and "c"` */
export function quoteAll(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} and ${last}`;
}
