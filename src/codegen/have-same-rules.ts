import type { Policy } from "../model/index.js";
import { keyWithin } from "./key-within.js";

/** Whether two policies decide every request alike since their rules do, one by one. */
export function haveSameRules(a: Policy, b: Policy): boolean {
  const keys = b.rules.map(keyWithin(b));
  return a.rules.length === b.rules.length && a.rules.map(keyWithin(a)).every((key, at) => key === keys[at]);
}
