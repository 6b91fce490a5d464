import fc from "fast-check";
import { expect, test } from "vitest";
import { type Bound, findBreach, GUARANTEES } from "../../src/analyze/index.js";
import { evaluate } from "../../src/evaluate/index.js";
import { LEVELS, type RequestAttributes, type RequestSelector } from "../../src/model/index.js";
import { policyOf } from "../support/lint-rules.js";
import { policyArbitrary } from "./arbitraries/policy.js";
import { requestArbitrary } from "./arbitraries/request.js";

test("no request breaks a guarantee of which it is proved that a policy keeps it, and the one that is found does", () => {
  let kept = 0;
  let broken = 0;
  fc.assert(
    fc.property(
      policyArbitrary,
      fc.constantFrom(...Object.values(GUARANTEES)),
      fc.array(requestArbitrary, { minLength: 20, maxLength: 20 }),
      (policy, guarantee, drawn) => {
        const requests = drawn.flatMap((request, index) => [request, aim(request, guarantee.bounds, index)]);
        const breaks = (request: RequestAttributes): boolean =>
          guarantee.bounds.some((bound) => isMeant(bound, request) && !isKept(bound, request));
        const isKept = (bound: Bound, request: RequestAttributes): boolean => {
          const { level, stages, omitStages } = evaluate(policy, request);
          if ("recorded" in bound) return stages.length > 0;
          const isOver = LEVELS.indexOf(level) > LEVELS.indexOf(bound.atMost);
          return !isOver || omitStages.filter((stage) => stage !== "RequestReceived").length === 3;
        };
        const found = findBreach(policy, guarantee);
        expect(found).not.toBe("unknown");
        if (typeof found === "string") {
          kept += requests.filter((request) =>
            guarantee.bounds.some((bound) => isMeant(bound, request)),
          ).length;
          expect(requests.filter(breaks)).toEqual([]);
        } else {
          broken++;
          expect(breaks(found.request)).toBe(true);
        }
      },
    ),
    { numRuns: 300 },
  );
  expect(kept).toBeGreaterThan(0);
  expect(broken).toBeGreaterThan(0);
});

/** The request with the verb and the resource of one that a bound is about. */
function aim(request: RequestAttributes, bounds: readonly Bound[], index: number): RequestAttributes {
  const selectors = bounds.flatMap((bound) => bound.requests);
  const { verbs = [request.verb], resources = [], user } = selectors[index % selectors.length] ?? {};
  const verb = verbs[index % verbs.length] ?? request.verb;
  const entry = resources[index % Math.max(1, resources.length)];
  const who = user === "none" ? null : request.user;
  const name = entry?.resources?.[index % entry.resources.length];
  if (!entry || name === undefined) return { ...request, user: who, verb };
  const [resource = "", subresource = ""] = name.split("/");
  return {
    user: who,
    verb,
    resource: { apiGroup: entry.group, resource, subresource, namespace: "default" },
  };
}

/** Whether the bound is about the request, as the evaluator sees it. */
function isMeant({ requests, except = [] }: Bound, request: RequestAttributes): boolean {
  const takes = ({ user, ...selector }: RequestSelector): boolean =>
    (user !== "none" || request.user === null) &&
    evaluate(policyOf([{ level: "Metadata", ...selector }]), request).rule === 0;
  return requests.some(takes) && !except.some(takes);
}
