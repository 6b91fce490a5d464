import { type ApiResource, listApiResources, nameOf } from "../kubernetes/index.js";
import type { GroupResources } from "../model/index.js";
import type { Code, Item } from "./code.js";
import { type Comments, END } from "./comments-by-path.js";
import { groupWord } from "./group-word.js";
import { listItem } from "./list-item.js";
import { callOf, printText, printUnchecked } from "./print-text.js";

/**
 * The `resources` of a rule: in the words of `gen-audit/kubernetes` where it has them, and else written out. Written out too where a
 * verb of the rule is none that the words have, since the compiler would refuse it.
 */
export function resourceItems(
  entries: readonly GroupResources[],
  verbs: readonly string[],
  path: string,
  comments: Comments,
): readonly Item[] {
  const words = entries.map(findWords);
  const known = words.flatMap((found) => (found ? found.verbs : []));
  const isOpen = words.some((found) => found === undefined || found.verbs.includes(ANY_VERB));
  const areServed = isOpen || verbs.every((verb) => known.includes(verb));
  return entries.flatMap((entry, index) => {
    const below = `${path}[${index}]`;
    const found = areServed ? words[index] : undefined;
    return found ? wordItems(found.words, below, comments) : [plainItem(entry, below, comments)];
  });
}

interface Words {
  readonly words: readonly Code[];
  readonly verbs: readonly string[];
}

/** Stands for every verb. */
const ANY_VERB = "*";

function findWords({ group, resources = [], resourceNames = [] }: GroupResources): Words | undefined {
  const served = listApiResources().filter((one) => one.group === group);
  if (served.length === 0) return undefined;
  const word = groupWord(group);
  if (resources.length === 0)
    return resourceNames.length === 0 ? { words: [word], verbs: [ANY_VERB] } : undefined;
  if (resourceNames.length > 0 && (resources.length > 1 || resourceNames.some((name) => name.includes("*"))))
    return undefined;
  const hasNames = resourceNames.length > 0;
  const words: Code[] = [];
  const verbs: string[] = [];
  for (const name of resources) {
    const found = findWord(name, served);
    // What stands for a resource with all of its subresources has no objects of its own to name.
    if (!found || (found.isWhole && hasNames)) return undefined;
    const path = `${word}.${found.word}`;
    words.push(hasNames ? callOf(`${path}.named`, resourceNames) : path);
    verbs.push(...found.verbs);
  }
  return { words, verbs };
}

interface Word {
  readonly word: string;
  readonly verbs: readonly string[];
  /** Whether its subresources belong to it. */
  readonly isWhole: boolean;
}

function findWord(name: string, served: readonly ApiResource[]): Word | undefined {
  const whole = /^([^/]+)\/\*$/.exec(name)?.[1];
  if (whole !== undefined) {
    const all = served.filter(({ resource }) => resource === whole);
    const verbs = all.flatMap((one) => one.verbs);
    return all.length > 1 ? { word: `${whole}.withSubresources`, verbs, isWhole: true } : undefined;
  }
  const one = served.find((resource) => nameOf(resource) === name);
  return one && { word: name.replace("/", "."), verbs: one.verbs, isWhole: false };
}

function wordItems(words: readonly Code[], path: string, comments: Comments): readonly Item[] {
  const about = ["", ".group", ".resources"].flatMap((field) => comments.take(path + field));
  const items = words.map((code, index) => ({
    code,
    comments: [...(index === 0 ? about : []), ...comments.take(`${path}.resources[${index}]`)],
  }));
  const rest = comments.takeAll(path);
  const [first, ...others] = items;
  return first ? [{ ...first, comments: [...first.comments, ...rest] }, ...others] : [];
}

function plainItem(
  { group, resources = [], resourceNames = [] }: GroupResources,
  path: string,
  comments: Comments,
): Item {
  const list = (field: string, names: readonly string[], print: (name: string) => string): readonly Item[] =>
    names.length === 0 ? [] : [listItem(field, names.map(print), `${path}.${field}`, comments)];
  const above = comments.take(path);
  const items: readonly Item[] = [
    {
      key: "group",
      code: /\/|.\*|\*./.test(group) ? printUnchecked(group) : printText(group),
      comments: comments.take(`${path}.group`),
    },
    ...list("resources", resources, printResource),
    ...list("resourceNames", resourceNames, printExact),
  ];
  const tail = comments.take(path + END);
  return { comments: [...above, ...comments.takeAll(path)], code: { kind: "object", items, tail } };
}

/** A name in which a `*` would be no wildcard. */
export function printExact(name: string): string {
  return name.includes("*") ? printUnchecked(name) : printText(name);
}

function printResource(name: string): string {
  const isPattern = name === "*" || !name.replace(/^\*\/|\/\*$/, "").includes("*");
  return isPattern ? printText(name) : printUnchecked(name);
}
