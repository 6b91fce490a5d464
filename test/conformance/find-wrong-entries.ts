import { findUnreachableEntries } from "../../src/analyze/index.js";
import { evaluate } from "../../src/evaluate/index.js";
import type { Policy, PolicyRule } from "../../src/model/index.js";
import type { Engine, ReadingOptions } from "../engines/engine.js";
import { listRequests } from "../engines/list-requests.js";
import { restrictRule } from "../engines/restrict-rule.js";
import { expectations } from "./expectations.js";
import { findWrongShadow } from "./find-wrong-shadow.js";

/** What is wrong about entries of rules, given which rules are reachable, and which entries are without effect. */
export function findWrongEntries(
  policy: Policy,
  reachable: readonly number[],
  withoutEffect: readonly string[],
  how: ReadingOptions,
  engine: Engine,
): readonly string[] {
  const { expect, wrong } = expectations();
  const { unreachable, repeated, unknown } = findUnreachableEntries(policy, how);
  const told = [...unreachable.map(({ path }) => path), ...repeated.map(({ path }) => path)];
  expect("entries that are unknown", unknown, []);
  expect("entries that are told of twice", told.length - new Set(told).size, 0);

  // An entry that stands alone is the rule itself, and what is inside of one that is told of is told of with it.
  const asked = reachable.flatMap((rule) =>
    restrictRule(policy.rules[rule] as PolicyRule) // INVARIANT: a rule of the policy
      .map((one) => ({ ...one, index: rule, path: `rules[${rule}].${one.entry}` }))
      .filter(({ others, path }) => others > 0 && !told.includes(outerOf(path))),
  );
  const paths = asked.map(({ path }) => path);
  expect(
    "unreachable entries",
    unreachable.map(({ path }) => path).sort(),
    paths.filter((path) => withoutEffect.includes(path)).sort(),
  );
  expect(
    "entries that nobody asked about",
    told.filter((path) => !paths.includes(path)),
    [],
  );
  for (const answer of unreachable) {
    const own = asked.find(({ path }) => path === answer.path);
    if (!own) continue;
    const restricted = { ...policy, rules: policy.rules.with(own.index, own.rule) };
    const truth = engine.examine(restricted, how).unreachable.find(({ rule }) => rule === own.index);
    if (truth) wrong.push(...findWrongShadow(restricted, answer, truth, how, engine));
  }

  const everyEntry = policy.rules.flatMap((rule) => restrictRule(rule).map((one) => one.rule));
  const requests = listRequests([policy, { ...policy, rules: everyEntry }], how);
  const isSameWithout = (left: readonly string[]): boolean => {
    const shorter = withoutEntries(policy, left);
    return requests.every(
      (request) => evaluate(policy, request, how).rule === evaluate(shorter, request, how).rule,
    );
  };
  expect(`whether the same rules apply without ${told}`, isSameWithout(told), true);
  const kept = paths.filter((path) => !told.includes(path));
  for (const path of kept) {
    const isLast = !kept.some((other) => other !== path && listOf(other) === listOf(path));
    if (isLast) continue;
    expect(`whether ${path} is needed beside ${told}`, isSameWithout([...told, path]), false);
  }
  return wrong;
}

/** The list that an entry is in. */
function listOf(path: string): string {
  return path.replace(/\[\d+\]$/, "");
}

/** The entry that another one is inside of. */
function outerOf(path: string): string {
  return /^(.*)\.resource(?:Name)?s\[\d+\]$/.exec(path)?.[1] ?? "";
}

function withoutEntries(policy: Policy, left: readonly string[]): Policy {
  return {
    ...policy,
    rules: policy.rules.map((rule, index) => shorten(rule, `rules[${index}]`, left)),
  };
}

function shorten(rule: PolicyRule, path: string, left: readonly string[]): PolicyRule {
  const keep = <Entry>(list: readonly Entry[] | undefined, field: string): readonly Entry[] =>
    (list ?? []).filter((_, index) => !left.includes(`${path}.${field}[${index}]`));
  return {
    level: rule.level,
    users: keep(rule.users, "users"),
    userGroups: keep(rule.userGroups, "userGroups"),
    verbs: keep(rule.verbs, "verbs"),
    namespaces: keep(rule.namespaces, "namespaces"),
    nonResourceURLs: keep(rule.nonResourceURLs, "nonResourceURLs"),
    resources: keep(
      (rule.resources ?? []).map(({ group, resources, resourceNames }, index) => ({
        group,
        resources: keep(resources, `resources[${index}].resources`),
        resourceNames: keep(resourceNames, `resources[${index}].resourceNames`),
      })),
      "resources",
    ),
  };
}
