import type { Fix } from "../diagnostics/index.js";
import { type PolicyRule, selectorOf } from "../model/index.js";
import { type IdentityField, misnamedIdentity } from "./misnamed-identity.js";

/** Puts the name that is meant in the place of one that nobody has, if it belongs into the same list. */
export function respellIdentity(
  rule: PolicyRule,
  index: number,
  field: IdentityField,
  position: number,
): Fix | undefined {
  const names = rule[field] ?? [];
  const written = names[position];
  const meant = names.map((name) => misnamedIdentity(field, name)?.meant);
  const own = meant[position];
  if (written === undefined || own?.field !== field) return undefined;
  const path = `rules[${index}].${field}[${position}]`;
  const isThere = names.includes(own.name) || meant.slice(0, position).some((one) => one?.name === own.name);
  return {
    title: `write "${own.name}"`,
    edits: [isThere ? { remove: path } : { replace: path, by: own.name }],
    changes: [{ ...selectorOf(rule), [field]: [written, own.name] }],
  };
}
