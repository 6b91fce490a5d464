import { kindOfIdentity, namespaceOfAccounts } from "../kubernetes/index.js";

export type IdentityField = "users" | "userGroups";

/** A name that, where it stands, is that of nobody: no user has it, or no group. */
export interface MisnamedIdentity {
  /** A wildcard where there is none; a group among users or a user among groups; a name that Kubernetes gives to nobody. */
  readonly fault: "wildcard" | "other-kind" | "no-such";
  /** Who is meant, where that is clear. */
  readonly meant?: { readonly field: IdentityField; readonly name: string };
}

/** What is wrong with a name in one of a rule's lists; undefined where there may be a user or a group that has it. */
export function misnamedIdentity(field: IdentityField, name: string): MisnamedIdentity | undefined {
  const own = fieldOf(name);
  if (own !== undefined)
    return own === field ? undefined : { fault: "other-kind", meant: { field: own, name } };
  if (name.includes("*")) {
    const group = groupOfPattern(name);
    return { fault: "wildcard", ...(group !== undefined && { meant: { field: "userGroups", name: group } }) };
  }
  for (const spelling of otherSpellings(field, name)) {
    const meant = fieldOf(spelling);
    if (meant !== undefined) return { fault: "no-such", meant: { field: meant, name: spelling } };
  }
  return kindOfIdentity(name) === "nobody" ? { fault: "no-such" } : undefined;
}

/** The list for a name that Kubernetes gives to users alone, or to groups. */
function fieldOf(name: string): IdentityField | undefined {
  const kind = kindOfIdentity(name);
  if (kind === "user") return "users";
  return kind === "group" ? "userGroups" : undefined;
}

/** The group of all whose names a pattern was to match. */
function groupOfPattern(pattern: string): string | undefined {
  const namespace = /^system:serviceaccounts?:([a-z0-9-]+):\*$/.exec(pattern)?.[1];
  if (namespace !== undefined) return `system:serviceaccounts:${namespace}`;
  if (/^system:serviceaccounts?(?::?\*|:\*:\*)$/.test(pattern)) return "system:serviceaccounts";
  if (/^system:nodes?:?\*$/.test(pattern)) return "system:nodes";
  return /^system:bootstrap(?:pers)?:\*$/.test(pattern) ? "system:bootstrappers" : undefined;
}

/** Of a name that nobody has: as it may have been meant. */
function* otherSpellings(field: IdentityField, name: string): Generator<string> {
  if (kindOfIdentity(name) === "nobody") yield name.toLowerCase();
  if (/^system:[a-z]+$/.test(name)) yield `${name}s`;
  if (name === "system:node:") yield "system:nodes";
  // With the namespace alone it may be a group, or an account whose namespace was forgotten.
  if (field === "userGroups") yield name.replace(/^system:serviceaccount:/, "system:serviceaccounts:");
  if (namespaceOfAccounts(name)?.includes(":"))
    yield name.replace(/^system:serviceaccounts:/, "system:serviceaccount:");
}
