import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findDifference } from "../../src/analyze/index.js";
import { composeStrictest, composeWidest } from "../../src/combine/index.js";
import { evaluate } from "../../src/evaluate/index.js";
import { LEVELS, type Policy } from "../../src/model/index.js";
import { getPreset, PRESET_NAMES, type PresetName } from "../../src/presets/index.js";
import { type Found, findWrongCombination, type MethodName } from "../conformance/find-wrong-combination.js";
import { findWrongLimits } from "../conformance/find-wrong-limits.js";
import {
  analysisPolicyArbitrary,
  levelLimitsArbitrary,
  policyPairArbitrary,
  readingOptionsArbitrary,
} from "./arbitraries/analysis-policy.js";

// `npm run conformance -- --only analysis` does the same with 10,000 policies and pairs.
/** What could not be composed is drawn again. */
function requireRight({ wrong, isRefused }: Found): void {
  expect(wrong).toEqual([]);
  fc.pre(!isRefused);
}

const method = fc.constantFrom("strictest" as const, "widest" as const);

test("a combination decides each request as it is defined to", () => {
  fc.assert(
    fc.property(policyPairArbitrary, readingOptionsArbitrary, method, (pair, { kubernetesVersion }, how) => {
      requireRight(findWrongCombination(how, pair, kubernetesVersion));
    }),
    { numRuns: 100 },
  );
});

test("so does one of three policies", () => {
  fc.assert(
    fc.property(policyPairArbitrary, analysisPolicyArbitrary, method, ([a, b], c, how) => {
      requireRight(findWrongCombination(how, [a, b, c]));
    }),
    { numRuns: 30 },
  );
});

test("a policy within limits decides each request as it is defined to", () => {
  fc.assert(
    fc.property(levelLimitsArbitrary, readingOptionsArbitrary, ([policy, limits], { kubernetesVersion }) => {
      requireRight(findWrongLimits(policy, limits, kubernetesVersion));
    }),
    { numRuns: 100 },
  );
});

describe("presets", () => {
  const part = (name: PresetName) => ({ ...getPreset(name), name });
  const pairsOf = (names: readonly PresetName[]) =>
    names.flatMap((a, index) => names.slice(index).map((b) => [a, b] as const));
  const own = PRESET_NAMES.filter((name) => getPreset(name).baselineOf === undefined);

  test.each(pairsOf(own))("%s and %s can be combined, in any order", (a, b) => {
    const [one, other] = [composeStrictest([part(a), part(b)]), composeStrictest([part(b), part(a)])];
    expect(findDifference(one.policy, other.policy)).toBe("equivalent");
    expect(composeWidest([part(a), part(b)]).policy.rules.length).toBeGreaterThan(0);
  });

  // Request by request, which takes as long as there are names in both.
  const few = pairsOf(["metadata-only", "request-response-core", "gce", "gce-upstream"]);

  test.each(few)("%s and %s are combined as each request is to be decided", (a, b) => {
    for (const how of ["strictest", "widest"] as const) {
      const found = findWrongCombination(how, [part(a).policy, part(b).policy]);
      expect(found).toEqual({ wrong: [], isRefused: false });
    }
  });
});

describe("rules for groups", () => {
  const GROUPS = ["devs", "ops", "admins", "auditors"];
  const rule = fc.record({
    level: fc.constantFrom(...LEVELS),
    userGroups: fc.shuffledSubarray(GROUPS, { minLength: 1, maxLength: 2 }),
  });
  const policy: fc.Arbitrary<Policy> = fc
    .tuple(fc.array(rule, { maxLength: 3 }), fc.constantFrom(...LEVELS))
    .map(([rules, level]) => ({
      apiVersion: "audit.k8s.io/v1",
      kind: "Policy",
      rules: [...rules, { level }],
    }));

  test("are combined wherever some list of rules says what they come to", () => {
    let refused = 0;
    fc.assert(
      fc.property(policy, policy, method, (a, b, how) => {
        const { wrong, isRefused } = findWrongCombination(how, [a, b]);
        if (isRefused) refused++;
        expect(wrong).toEqual([]);
        expect(isRefused).toBe(!isList(how, a, b));
      }),
      { numRuns: 300 },
    );
    // Both answers are met.
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(300);
  });

  /** Whether some list of rules, of which each asks for one group or none, gives each set of groups its level. */
  function isList(how: MethodName, a: Policy, b: Policy): boolean {
    const levelOf = (groups: readonly string[]): number => {
      const levels = [a, b].map((one) =>
        LEVELS.indexOf(evaluate(one, { user: { name: "jane", groups }, verb: "get", path: "/" }).level),
      );
      return how === "strictest" ? Math.min(...levels) : Math.max(...levels);
    };
    const subsets = GROUPS.reduce<readonly (readonly string[])[]>(
      (sets, group) => sets.flatMap((set) => [set, [...set, group]]),
      [[]],
    );
    let left = subsets.map((groups) => ({ groups, level: levelOf(groups) }));
    for (;;) {
      if (new Set(left.map(({ level }) => level)).size <= 1) return true;
      // A rule for a group may come next if it would give all that is left the same level; if it may, it never hinders.
      const next = GROUPS.find((group) => {
        const taken = left.filter(({ groups }) => groups.includes(group));
        return taken.length > 0 && new Set(taken.map(({ level }) => level)).size === 1;
      });
      if (next === undefined) return false;
      left = left.filter(({ groups }) => !groups.includes(next));
    }
  }
});
