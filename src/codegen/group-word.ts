import { wordOfGroup } from "../vocabulary/index.js";

/** What a program calls an API group; the one that is called `policy` has to leave that name to the policy itself. */
export function groupWord(group: string): string {
  return group === "policy" ? "policyGroup" : wordOfGroup(group);
}

/** The name as it is imported: `policy as policyGroup`. */
export function importOf(word: string): string {
  return word === "policyGroup" ? "policy as policyGroup" : word;
}
