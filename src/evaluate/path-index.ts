import { type RuleSet, unite } from "./rule-set.js";

/** Which rules take a path, by their `nonResourceURLs`. */
export interface PathIndex {
  take(path: string): RuleSet;
}

interface Prefix {
  readonly text: string;
  /** The rules of this prefix and of all that it begins with. */
  readonly rules: RuleSet;
  /** The longest other prefix that it begins with. */
  readonly parent: Prefix | undefined;
}

/**
 * Paths by their text and by what they begin with: one binary search among the prefixes, whatever their number.
 *
 * `any` are the rules that take every path without naming it.
 */
export function indexPaths(specs: Iterable<readonly [spec: string, rule: RuleSet]>, any: RuleSet): PathIndex {
  const exact = new Map<string, RuleSet>();
  const byPrefix = new Map<string, RuleSet>();
  for (const [spec, rules] of specs) {
    const isPrefix = spec.endsWith("*");
    const index = isPrefix ? byPrefix : exact;
    const text = isPrefix ? withoutStars(spec) : spec;
    const set = index.get(text) ?? new Int32Array(any.length);
    unite(set, rules);
    index.set(text, set);
  }
  const prefixes = linkPrefixes(byPrefix, any);
  const takeByPrefix = (path: string): RuleSet => longestPrefix(prefixes, path)?.rules ?? any;
  for (const [path, set] of exact) unite(set, takeByPrefix(path));
  return { take: (path) => exact.get(path) ?? takeByPrefix(path) };
}

/** In order of their text, where a prefix stands before all that begin with it. */
function linkPrefixes(byPrefix: ReadonlyMap<string, RuleSet>, any: RuleSet): readonly Prefix[] {
  const prefixes: Prefix[] = [];
  let open: Prefix | undefined;
  for (const text of [...byPrefix.keys()].sort(byCodeUnit)) {
    while (open && !text.startsWith(open.text)) open = open.parent;
    const rules = Int32Array.from(byPrefix.get(text) ?? any);
    unite(rules, open?.rules ?? any);
    open = { text, rules, parent: open };
    prefixes.push(open);
  }
  return prefixes;
}

function longestPrefix(prefixes: readonly Prefix[], path: string): Prefix | undefined {
  let low = 0;
  let high = prefixes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((prefixes[middle]?.text ?? "") <= path) low = middle + 1;
    else high = middle;
  }
  // The last prefix that is not behind the path, or one that it begins with: no other can be the longest.
  let prefix = prefixes[low - 1];
  while (prefix && !path.startsWith(prefix.text)) prefix = prefix.parent;
  return prefix;
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : 1;
}

function withoutStars(spec: string): string {
  let end = spec.length;
  while (spec[end - 1] === "*") end--;
  return spec.slice(0, end);
}
