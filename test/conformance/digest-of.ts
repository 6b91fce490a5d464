import { createHash } from "node:crypto";

/** Tells a text from any other that could be rendered in its place. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
