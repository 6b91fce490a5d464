import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate } from "../../src/evaluate/index.js";
import { policySupport } from "../../src/kubernetes/index.js";
import type { Policy, RequestAttributes } from "../../src/model/index.js";
import {
  ASSUMPTIONS_OF,
  createRequestSpace,
  findUncovered,
  intersect,
  pickRequest,
} from "../../src/request-space/index.js";
import { policyArbitrary } from "./arbitraries/policy.js";
import { requestArbitrary } from "./arbitraries/request.js";

const newest = policySupport({ major: 1, minor: 37 });

/** A request for each rule that some request is left for by the rules before it; none for the others. */
function witnesses(
  policy: Policy,
  reading: "formal" | "real-identities",
): readonly (RequestAttributes | undefined)[] {
  const space = createRequestSpace([{ selectors: policy.rules, support: newest }], ASSUMPTIONS_OF[reading]);
  const cubes = space.cubes[0] ?? [];
  return cubes.map((own, rule) => {
    const earlier = [...space.impossible, ...cubes.slice(0, rule).flat()];
    const range = { cubes: earlier, start: 0, end: earlier.length };
    for (const root of space.roots) {
      for (const region of own.flatMap((cube) => intersect(root, cube))) {
        const found = findUncovered(region, [range], { left: 1_000_000 });
        expect(found.covered).not.toBe("unknown");
        if (found.covered === false) return pickRequest(space, found.region);
      }
    }
    return undefined;
  });
}

test("a rule that some requests are left for applies to the one that is given as a witness", () => {
  fc.assert(
    fc.property(policyArbitrary, fc.constantFrom("formal", "real-identities"), (policy, reading) => {
      for (const [rule, witness] of witnesses(policy, reading).entries()) {
        if (witness) expect(evaluate(policy, witness).rule).toBe(rule);
      }
    }),
    { numRuns: 500 },
  );
});

test("a rule that no request is left for applies to none", () => {
  const requests = fc.array(requestArbitrary, { minLength: 100, maxLength: 100 });
  fc.assert(
    fc.property(policyArbitrary, requests, (policy, some) => {
      const reached = witnesses(policy, "formal");
      for (const request of some) {
        // A part of a path has no slash in it.
        if (request.resource && /\//.test(request.resource.resource + request.resource.subresource)) continue;
        if (request.path !== undefined && !request.path.startsWith("/")) continue;
        const { rule } = evaluate(policy, request);
        if (rule !== null) expect(reached[rule]).toBeDefined();
      }
    }),
    { numRuns: 300 },
  );
});
