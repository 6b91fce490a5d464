import { didYouMean, GenAuditError, invariant } from "../diagnostics/index.js";
import { isDnsLabel } from "../kubernetes/index.js";
import { type GroupResources, LEVELS, type Level, type PolicyRule } from "../model/index.js";
import type { Fragment, FragmentUse, Parameter, RuleTemplate } from "./fragment.js";

/** A rule of a fragment, with its parameters filled in. */
export interface FilledRule {
  readonly rule: PolicyRule;
  readonly reason: string;
}

type Values = Readonly<Record<string, string | readonly string[]>>;

/**
 * The rules of a fragment, with what its user says of it; of each parameter that is not said the default.
 *
 * @throws GenAuditError `bad-input` for a parameter that it does not have, and for a value that none of its kind is.
 */
export function instantiateFragment(
  { name, parameters = {}, rules }: Fragment,
  given: NonNullable<FragmentUse["with"]> = {},
): readonly FilledRule[] {
  const names = Object.keys(parameters);
  for (const [key, value] of Object.entries(given)) {
    const parameter = Object.hasOwn(parameters, key) ? parameters[key] : undefined;
    if (!parameter) {
      const known = names.length === 0 ? "it has no parameters" : `its parameters are ${names.join(", ")}`;
      throw new GenAuditError(
        "bad-input",
        `the fragment ${name} has no parameter "${key}"${didYouMean(key, names)}`,
        { help: known },
      );
    }
    const fault = faultOf(parameter, value);
    if (fault) throw new GenAuditError("bad-input", `${key} of the fragment ${name} ${fault}`);
  }
  const values = Object.fromEntries(
    Object.entries(parameters).map(([key, parameter]) => [key, given[key] ?? parameter.default]),
  );
  return rules.map(({ rule, reason }) => ({ rule: fillRule(rule, values), reason }));
}

function faultOf({ type }: Parameter, value: string | readonly string[]): string | undefined {
  if (type === "users") return typeof value === "string" ? "is a list of users" : undefined;
  if (typeof value !== "string") return `is one ${type}`;
  if (type === "level") return isLevel(value) ? undefined : `is one of ${LEVELS.join(", ")}, not "${value}"`;
  return isDnsLabel(value) ? undefined : `is the name of a namespace, not "${value}"`;
}

function isLevel(text: string): text is Level {
  return LEVELS.some((level) => level === text);
}

function fillRule({ level, ...template }: RuleTemplate, values: Values): PolicyRule {
  const filled = fillText(level, values);
  invariant(isLevel(filled), "a parameter of a level is one");
  const { users, userGroups, verbs, resources, namespaces, nonResourceURLs, ...rest } = template;
  const list = (texts: readonly string[]): readonly string[] =>
    texts.flatMap((text) => fillList(text, values));
  return {
    level: filled,
    ...(users && { users: list(users) }),
    ...(userGroups && { userGroups: list(userGroups) }),
    ...(verbs && { verbs: list(verbs) }),
    ...(resources && { resources: resources.map((entry) => fillEntry(entry, list)) }),
    ...(namespaces && { namespaces: list(namespaces) }),
    ...(nonResourceURLs && { nonResourceURLs: list(nonResourceURLs) }),
    ...rest,
  };
}

function fillEntry(
  { group, resources, resourceNames }: GroupResources,
  list: (texts: readonly string[]) => readonly string[],
): GroupResources {
  return {
    group,
    ...(resources && { resources: list(resources) }),
    ...(resourceNames && { resourceNames: list(resourceNames) }),
  };
}

/** A parameter that is a list stands for its entries. */
function fillList(text: string, values: Values): readonly string[] {
  const whole = /^\$\((\w+)\)$/.exec(text)?.[1];
  const value = whole === undefined ? undefined : values[whole];
  return typeof value === "object" ? value : [fillText(text, values)];
}

function fillText(text: string, values: Values): string {
  return text.replace(/\$\((\w+)\)/g, (_, key: string) => {
    const value = values[key];
    invariant(typeof value === "string", `the parameter ${key} stands for a text`);
    return value;
  });
}
