import { comparePolicies, findDifference, type RequestAuditConfig } from "../../src/analyze/index.js";
import { evaluate } from "../../src/evaluate/index.js";
import type { Policy, RequestAttributes } from "../../src/model/index.js";
import { type DecisionClass, decisionClass } from "../engines/decision-class.js";
import type { Engine, ReadingOptions } from "../engines/engine.js";
import { isPossible } from "../engines/is-possible.js";
import { expectations } from "./expectations.js";

/** What the analysis says of two policies that an engine does not say, or the reverse; nothing where they agree. */
export function findWrongComparison(
  before: Policy,
  after: Policy,
  how: ReadingOptions,
  engine: Engine,
): readonly string[] {
  const { expect, wrong } = expectations();
  const truth = engine.compare(before, after, how);
  const decide = (request: RequestAttributes): readonly [DecisionClass, DecisionClass] => {
    expect(`whether ${JSON.stringify(request)} is possible`, isPossible(request, how.reading), true);
    return [classOf(evaluate(before, request, how)), classOf(evaluate(after, request, how))];
  };

  const { relation, differences, formalOnly, isComplete } = comparePolicies(before, after, how);
  expect("whether all differences were found", isComplete, true);
  expect("relation", relation, truth.relation);
  const pairs = differences.map((one) => [classOf(one.before), classOf(one.after)] as const);
  expect("differences", distinct(pairs), distinct(truth.differences));
  for (const [index, { witness, decisions }] of differences.entries()) {
    const request = JSON.stringify(witness);
    expect(`how ${request} is decided`, decide(witness), pairs[index]);
    expect(`decisions of ${request}`, decisions, {
      before: evaluate(before, witness, how),
      after: evaluate(after, witness, how),
    });
  }
  const formally = engine.compare(before, after, { ...how, reading: "formal" });
  const isFormalAlone = truth.relation === "equivalent" && formally.relation !== "equivalent";
  if (how.reading === "formal" || formally.relation === "equivalent")
    expect("formal differences", formalOnly, 0);
  else if (isFormalAlone) expect("whether there are formal differences", formalOnly > 0, true);

  const difference = findDifference(before, after, how);
  expect("whether there is no difference", difference === "equivalent", truth.relation === "equivalent");
  if (typeof difference === "object") {
    const [was, is] = decide(difference.request);
    expect(`whether ${JSON.stringify(difference.request)} is decided alike`, was === is, false);
    expect("how that is told", [classOf(difference.before), classOf(difference.after)], [was, is]);
  }
  return wrong;
}

function classOf({ level, omitStages, omitManagedFields }: RequestAuditConfig): DecisionClass {
  return decisionClass(level, omitStages, omitManagedFields);
}

function distinct(pairs: readonly (readonly [DecisionClass, DecisionClass])[]): readonly string[] {
  return [...new Set(pairs.map((pair) => pair.join(" -> ")))].sort();
}
