import { findRedundantRules, findUnreachableRules } from "../../src/analyze/index.js";
import { evaluate } from "../../src/evaluate/index.js";
import type { Policy } from "../../src/model/index.js";
import type { Engine, ReadingOptions } from "../engines/engine.js";
import { isPossible } from "../engines/is-possible.js";
import { expectations } from "./expectations.js";
import { findWrongEntries } from "./find-wrong-entries.js";
import { findWrongShadow } from "./find-wrong-shadow.js";

/** What the analysis says of a policy that an engine does not say, or the reverse; nothing where they agree. */
export function findWrongAnswers(policy: Policy, how: ReadingOptions, engine: Engine): readonly string[] {
  const { expect, wrong } = expectations();
  const truth = engine.examine(policy, how);
  const isUnreachable = new Set(truth.unreachable.map(({ rule }) => rule));

  const { unreachable, witnesses, unknown } = findUnreachableRules(policy, how);
  expect("rules that are unknown", unknown, []);
  expect(
    "unreachable rules",
    unreachable.map(({ rule }) => rule),
    [...isUnreachable],
  );
  for (const answer of unreachable) {
    const own = truth.unreachable.find(({ rule }) => rule === answer.rule);
    if (own) wrong.push(...findWrongShadow(policy, answer, own, how, engine));
  }
  for (const [rule, witness] of witnesses.entries()) {
    expect(`whether rules[${rule}] has a witness`, witness !== undefined, !isUnreachable.has(rule));
    if (!witness) continue;
    const request = JSON.stringify(witness);
    expect(`whether ${request} is possible`, isPossible(witness, how.reading), true);
    expect(`the rule that applies to ${request}`, evaluate(policy, witness, how).rule, rule);
  }

  const redundancy = findRedundantRules(policy, how);
  expect("rules of unknown redundancy", redundancy.unknown, []);
  expect("redundant rules", redundancy.redundant, truth.redundant);

  const reachable = [...policy.rules.keys()].filter((rule) => !isUnreachable.has(rule));
  return [...wrong, ...findWrongEntries(policy, reachable, truth.withoutEffect, how, engine)];
}
