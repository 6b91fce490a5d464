/** A set of rules, one bit each; rule 0 is the lowest bit of the first word. */
export type RuleSet = Int32Array;

/** Sets of rules by a string: a user name, a verb, a path. */
export class RuleIndex {
  readonly #words: number;
  readonly #sets = new Map<string, RuleSet>();
  /** The rules that take any value, and so belong to the set of each. */
  readonly any: RuleSet;

  constructor(words: number) {
    this.#words = words;
    this.any = new Int32Array(words);
  }

  add(value: string, rule: number): void {
    let set = this.#sets.get(value);
    if (!set) {
      set = new Int32Array(this.#words);
      this.#sets.set(value, set);
    }
    addRule(set, rule);
  }

  /** Adds a rule to the set of each of its values, or of every value where it names none. */
  constrain(values: readonly string[] | undefined, rule: number): void {
    if (!values || values.length === 0) addRule(this.any, rule);
    else for (const value of values) this.add(value, rule);
  }

  /** The set of a value itself, without `any`; undefined for the empty set. */
  get(value: string): RuleSet | undefined {
    return this.#sets.get(value);
  }

  /** Puts `any` into each set, so that one look-up answers; the last step in making an index. */
  close(): this {
    for (const set of this.#sets.values()) unite(set, this.any);
    return this;
  }

  /** The rules that take the value, once the index is closed. */
  take(value: string): RuleSet {
    return this.#sets.get(value) ?? this.any;
  }
}

export function addRule(set: RuleSet, rule: number): void {
  // INVARIANT: the set has a word for each 32 rules of its policy.
  set[rule >>> 5] = (set[rule >>> 5] ?? 0) | (1 << (rule & 31));
}

/** Adds all of `other` to `set`. */
export function unite(set: RuleSet, other: RuleSet): void {
  for (let word = 0; word < set.length; word++) set[word] = (set[word] ?? 0) | (other[word] ?? 0);
}
