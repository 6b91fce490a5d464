import { nearMiss } from "../diagnostics/index.js";
import type { ApiResource } from "./api-resource.js";
import { listApiResources, pluralOf } from "./api-resources.js";
import { nameOf } from "./named-resources.js";

/** What a name that no release serves was most likely meant to be. */
export interface GuessedResource {
  readonly group: string;
  readonly name: string;
  /** It is the same word in the plural, or in lower case, and not a guess at a slip. */
  readonly isSameWord: boolean;
}

/** `secret` is `secrets` for sure, `podss` most likely `pods`, and `deployment` in the core group that of another. */
export function guessResource(group: string, name: string): GuessedResource | undefined {
  const all = listApiResources();
  const own = all.filter((one) => one.group === group);
  const word = sameWord(own, name);
  if (word !== undefined) return { group, name: word, isSameWord: true };
  const near = nearMiss(name, namesLike(own, name));
  if (near !== undefined) return { group, name: near, isSameWord: false };
  const plural = pluralOf(name) ?? nearMiss(name, namesLike(all, name), MOST_SLIPS_ELSEWHERE);
  const other = all.find((one) => nameOf(one) === plural);
  return other && { group: other.group, name: nameOf(other), isSameWord: false };
}

/** All groups together have so many names that some are near anything. */
const MOST_SLIPS_ELSEWHERE = 2;

/** `Pod/log`, `po/log` and `pods/Log` are `pods/log`, if the group has it. */
function sameWord(own: readonly ApiResource[], name: string): string | undefined {
  const [word = "", ...rest] = name.toLowerCase().split("/");
  const meant = own.find(
    ({ resource, kind, shortNames }) =>
      resource === word || kind?.toLowerCase() === word || shortNames.includes(word),
  );
  if (!meant) return undefined;
  const written = [meant.resource, ...rest].join("/");
  return namesLike(own, written).includes(written) ? written : undefined;
}

/** What might stand in the place of a name: `pods/*` for `pod/*`. */
function namesLike(served: readonly ApiResource[], name: string): readonly string[] {
  if (name.startsWith("*/")) return served.map(({ subresource }) => `*/${subresource}`);
  if (name.endsWith("/*")) return served.map(({ resource }) => `${resource}/*`);
  return served.map(nameOf);
}
