import type { DecidedRequest, Recording } from "../analyze/index.js";
import { API_VERBS, findNamed, GROUPS_BESIDE, nameOf } from "../kubernetes/index.js";
import type { RequestSelector } from "../model/index.js";
import type { LintContext } from "./lint-rule.js";

/**
 * Of the requests that a rule was meant for, one that no earlier rule takes; by default one that is audited at another level
 * than the rule's. A write rather than a read, and what the API server serves rather than what ends in 405.
 */
export function findMeant(
  { policy, find }: LintContext,
  index: number,
  meant: RequestSelector,
  isMissed: (recording: Recording) => boolean = ({ level }) => level !== policy.rules[index]?.level,
): DecidedRequest | undefined {
  const selector = withNames(meant);
  for (const verbs of likelyVerbs(selector)) {
    const found = find({
      requests: [{ ...selector, verbs }],
      // What an earlier rule takes, this one would not get either.
      rule: (applied) => applied === null || applied > index,
      recording: isMissed,
    });
    if (found) return found;
  }
  return undefined;
}

/** A group as a whole stands for the resources that it really has. */
function withNames(selector: RequestSelector): RequestSelector {
  if (!selector.resources) return selector;
  const resources = selector.resources.map((entry) => {
    const isWhole = !entry.resources?.length || entry.resources.includes("*");
    const names = isWhole ? resourcesOf(entry.group) : [];
    return names.length > 0 ? { ...entry, resources: names } : entry;
  });
  return { ...selector, resources };
}

function resourcesOf(group: string): readonly string[] {
  const builtIn = findNamed(group, "*").filter(({ subresource }) => subresource === "");
  return builtIn.length > 0 ? builtIn.map(nameOf) : (GROUPS_BESIDE[group] ?? []);
}

const WRITES: readonly string[] = ["create", "update", "patch", "delete"];

/** What is asked for first, and then; only what is served, where that is known. */
function likelyVerbs({ verbs = [], resources = [] }: RequestSelector): readonly (readonly string[])[] {
  const served = new Set(
    resources.flatMap(({ group, resources: names = ["*"] }) =>
      names.flatMap((name) => findNamed(group, name).flatMap((one) => one.verbs)),
    ),
  );
  const likely = (verbs.length > 0 ? verbs : API_VERBS).filter((verb) => served.has(verb));
  if (likely.length === 0) return [verbs];
  const writes = likely.filter((verb) => WRITES.includes(verb));
  return writes.length > 0 && writes.length < likely.length ? [writes, likely] : [likely];
}
