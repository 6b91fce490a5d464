import type { UnreachableRule } from "../../src/analyze/index.js";
import { evaluate } from "../../src/evaluate/index.js";
import type { Policy } from "../../src/model/index.js";
import type { Engine, ReadingOptions, UnreachableAnswer } from "../engines/engine.js";
import { type Assumption, assumptionsOf, isPossible } from "../engines/is-possible.js";
import { expectations } from "./expectations.js";

/** What is wrong about the reason that is given for a rule that is unreachable. */
export function findWrongShadow(
  policy: Policy,
  { rule, reason, shadowedBy, changesLevel, witness, assumptions }: UnreachableRule,
  { unmatchable, otherLevel }: UnreachableAnswer,
  how: ReadingOptions,
  engine: Engine,
): readonly string[] {
  const { expect, wrong } = expectations();
  expect(`whether rules[${rule}] is unmatchable`, reason === "unmatchable", unmatchable);
  expect(`whether rules[${rule}] changes the level`, changesLevel, otherLevel !== undefined);
  const inOrder = [...policy.rules.keys()].filter((other) => other < rule && shadowedBy.includes(other));
  expect(`what shadows rules[${rule}]`, shadowedBy, inOrder);

  const isAlike = (some: readonly number[]): boolean =>
    some.every((other) => policy.rules[other]?.level === policy.rules[rule]?.level);
  const covers = engine.coverage(policy, how);
  const isCover = (some: readonly number[]): boolean =>
    covers(rule, some) &&
    !some.some((one) =>
      covers(
        rule,
        some.filter((other) => other !== one),
      ),
    );
  // Beside a cover of its own level stands the first rule of another one that takes a request from it.
  const isNamed = otherLevel !== undefined && isAlike(shadowedBy.filter((other) => other !== otherLevel));
  const cover =
    isNamed && !isCover(shadowedBy) ? shadowedBy.filter((other) => other !== otherLevel) : shadowedBy;
  expect(
    `whether rules ${JSON.stringify(cover)} cover rules[${rule}], and none too many`,
    isCover(cover),
    true,
  );
  expect(
    `whether a rule of another level than that of rules[${rule}] is among ${JSON.stringify(shadowedBy)}`,
    !isAlike(shadowedBy),
    otherLevel !== undefined,
  );

  expect(`whether there is a witness of that`, witness !== undefined, otherLevel !== undefined);
  if (witness) {
    const request = JSON.stringify(witness);
    const alone = { ...policy, rules: policy.rules.slice(rule, rule + 1) };
    expect(`whether ${request} is possible`, isPossible(witness, how.reading), true);
    expect(`whether rules[${rule}] matches ${request}`, evaluate(alone, witness, how).rule, 0);
    const isOther = evaluate(policy, witness, how).level !== policy.rules[rule]?.level;
    expect(`whether ${request} is audited at another level than rules[${rule}] says`, isOther, true);
  }

  const holdsBy = (reading: readonly Assumption[]): boolean =>
    engine.examine(policy, { ...how, reading }).unreachable.some((one) => one.rule === rule);
  expect(
    `assumptions that there are not`,
    assumptions.filter((one) => !assumptionsOf(how.reading).includes(one)),
    [],
  );
  expect(`whether rules[${rule}] is unreachable by [${assumptions}]`, holdsBy(assumptions), true);
  for (const one of assumptions) {
    const others = assumptions.filter((other) => other !== one);
    expect(`whether rules[${rule}] is unreachable by [${others}]`, holdsBy(others), false);
  }
  return wrong;
}
