import { isDnsLabel } from "../kubernetes/index.js";
import { LEVELS, type PolicyRule } from "../model/index.js";
import type { Fragment, FragmentUse } from "../presets/index.js";

/** What is said of a fragment, beside its defaults. */
export type Parameters = NonNullable<FragmentUse["with"]>;

/** With which parameters a fragment could be among some rules: none first, which is with its defaults. */
export function parametersIn(fragment: Fragment, rules: readonly PolicyRule[]): readonly Parameters[] {
  return Object.entries(fragment.parameters ?? {}).reduce<readonly Parameters[]>(
    (all, [name, { type, default: usual }]) => {
      const values =
        type === "level"
          ? LEVELS
          : type === "namespace"
            ? namespacesIn(fragment, name, rules)
            : usersIn(fragment, name, rules);
      const others = values.filter((value) => JSON.stringify(value) !== JSON.stringify(usual));
      return all.flatMap((one) => [one, ...others.map((value) => ({ ...one, [name]: value }))]);
    },
    [{}],
  );
}

/** What stands in the place of the parameter in some text of the rules. */
function namespacesIn(fragment: Fragment, name: string, rules: readonly PolicyRule[]): readonly string[] {
  const templates = [...new Set(textsOf(fragment.rules))].filter((text) => text.includes(`$(${name})`));
  const patterns = templates.map(
    (template) => new RegExp(`^${template.split(`$(${name})`).map(escapePattern).join("([-a-z0-9]+)")}$`),
  );
  const texts = [...new Set(textsOf(rules))];
  const found = patterns.flatMap((pattern) => texts.flatMap((text) => pattern.exec(text)?.slice(1) ?? []));
  return [...new Set(found)].filter(isDnsLabel);
}

/** The users of a rule beside those that the fragment has there in any case. */
function usersIn(
  fragment: Fragment,
  name: string,
  rules: readonly PolicyRule[],
): readonly (readonly string[])[] {
  const lists = fragment.rules.flatMap(({ rule: { users = [] } }) =>
    users.includes(`$(${name})`) ? [users.filter((user) => user !== `$(${name})`)] : [],
  );
  const found = lists.flatMap((fixed) =>
    rules.flatMap(({ users = [] }) =>
      fixed.every((user) => users.includes(user)) ? [users.filter((user) => !fixed.includes(user))] : [],
    ),
  );
  return found.filter((users) => users.length > 0);
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

function escapePattern(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");
}
