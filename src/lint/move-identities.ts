import type { Fix, PolicyEdit } from "../diagnostics/index.js";
import { type PolicyRule, selectorOf } from "../model/index.js";
import { type IdentityField, misnamedIdentity } from "./misnamed-identity.js";

/**
 * Makes of one list the other, if all of its names belong there and there is none yet, or takes it out if that says the same:
 * a rule with both lists asks for both.
 */
export function moveIdentities(rule: PolicyRule, index: number, field: IdentityField): Fix | undefined {
  const other = field === "users" ? "userGroups" : "users";
  const { users: _, userGroups: __, ...rest } = selectorOf(rule);
  const [names, there] = [rule[field] ?? [], rule[other] ?? []];
  const meant = names.flatMap((name) => {
    const own = misnamedIdentity(field, name)?.meant;
    return own?.field === other ? own.name : [];
  });
  if (names.length === 0 || meant.length < names.length) return undefined;
  const moved = new Set(meant);
  const path = `rules[${index}].${field}`;
  const asMeant = { ...rest, [other]: [...moved] };
  if (there.length > 0) {
    const isSame = there.length === moved.size && there.every((name) => moved.has(name));
    return isSame ? { title: `remove ${field}`, edits: [{ remove: path }], changes: [asMeant] } : undefined;
  }
  return {
    title: `rename ${field} to ${other}`,
    edits: [
      { rename: path, to: other },
      ...(rule[other] ? [{ remove: `rules[${index}].${other}` }] : []),
      ...names.flatMap((name, position): readonly PolicyEdit[] => {
        const [by = name, at] = [meant[position], `${path}[${position}]`];
        if (meant.indexOf(by) < position) return [{ remove: at }];
        return by === name ? [] : [{ replace: at, by }];
      }),
    ],
    // Who has the names as they stand, should there be anybody, is no longer taken.
    changes: [{ ...rest, [field]: names }, asMeant],
  };
}
