import { invariant } from "../diagnostics/index.js";

/** Atoms of one dimension, in ascending order. */
export type Atoms = Int32Array;

/** A set of points, and, once its dimension is closed, the atoms that it is made of. */
export interface PointSet {
  readonly points: readonly number[];
  readonly atoms: Atoms;
}

/**
 * One thing that requests differ in, such as the verb: a list of points, and the sets of points that rules name. Points that
 * no set tells apart are one atom, so that there are few, whatever the number of names.
 */
export class Dimension<Point> {
  readonly #points: readonly Point[];
  readonly #sets: { points: readonly number[]; atoms: Atoms }[] = [];
  #members: readonly (readonly Point[])[] = [];
  /** By point; none before the dimension is closed. */
  #atomOf: ArrayLike<number> | undefined;

  constructor(points: readonly Point[]) {
    this.#points = points;
  }

  get points(): readonly Point[] {
    return this.#points;
  }

  /** How many atoms there are, once the dimension is closed. */
  get size(): number {
    return this.#members.length;
  }

  /** The points of an atom. */
  members(atom: number): readonly Point[] {
    return this.#members[atom] ?? [];
  }

  /** Makes the points of the set distinguishable from all others; once the dimension is closed, they have to be so. */
  set(points: readonly number[]): PointSet {
    if (this.#atomOf) return { points, atoms: this.#close(this.#atomOf, points) };
    const set = { points, atoms: new Int32Array() };
    this.#sets.push(set);
    return set;
  }

  /** The set of all points that a condition holds for. */
  where(holds: (point: Point) => boolean): PointSet {
    return this.set(this.#points.flatMap((point, index) => (holds(point) ? [index] : [])));
  }

  #close(atomOf: ArrayLike<number>, points: readonly number[]): Atoms {
    const all = new Set(points);
    const atoms = new Set(points.map((point) => atomOf[point] ?? 0));
    const count = [...atoms].reduce((sum, atom) => sum + this.members(atom).length, 0);
    invariant(count === all.size, "a set of a closed dimension is made of whole atoms");
    return Int32Array.from(atoms).sort();
  }

  /** Makes the atoms; no set can tell apart more from here on. */
  close(): void {
    const classOf = refine(this.#points.length, this.#sets);
    const atomOf = new Map<number, number>();
    const atoms = classOf.map((name) => {
      const atom = atomOf.get(name) ?? atomOf.size;
      atomOf.set(name, atom);
      return atom;
    });
    const members: Point[][] = Array.from(atomOf, () => []);
    for (const [index, point] of this.#points.entries()) members[atoms[index] ?? 0]?.push(point);
    this.#members = members;
    this.#atomOf = atoms;
    for (const set of this.#sets) {
      set.atoms = Int32Array.from(new Set(set.points.map((point) => atoms[point] ?? 0))).sort();
    }
  }
}

/** A name for the class of each point: two points have the same one if they are in the same sets. */
function refine(count: number, sets: readonly { readonly points: readonly number[] }[]): Int32Array {
  const classOf = new Int32Array(count);
  const sizes = new Map([[0, count]]);
  let next = 1;
  for (const { points } of sets) {
    const inside = new Map<number, number[]>();
    for (const point of new Set(points)) {
      const name = classOf[point] ?? 0;
      const some = inside.get(name);
      if (some) some.push(point);
      else inside.set(name, [point]);
    }
    for (const [name, some] of inside) {
      const size = sizes.get(name) ?? 0;
      if (some.length === size) continue; // The set takes all of the class.
      for (const point of some) classOf[point] = next;
      sizes.set(name, size - some.length);
      sizes.set(next, some.length);
      next++;
    }
  }
  return classOf;
}
