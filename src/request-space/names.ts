import { Dimension, type PointSet } from "./dimension.js";

/** A dimension of plain names, whose points are found by name. */
export class Names {
  readonly dimension: Dimension<string>;
  readonly #index: ReadonlyMap<string, number>;

  /** Those that stand for others, and how these are written. */
  readonly others: ReadonlyMap<string, string>;

  constructor(names: readonly string[], others: ReadonlyMap<string, string>) {
    this.others = others;
    const points = [...new Set(names)];
    this.dimension = new Dimension(points);
    this.#index = new Map(points.map((name, index) => [name, index]));
  }

  /** The set of these names; undefined where there are none, and all is meant. */
  set(names: readonly string[]): PointSet | undefined {
    return names.length === 0
      ? undefined
      : this.dimension.set(names.flatMap((name) => this.#index.get(name) ?? []));
  }

  isNamed(name: string): boolean {
    return this.#index.has(name);
  }
}
