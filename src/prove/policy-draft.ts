import type { Level, Policy, PolicyRule, Stage } from "../model/index.js";

/** One change to a policy. The numbers of rules are those that they have before any of the changes. */
export type PolicyChange = { readonly title: string } & (
  | {
      /** Rules to put in, in this order. */
      readonly insert: readonly PolicyRule[];
      /** The rule that they stand before; the number of rules for the end. */
      readonly before: number;
    }
  | { readonly rule: number; readonly level: Level }
  | { readonly rule: number; readonly userGroups: readonly string[] }
  | {
      /** Whose `omitStages` no longer has the stages: the rule's or, of `null`, the policy's. */
      readonly rule: number | null;
      readonly keepStages: readonly Stage[];
    }
);

/** A rule of the policy, and what is to become of it. */
interface Slot {
  readonly rule: PolicyRule;
  readonly before: readonly PolicyRule[];
}

/** A policy that is being changed, and how. No change moves a rule of the policy to another place among these. */
export class PolicyDraft {
  readonly #original: Policy;
  readonly #slots: Slot[];
  #atTheEnd: readonly PolicyRule[] = [];
  #omitStages: readonly Stage[];

  constructor(policy: Policy) {
    this.#original = policy;
    this.#slots = policy.rules.map((rule) => ({ rule, before: [] }));
    this.#omitStages = policy.omitStages ?? [];
  }

  get policy(): Policy {
    const rules = this.#slots.flatMap(({ rule, before }) => [...before, rule]);
    return { ...withStages(this.#original, this.#omitStages), rules: [...rules, ...this.#atTheEnd] };
  }

  /** The rule of the original policy that one of the draft is; `null` where none applies, undefined for one that was put in. */
  originOf(index: number | null): number | null | undefined {
    if (index === null) return null;
    let at = -1;
    for (const [origin, { before }] of this.#slots.entries()) {
      at += before.length + 1;
      if (at === index) return origin;
    }
    return undefined;
  }

  /** The rule as it now stands. */
  rule(origin: number): PolicyRule | undefined {
    return this.#slots[origin]?.rule;
  }

  /** Puts rules before one, behind those that were put there already; at the end for `null`. */
  insert(origin: number | null, rules: readonly PolicyRule[]): void {
    if (origin === null) this.#atTheEnd = distinct([...this.#atTheEnd, ...rules]);
    else this.#change(origin, ({ rule, before }) => ({ rule, before: distinct([...before, ...rules]) }));
  }

  replace(origin: number, fields: Partial<PolicyRule>): void {
    this.#change(origin, ({ rule, before }) => ({ rule: { ...rule, ...fields }, before }));
  }

  /** The stages that every rule omits. */
  get omitStages(): readonly Stage[] {
    return this.#omitStages;
  }

  /** Takes stages out of what a rule and the policy omit; for `null`, the policy alone. */
  keepStages(origin: number | null, stages: readonly Stage[]): void {
    if (origin !== null)
      this.#change(origin, ({ rule, before }) => ({ rule: withoutStages(rule, stages), before }));
    this.#omitStages = this.#omitStages.filter((stage) => !stages.includes(stage));
  }

  /** Takes those of the rules that were put in out again which stand at these places of the draft. */
  withdraw(places: ReadonlySet<number>): void {
    let at = 0;
    const left = (rules: readonly PolicyRule[]): readonly PolicyRule[] =>
      rules.filter(() => !places.has(at++));
    for (const [origin, { rule, before }] of this.#slots.entries()) {
      this.#slots[origin] = { rule, before: left(before) };
      at++;
    }
    this.#atTheEnd = left(this.#atTheEnd);
  }

  /** What was changed, in the order of the rules. */
  get changes(): readonly PolicyChange[] {
    const { rules, omitStages = [] } = this.#original;
    const kept = omitStages.filter((stage) => !this.#omitStages.includes(stage));
    return [
      ...(kept.length > 0
        ? [{ title: `take ${kept.join(", ")} out of omitStages`, rule: null, keepStages: kept }]
        : []),
      ...this.#slots.flatMap(({ rule, before }, index) => {
        const original = rules[index];
        return original
          ? [
              ...insertion(before, index, `insert before rules[${index}]`),
              ...changesOf(original, rule, index),
            ]
          : [];
      }),
      ...insertion(this.#atTheEnd, rules.length, "append to the rules"),
    ];
  }

  #change(origin: number, change: (slot: Slot) => Slot): void {
    const slot = this.#slots[origin];
    if (slot) this.#slots[origin] = change(slot);
  }
}

function insertion(insert: readonly PolicyRule[], before: number, title: string): readonly PolicyChange[] {
  return insert.length > 0 ? [{ title, insert, before }] : [];
}

function changesOf(was: PolicyRule, is: PolicyRule, index: number): readonly PolicyChange[] {
  const kept = (was.omitStages ?? []).filter((stage) => !is.omitStages?.includes(stage));
  const { userGroups = [] } = is;
  return [
    ...(was.level === is.level
      ? []
      : [{ title: `set the level of rules[${index}] to ${is.level}`, rule: index, level: is.level }]),
    ...(was.userGroups === is.userGroups
      ? []
      : [
          {
            title: `restrict rules[${index}] to userGroups: [${userGroups.join(", ")}]`,
            rule: index,
            userGroups,
          },
        ]),
    ...(kept.length === 0
      ? []
      : [
          {
            title: `take ${kept.join(", ")} out of rules[${index}].omitStages`,
            rule: index,
            keepStages: kept,
          },
        ]),
  ];
}

export function withoutStages(rule: PolicyRule, stages: readonly Stage[]): PolicyRule {
  return withStages(
    rule,
    (rule.omitStages ?? []).filter((stage) => !stages.includes(stage)),
  );
}

/** An empty list means the same as none. */
function withStages<Holder extends { readonly omitStages?: readonly Stage[] }>(
  { omitStages: _, ...holder }: Holder,
  omitStages: readonly Stage[],
): Omit<Holder, "omitStages"> & { readonly omitStages?: readonly Stage[] } {
  return omitStages.length > 0 ? { ...holder, omitStages } : holder;
}

function distinct(rules: readonly PolicyRule[]): readonly PolicyRule[] {
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
}
