import type { FieldPath } from "../diagnostics/index.js";
import type { GroupResources, PolicyRule } from "../model/index.js";
import { faultOfName } from "./fault-of-name.js";
import type { LintContext } from "./lint-rule.js";
import { isNoVerb, kindOf } from "./request-kind.js";

/** Verbs of requests for which no object is named. */
export const NAMELESS_VERBS: readonly string[] = ["create", "deletecollection"];

/**
 * The entries of a rule, and the rule itself, of which a finding about a verb, a name or a path tells already that no request
 * gets to the rule by them.
 */
export function* toldByWords(context: LintContext, rule: PolicyRule, index: number): Generator<FieldPath> {
  const at = `rules[${index}]`;
  const { verbs = [], resources = [], nonResourceURLs = [] } = rule;
  const kind = kindOf(rule);
  const isNamed = resources.length > 0 && resources.every(hasNames);
  const isToldVerb = (verb: string): boolean =>
    isNoVerb(verb, kind) || (isNamed && NAMELESS_VERBS.includes(verb));
  const isToldName = (group: string, name: string): boolean =>
    faultOfName(context, group, name) !== undefined;
  const isToldEntry = ({ group, resources: names = [] }: GroupResources): boolean =>
    names.length > 0 && names.every((name) => isToldName(group, name));

  yield* pathsOf(`${at}.verbs`, verbs, isToldVerb);
  yield* pathsOf(`${at}.nonResourceURLs`, nonResourceURLs, isBelowVersion);
  for (const [position, { group, resources: names = [] }] of resources.entries())
    yield* pathsOf(`${at}.resources[${position}].resources`, names, (name) => isToldName(group, name));
  yield* pathsOf(`${at}.resources`, resources, isToldEntry);
  const isAll = <Entry>(list: readonly Entry[], isTold: (entry: Entry) => boolean): boolean =>
    list.length > 0 && list.every(isTold);
  if (isAll(verbs, isToldVerb) || isAll(nonResourceURLs, isBelowVersion) || isAll(resources, isToldEntry))
    yield at;
}

function hasNames({ resourceNames = [] }: GroupResources): boolean {
  return resourceNames.length > 0;
}

/** Whether all that begins so is the path of a resource. */
function isBelowVersion(path: string): boolean {
  return /^\/(?:api|apis\/[^/*]+)\/[^/*]+\/[^/*]/.test(path);
}

function* pathsOf<Entry>(
  list: FieldPath,
  entries: readonly Entry[],
  isTold: (entry: Entry) => boolean,
): Generator<FieldPath> {
  for (const [position, entry] of entries.entries()) if (isTold(entry)) yield `${list}[${position}]`;
}
