import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate } from "../../src/evaluate/index.js";
import type { Policy, RequestAttributes } from "../../src/model/index.js";
import { bruteForce } from "../engines/brute-force.js";
import { diagramEngine } from "../engines/diagram-engine.js";
import type { EngineOptions } from "../engines/engine.js";
import {
  ASSUMPTIONS,
  assumptionsOf,
  goesWithName,
  groupsOfName,
  isInNoOther,
  isPossible,
} from "../engines/is-possible.js";
import { listRequests } from "../engines/list-requests.js";
import {
  analysisPolicyArbitrary,
  analysisRequestArbitrary,
  policyPairArbitrary,
  readingOptionsArbitrary,
} from "./arbitraries/analysis-policy.js";
import { policyArbitrary } from "./arbitraries/policy.js";

/** Mostly a reading; else any part of what the real one assumes. */
const options: fc.Arbitrary<EngineOptions> = fc.oneof(
  { weight: 3, arbitrary: readingOptionsArbitrary },
  { weight: 1, arbitrary: fc.record({ reading: fc.subarray([...ASSUMPTIONS]) }) },
);

test("both engines examine a policy alike", () => {
  fc.assert(
    fc.property(analysisPolicyArbitrary, options, (policy, how) => {
      expect(diagramEngine.examine(policy, how)).toEqual(bruteForce.examine(policy, how));
    }),
    { numRuns: 150 },
  );
});

test("they do so for rules over larger pools", () => {
  const few = policyArbitrary.map((policy) => ({ ...policy, rules: policy.rules.slice(0, 2) }));
  fc.assert(
    fc.property(few, options, (policy, how) => {
      expect(diagramEngine.examine(policy, how)).toEqual(bruteForce.examine(policy, how));
    }),
    { numRuns: 10 },
  );
});

test("both engines compare policies alike", () => {
  fc.assert(
    fc.property(policyPairArbitrary, options, ([first, second], how) => {
      expect(diagramEngine.compare(first, second, how)).toEqual(bruteForce.compare(first, second, how));
    }),
    { numRuns: 200 },
  );
});

test("both engines find the same rules to cover another", () => {
  const rules = fc.uniqueArray(fc.nat({ max: 6 }), { maxLength: 4 });
  fc.assert(
    fc.property(analysisPolicyArbitrary, options, fc.nat(), rules, (policy, how, pick, some) => {
      const rule = pick % policy.rules.length;
      const by = some.filter((other) => other < policy.rules.length && other !== rule);
      expect(diagramEngine.coverage(policy, how)(rule, by)).toBe(bruteForce.coverage(policy, how)(rule, by));
    }),
    { numRuns: 150 },
  );
});

test("every possible request is matched by the same rules as one that is listed", () => {
  const requests = fc.array(analysisRequestArbitrary, { minLength: 20, maxLength: 20, size: "max" });
  fc.assert(
    fc.property(analysisPolicyArbitrary, options, requests, (policy, how, some) => {
      const listed = new Set(listRequests([policy], how).map((request) => matching(policy, request, how)));
      for (const request of some.map((one) => withOwnGroups(one, how.reading))) {
        if (isPossible(request, how.reading)) expect(listed).toContain(matching(policy, request, how));
      }
    }),
    { numRuns: 100 },
  );
});

test("every request that is listed is possible", () => {
  fc.assert(
    fc.property(analysisPolicyArbitrary, options, (policy, how) => {
      expect(listRequests([policy], how).filter((request) => !isPossible(request, how.reading))).toEqual([]);
    }),
  );
});

test("the engines take nothing from what they are held against", () => {
  const folder = fileURLToPath(new URL("../engines/", import.meta.url));
  const specifiers = readdirSync(folder)
    .filter((file) => !file.endsWith(".test.ts"))
    .flatMap((file) => [...readFileSync(`${folder}/${file}`, "utf8").matchAll(/ from "([^"]+)"/g)])
    .map(([, specifier = ""]) => specifier);
  const modules = new Set(specifiers.filter((specifier) => !specifier.startsWith("./")));
  expect([...modules].sort()).toEqual([
    "../../src/evaluate/index.js",
    "../../src/kubernetes/index.js",
    "../../src/model/index.js",
  ]);
});

/** The rules that match, each asked as if it were the only one. */
function matching({ rules, ...policy }: Policy, request: RequestAttributes, how: EngineOptions): string {
  return rules.map((rule) => evaluate({ ...policy, rules: [rule] }, request, how).rule ?? "-").join("");
}

/** The request with the groups that go with the user's name, where the reading asks for these. */
function withOwnGroups(request: RequestAttributes, of: EngineOptions["reading"]): RequestAttributes {
  const { user } = request;
  if (!user || !assumptionsOf(of).includes("identities")) return request;
  const free = isInNoOther(user.name) ? [] : user.groups.filter((group) => !goesWithName(group));
  return { ...request, user: { ...user, groups: [...groupsOfName(user.name), ...free] } };
}
