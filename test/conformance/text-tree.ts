import { LEVELS, STAGES } from "../../src/model/index.js";
import type { Random } from "./random.js";
import {
  API_VERSIONS,
  GROUPS,
  KINDS,
  METADATA,
  NAMES,
  NAMESPACES,
  ODD_GROUPS,
  ODD_LEVELS,
  ODD_STAGES,
  ODD_URLS,
  RESOURCES,
  TAGS,
  UNKNOWN_FIELDS,
  URLS,
  VERBS,
  WORDS,
} from "./text-pools.js";

/** What a generated text says, whatever it is written like. */
export type Tree = StringTree | WordTree | ListTree | MapTree | AliasTree;

/** A string, which may be written in any style. */
export interface StringTree {
  readonly kind: "string";
  readonly value: string;
  readonly anchor?: string;
  readonly tag?: string;
}

/** A word that is written as it stands, so that what it is depends on who reads it. */
export interface WordTree {
  readonly kind: "word";
  readonly text: string;
  readonly anchor?: string;
  readonly tag?: string;
}

export interface ListTree {
  readonly kind: "list";
  readonly items: readonly Tree[];
  readonly anchor?: string;
  readonly tag?: string;
}

export interface MapTree {
  readonly kind: "map";
  readonly entries: readonly (readonly [key: Tree, value: Tree])[];
  readonly anchor?: string;
  readonly tag?: string;
}

export interface AliasTree {
  readonly kind: "alias";
  readonly name: string;
}

/** How many of the things that may be odd are odd. */
export interface Oddness {
  readonly random: Random;
  readonly rate: number;
}

/** The tree of an audit policy, or of what somebody took for one. */
export function generateTree(odd: Oddness): Tree {
  const { random } = odd;
  const entries: [Tree, Tree][] = [
    [string("apiVersion"), oddly(odd, "audit.k8s.io/v1", API_VERSIONS)],
    [string("kind"), oddly(odd, "Policy", KINDS)],
  ];
  if (random.chance(0.1)) entries.push([string("metadata"), metadata(odd)]);
  if (random.chance(0.3)) entries.push([string("omitStages"), stages(odd)]);
  if (random.chance(0.15)) entries.push([string("omitManagedFields"), boolean(odd)]);
  const rules = Array.from({ length: random.chance(odd.rate) ? 0 : 1 + random.below(4) }, () => rule(odd));
  entries.push([string("rules"), list(odd, rules)]);
  if (random.chance(0.15)) shuffle(random, entries);
  return withAliases(odd, map(odd, entries));
}

function rule(odd: Oddness): Tree {
  const { random } = odd;
  const entries: [Tree, Tree][] = [[string("level"), oddly(odd, random.pick(LEVELS), ODD_LEVELS)]];
  const names = (field: string, values: readonly string[]): void => {
    entries.push([string(field), strings(odd, values, NAMES)]);
  };
  if (random.chance(0.3)) names("users", NAMES);
  if (random.chance(0.2)) names("userGroups", ["system:authenticated", "system:nodes"]);
  if (random.chance(0.4)) names("verbs", VERBS);
  const forPaths = random.chance(0.2);
  if (forPaths || random.chance(odd.rate))
    entries.push([string("nonResourceURLs"), strings(odd, URLS, ODD_URLS)]);
  if (!forPaths && random.chance(0.2)) names("namespaces", NAMESPACES);
  if (!forPaths && random.chance(0.5)) {
    entries.push([
      string("resources"),
      list(
        odd,
        Array.from({ length: 1 + random.below(3) }, () => resources(odd)),
      ),
    ]);
  }
  if (random.chance(0.15)) entries.push([string("omitStages"), stages(odd)]);
  if (random.chance(0.1)) entries.push([string("omitManagedFields"), boolean(odd)]);
  if (random.chance(0.3)) shuffle(random, entries);
  return map(odd, entries);
}

function resources(odd: Oddness): Tree {
  const { random } = odd;
  const entries: [Tree, Tree][] = [];
  if (random.chance(0.9)) entries.push([string("group"), oddly(odd, random.pick(GROUPS), ODD_GROUPS)]);
  const named = random.chance(0.15);
  if (named ? !random.chance(odd.rate) : random.chance(0.8))
    entries.push([string("resources"), strings(odd, RESOURCES, NAMES)]);
  if (named) entries.push([string("resourceNames"), strings(odd, NAMES, NAMES)]);
  return map(odd, entries);
}

function metadata(odd: Oddness): Tree {
  const { random } = odd;
  return map(
    odd,
    random.some(METADATA, 3).map(([field, values]): [Tree, Tree] => {
      const value = word(random.chance(odd.rate * 4) ? random.pick(values) : (values[0] ?? ""));
      return [string(field), field === "labels" ? map(odd, [[string("app"), value]]) : value];
    }),
  );
}

function stages(odd: Oddness): Tree {
  return strings(odd, STAGES, ODD_STAGES);
}

function boolean(odd: Oddness): Tree {
  const { random } = odd;
  const usual = random.pick(["true", "false"]);
  return odd.random.chance(odd.rate * 4)
    ? word(random.pick(["yes", "no", "on", "Y", "1", "'true'", "tRue", "null", "", "True", "!!bool yes"]))
    : word(usual);
}

function strings(odd: Oddness, usual: readonly string[], others: readonly string[]): Tree {
  const { random } = odd;
  const count = random.chance(odd.rate) ? 0 : 1 + random.below(3);
  return list(
    odd,
    Array.from({ length: count }, () => oddly(odd, random.pick(usual), others)),
  );
}

/** A value, or another one, or a word, or something of another type. */
function oddly(odd: Oddness, usual: string, others: readonly string[]): Tree {
  const { random, rate } = odd;
  if (random.chance(rate)) return string(random.pick(others));
  if (random.chance(rate)) return word(random.pick(WORDS));
  return replaced(odd, string(usual));
}

/** The tree, or, now and then, one of another type, or one with a tag. */
function replaced(odd: Oddness, tree: Tree): Tree {
  const { random, rate } = odd;
  if (tree.kind !== "alias" && random.chance(rate / 3)) {
    return { ...tree, tag: random.pick(TAGS) };
  }
  if (!random.chance(rate / 2)) return tree;
  const others: readonly Tree[] = [
    { kind: "list", items: [] },
    { kind: "list", items: [tree] },
    { kind: "map", entries: [] },
    { kind: "map", entries: [[string("a"), tree]] },
    string("a"),
    word(random.pick(WORDS)),
    word("null"),
    word(""),
  ];
  return random.pick(others);
}

function list(odd: Oddness, items: readonly Tree[]): Tree {
  return replaced(odd, { kind: "list", items });
}

/** With fields that are there twice, or that no policy has, or whose key is something else. */
function map(odd: Oddness, entries: readonly (readonly [Tree, Tree])[]): Tree {
  const { random, rate } = odd;
  const more = [...entries];
  const first = entries[0];
  if (first && random.chance(rate * 2)) {
    const [key, value] = random.pick(entries);
    const again = random.chance(0.5) ? value : replaced({ random, rate: 1 }, value);
    more.splice(random.below(more.length + 1), 0, [key, again]);
  }
  if (random.chance(rate * 2)) {
    const value = random.chance(0.5) ? word(random.pick(WORDS)) : string(random.pick(NAMES));
    more.splice(random.below(more.length + 1), 0, [string(random.pick(UNKNOWN_FIELDS)), value]);
  }
  if (random.chance(rate / 3)) {
    const key = random.chance(0.7) ? word(random.pick(WORDS)) : replaced({ random, rate: 1 }, string("a"));
    more.splice(random.below(more.length + 1), 0, [key, word(random.pick(WORDS))]);
  }
  if (random.chance(rate / 3)) {
    // Names of fields in another case: encoding/json reads apiVersion and kind by them.
    const index = random.below(more.length || 1);
    const [key, value] = more[index] ?? [];
    if (key?.kind === "string" && value) {
      const other = random.pick([key.value.toLowerCase(), key.value.toUpperCase(), `${key.value} `]);
      more.splice(index, random.chance(0.5) ? 1 : 0, [string(other), value]);
    }
  }
  return replaced(odd, { kind: "map", entries: more });
}

/** Some trees get an anchor, and some that come behind become aliases of it, or merge it. */
function withAliases({ random, rate }: Oddness, root: Tree): Tree {
  if (!random.chance(0.1 + rate * 2)) return root;
  const anchors: { name: string; kind: Tree["kind"] }[] = [];
  const visit = (tree: Tree): Tree => {
    if (tree.kind === "alias") return tree;
    const same = anchors.filter(({ kind }) => kind === tree.kind || random.chance(rate));
    if (same.length > 0 && random.chance(0.15)) return { kind: "alias", name: random.pick(same).name };
    if (random.chance(rate / 10)) return { kind: "alias", name: random.pick(["nope", "a1", "*"]) };
    const name = random.chance(0.2) ? random.pick(["a1", "b", "c-d", "e_f", "1"]) : undefined;
    const inner = descend(tree, visit, () => {
      const maps = anchors.filter(({ kind }) => kind === "map" || random.chance(rate * 3));
      return maps.length > 0 && random.chance(0.3) ? mergeOf(random, maps) : undefined;
    });
    if (name === undefined) return inner;
    anchors.push({ name, kind: tree.kind });
    return { ...inner, anchor: name };
  };
  return visit(root);
}

function descend(
  tree: Exclude<Tree, AliasTree>,
  visit: (tree: Tree) => Tree,
  merge: () => readonly [Tree, Tree] | undefined,
): Exclude<Tree, AliasTree> {
  if (tree.kind === "list") return { ...tree, items: tree.items.map(visit) };
  if (tree.kind !== "map") return tree;
  const entries = tree.entries.map(([key, value]) => [key, visit(value)] as const);
  const merged = merge();
  return { ...tree, entries: merged ? [...entries, merged] : entries };
}

function mergeOf(random: Random, anchors: readonly { readonly name: string }[]): readonly [Tree, Tree] {
  const alias = (): Tree => ({ kind: "alias", name: random.pick(anchors).name });
  const value: Tree = random.chance(0.6) ? alias() : { kind: "list", items: [alias(), alias()] };
  return [word("<<"), value];
}

function shuffle(random: Random, values: unknown[]): void {
  for (let left = values.length; left > 1; left--) {
    const other = random.below(left);
    [values[left - 1], values[other]] = [values[other], values[left - 1]];
  }
}

export function string(value: string): Tree {
  return { kind: "string", value };
}

export function word(text: string): Tree {
  return { kind: "word", text };
}
