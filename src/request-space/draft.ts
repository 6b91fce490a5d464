import type { Atoms, PointSet } from "./dimension.js";
import { type Cube, type Kind, NAME, NAMESPACE, PATH, TARGET, USER, VERB } from "./region.js";

/** A cube whose sets have no atoms yet. */
export interface Draft {
  readonly kind: Kind;
  readonly hasUser: boolean | undefined;
  readonly sets: Readonly<Record<number, PointSet | undefined>>;
  readonly groups?: Atoms | undefined;
}

/** A cube of all requests, with or without a user, that are in the sets. */
export function draft(sets: Draft["sets"], kind: Kind = "resource"): Draft {
  return { kind, hasUser: undefined, sets };
}

/** The cube, once the dimensions are closed; `rule` is the index of what it is of, -1 for nothing. */
export function toCube({ kind, hasUser, sets, groups }: Draft, rule: number): Cube {
  const sides = [USER, VERB, NAMESPACE, TARGET, NAME, PATH].flatMap((dimension) => {
    const atoms = sets[dimension]?.atoms;
    return atoms ? [{ dimension, atoms }] : [];
  });
  return { rule, kind, hasUser, sides: sides.sort((a, b) => a.atoms.length - b.atoms.length), groups };
}
