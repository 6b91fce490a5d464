import type { Code } from "./code.js";

/** A call with texts. */
export function callOf(head: string, texts: readonly string[]): Code {
  return { kind: "call", head, items: texts.map((text) => ({ code: printText(text) })) };
}

/** A text as a literal, in the quotes that Prettier chooses. */
export function printText(text: string): string {
  const double = text.split('"').length;
  const single = text.split("'").length;
  const literal = JSON.stringify(text).replace(
    /[\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16)}`,
  );
  return double > single
    ? `'${literal.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
    : literal;
}

export const UNCHECKED = " as string";

/**
 * A text that the compiler would refuse where it stands, though kube-apiserver takes it: as one that it cannot see.
 */
export function printUnchecked(text: string): string {
  return `${printText(text)}${UNCHECKED}`;
}
