import { ruleEntries } from "../../src/analyze/index.js";
import { minimizePolicy } from "../../src/minimize/index.js";
import { isCatchAll, type Policy } from "../../src/model/index.js";
import { editPolicy } from "../../src/patch/index.js";
import type { Engine, EngineOptions } from "../engines/engine.js";
import { expectations } from "./expectations.js";

/** What is wrong with a minimized policy by what an engine says; nothing where it is as it should be. */
export function findWrongMinimization(
  policy: Policy,
  { kubernetesVersion }: Pick<EngineOptions, "kubernetesVersion">,
  engine: Engine,
): readonly string[] {
  const { expect, wrong } = expectations();
  const how = { reading: "formal", kubernetesVersion } as const;
  const found = minimizePolicy(policy, { kubernetesVersion });
  if (found === "unknown") return ["the search gave up"];
  const { policy: minimized, edits, origins, removed } = found;
  const isSame = (one: Policy): boolean => engine.compare(policy, one, how).relation === "equivalent";
  expect("whether it decides alike", isSame(minimized), true);
  expect("what the edits leave", editPolicy(policy, edits), minimized);
  expect("how many rules have an origin", origins.length, minimized.rules.length);
  const gone = removed.filter(({ path }) => /^rules\[\d+\]$/.test(path)).length;
  expect("how many rules are left", minimized.rules.length, policy.rules.length - gone);
  for (const path of removablePaths(minimized)) {
    const less = editPolicy(minimized, [{ remove: path }]);
    expect(`whether ${path} is without effect`, less !== undefined && isSame(less), false);
  }
  return wrong;
}

/** All rules and entries that could go, but for one for all other requests at the end, and for the only rule. */
function removablePaths({ rules }: Policy): readonly string[] {
  return rules.flatMap((rule, index) => [
    ...(rules.length === 1 || (index === rules.length - 1 && isCatchAll(rule)) ? [] : [`rules[${index}]`]),
    ...[...ruleEntries(rule, index)].map(({ path }) => path),
  ]);
}
