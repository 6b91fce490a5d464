import type { NameSet } from "./request-set.js";

/** All that there is of one kind, in two parts, and how those that stand for others are written. */
export interface SplitNames {
  readonly inside: readonly string[];
  readonly outside: readonly string[];
  readonly others: ReadonlyMap<string, string>;
}

/** Names by those that are in the set, or where it has all but some, by these. */
export function describeNames({ inside, outside, others }: SplitNames): NameSet {
  if (outside.length === 0) return "any";
  const write = (names: readonly string[]): readonly string[] =>
    names.map((name) => others.get(name) ?? name);
  return inside.some((name) => others.get(name) === "*")
    ? { except: write(outside) }
    : { only: write(inside) };
}

/** Paths the same way; all that begin alike are told by how they begin. */
export function describePaths({ inside, outside, others }: SplitNames): NameSet {
  if (outside.length === 0) return "any";
  const isMost = inside.some((path) => others.get(path) === "/*");
  const [told, untold] = isMost ? [outside, inside] : [inside, outside];
  const starts = told.flatMap((path) => others.get(path)?.slice(0, -1) ?? []);
  const outermost = starts.filter((start) => !starts.some((one) => one !== start && start.startsWith(one)));
  const isBelow = (path: string): boolean => outermost.some((start) => path.startsWith(start));
  const words = [...told.filter((path) => !isBelow(path)), ...outermost.map((start) => `${start}*`)].sort();
  const exceptions = untold.filter(isBelow).map((path) => others.get(path) ?? path);
  const [own, others_] = isMost ? (["except", "only"] as const) : (["only", "except"] as const);
  return { [own]: words, ...(exceptions.length > 0 && { [others_]: exceptions }) };
}
