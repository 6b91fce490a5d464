import { composeStrictest, composeWidest, NotComposableError } from "../../src/combine/index.js";
import type { Composition } from "../../src/compose/index.js";
import { evaluate } from "../../src/evaluate/index.js";
import { type Decision, LEVELS, type Policy, type RequestAttributes, STAGES } from "../../src/model/index.js";
import { decisionClass } from "../engines/decision-class.js";
import { listRequests } from "../engines/list-requests.js";
import { expectations } from "./expectations.js";

export type Recorded = Pick<Decision, "level" | "omitStages" | "omitManagedFields">;

export const rank = (level: Recorded["level"]): number => LEVELS.indexOf(level);

interface Method {
  readonly compose: typeof composeStrictest;
  readonly define: (decisions: readonly Recorded[]) => Recorded;
}

export type MethodName = "strictest" | "widest";

/** The definitions, said once more: what all record, and what any records. */
const METHODS: Readonly<Record<MethodName, Method>> = {
  strictest: {
    compose: composeStrictest,
    define: (decisions) => ({
      level: LEVELS[Math.min(...decisions.map(({ level }) => rank(level)))] ?? "None",
      omitStages: STAGES.filter((stage) => decisions.some(({ omitStages }) => omitStages.includes(stage))),
      omitManagedFields: decisions.some(({ omitManagedFields }) => omitManagedFields),
    }),
  },
  widest: {
    compose: composeWidest,
    define: (decisions) => {
      const recording = decisions.filter(({ level }) => level !== "None");
      const withBodies = recording.filter(({ level }) => rank(level) >= rank("Request"));
      return {
        level: LEVELS[Math.max(...decisions.map(({ level }) => rank(level)))] ?? "None",
        omitStages: STAGES.filter((stage) => recording.every(({ omitStages }) => omitStages.includes(stage))),
        omitManagedFields: withBodies.every(({ omitManagedFields }) => omitManagedFields),
      };
    },
  },
};

export interface Found {
  readonly wrong: readonly string[];
  /** Whether there is nothing to hold against the definition. */
  readonly isRefused: boolean;
}

/** What is wrong with a combination, request by request. */
export function findWrongCombination(
  method: MethodName,
  policies: readonly Policy[],
  kubernetesVersion?: string,
): Found {
  const { compose, define } = METHODS[method];
  const parts = policies.map((policy, index) => ({ policy, name: `policy ${index}` }));
  const composed = attempt(() => compose(parts, { kubernetesVersion }));
  if (composed instanceof NotComposableError)
    return { wrong: wrongRefusal(composed, policies, kubernetesVersion), isRefused: true };
  const wrong = findWrong(composed, policies, kubernetesVersion, (request) =>
    define(policies.map((policy) => evaluate(policy, request, { kubernetesVersion }))),
  );
  return { wrong, isRefused: false };
}

export function attempt(compose: () => Composition): Composition | NotComposableError {
  try {
    return compose();
  } catch (error) {
    if (error instanceof NotComposableError) return error;
    throw error;
  }
}

export function findWrong(
  { policy, origins, comments }: Composition,
  policies: readonly Policy[],
  kubernetesVersion: string | undefined,
  define: (request: RequestAttributes) => Recorded,
): readonly string[] {
  const { expect, wrong } = expectations();
  expect(
    "how many rules have an origin",
    [origins.length, comments.length],
    [policy.rules.length, policy.rules.length],
  );
  const classOf = ({ level, omitStages, omitManagedFields }: Recorded): string =>
    decisionClass(level, omitStages, omitManagedFields);
  for (const request of listRequests([policy, ...policies], { reading: "formal", kubernetesVersion })) {
    const found = classOf(evaluate(policy, request, { kubernetesVersion }));
    const expected = classOf(define(request));
    if (found !== expected) expect(`how ${JSON.stringify(request)} is decided`, found, expected);
  }
  return wrong;
}

/** The witness is decided by the rules that are said to be in each other's way. */
function wrongRefusal(
  { rules, witness }: NotComposableError,
  policies: readonly Policy[],
  kubernetesVersion: string | undefined,
): readonly string[] {
  const { expect, wrong } = expectations();
  expect("whether there is a witness", witness !== undefined, true);
  expect("whether rules are named", rules.length >= 2, true);
  for (const { source, rule } of witness ? rules : []) {
    const policy = policies[Number(source.replace("policy ", ""))];
    expect(
      `which rule of ${source} decides`,
      policy && witness && evaluate(policy, witness, { kubernetesVersion }).rule,
      rule,
    );
  }
  return wrong;
}
