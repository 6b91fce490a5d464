/** A set of assignments to variables that are true or false. The same set is the same number. */
export type Diagram = number;

export const NOTHING: Diagram = 0;
export const EVERYTHING: Diagram = 1;

/**
 * Reduced ordered binary decision diagrams: below a variable, one diagram for where it is true and one for where it is not.
 *
 * Each diagram is kept once, so that sets are compared by their numbers, and what was worked out of two is looked up.
 *
 * After: R. E. Bryant, "Graph-Based Algorithms for Boolean Function Manipulation", 1986
 */
export class DecisionDiagrams {
  readonly #variables: number[] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  readonly #whereFalse: Diagram[] = [NOTHING, EVERYTHING];
  readonly #whereTrue: Diagram[] = [NOTHING, EVERYTHING];
  readonly #known = new Map<string, Diagram>();
  readonly #chosen = new Map<string, Diagram>();
  #count = 0;

  /** Where a new variable is true; it stands below those made before. */
  variable(): Diagram {
    return this.#diagram(this.#count++, NOTHING, EVERYTHING);
  }

  not(set: Diagram): Diagram {
    return this.choose(set, NOTHING, EVERYTHING);
  }

  and(...sets: readonly Diagram[]): Diagram {
    return sets.reduce((some, set) => this.choose(some, set, NOTHING), EVERYTHING);
  }

  or(...sets: readonly Diagram[]): Diagram {
    return sets.reduce((some, set) => this.choose(some, EVERYTHING, set), NOTHING);
  }

  without(set: Diagram, other: Diagram): Diagram {
    return this.choose(other, NOTHING, set);
  }

  /** Where the first set is left, or the second one entered. */
  implies(set: Diagram, other: Diagram): Diagram {
    return this.choose(set, other, EVERYTHING);
  }

  /** Inside of the first set what is in the second, and outside of it what is in the third. */
  choose(condition: Diagram, inside: Diagram, outside: Diagram): Diagram {
    if (condition === EVERYTHING || inside === outside) return inside;
    if (condition === NOTHING) return outside;
    const key = `${condition} ${inside} ${outside}`;
    const known = this.#chosen.get(key);
    if (known !== undefined) return known;
    const top = Math.min(...[condition, inside, outside].map((set) => this.#variables[set] ?? 0));
    const [whereFalse, whereTrue] = [this.#whereFalse, this.#whereTrue].map((below) => {
      const at = (set: Diagram): Diagram => (this.#variables[set] === top ? (below[set] ?? NOTHING) : set);
      return this.choose(at(condition), at(inside), at(outside));
    });
    const chosen = this.#diagram(top, whereFalse ?? NOTHING, whereTrue ?? NOTHING);
    this.#chosen.set(key, chosen);
    return chosen;
  }

  #diagram(variable: number, whereFalse: Diagram, whereTrue: Diagram): Diagram {
    if (whereFalse === whereTrue) return whereFalse;
    const key = `${variable} ${whereFalse} ${whereTrue}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const diagram = this.#variables.length;
    this.#variables.push(variable);
    this.#whereFalse.push(whereFalse);
    this.#whereTrue.push(whereTrue);
    this.#known.set(key, diagram);
    return diagram;
  }
}
