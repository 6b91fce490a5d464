import type { Fix } from "../diagnostics/index.js";
import type { PolicyRule } from "../model/index.js";
import { type IdentityField, misnamedIdentity } from "./misnamed-identity.js";
import { selectorOf } from "./selector-of.js";

/**
 * Moves the names of one list to the other, if all of them belong there and the other is empty or says the same: a rule with
 * both lists asks for both.
 */
export function moveIdentities(rule: PolicyRule, index: number, field: IdentityField): Fix | undefined {
  const other = field === "users" ? "userGroups" : "users";
  const names = rule[field] ?? [];
  const moved = new Set<string>();
  for (const name of names) {
    const meant = misnamedIdentity(field, name)?.meant;
    if (meant?.field !== other) return undefined;
    moved.add(meant.name);
  }
  const there = rule[other] ?? [];
  const isSame = there.length > 0 && there.length === moved.size && there.every((name) => moved.has(name));
  if (there.length > 0 && !isSame) return undefined;
  const { [field]: _, ...rest } = selectorOf(rule);
  const asMeant = { ...rest, [other]: [...moved] };
  const at = `rules[${index}]`;
  return {
    title: isSame ? `remove ${field}` : `move the names to ${other}`,
    edits: [
      ...(isSame ? [] : [...moved].map((value) => ({ append: `${at}.${other}`, value }))),
      { remove: `${at}.${field}` },
    ],
    // Who has the names as they stand, should there be anybody, is no longer taken.
    changes: isSame ? [asMeant] : [{ ...rest, [field]: names }, asMeant],
  };
}
