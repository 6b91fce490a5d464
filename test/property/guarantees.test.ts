import fc from "fast-check";
import { expect, test } from "vitest";
import { findDifference, type Reading } from "../../src/analyze/index.js";
import { evaluate } from "../../src/evaluate/index.js";
import { isLongRunning } from "../../src/kubernetes/index.js";
import {
  LEVELS,
  type Level,
  type Policy,
  type RequestAttributes,
  type RequestSelector,
  STAGES,
  selectorOf,
} from "../../src/model/index.js";
import { type Bound, GUARANTEE_NAMES, guarantee, type Mend, proveGuarantee } from "../../src/prove/index.js";
import { listRequests } from "../engines/list-requests.js";
import { policyOf } from "../support/lint-rules.js";
import { policyPairArbitrary } from "./arbitraries/analysis-policy.js";
import { policyArbitrary } from "./arbitraries/policy.js";
import { requestArbitrary } from "./arbitraries/request.js";

/** What is asked, once more and by the request. */
function isAsAsked(bound: Bound, policy: Policy, request: RequestAttributes): boolean {
  const { level, stages, omitStages } = evaluate(policy, request);
  const { atLeast = "None", atMost = "RequestResponse" } = bound;
  const isAtMost = (most: Level): boolean => LEVELS.indexOf(level) <= LEVELS.indexOf(most);
  const writes = [
    ...stages,
    ...(request.user && level !== "None" && !omitStages.includes("Panic") ? ["Panic"] : []),
  ];
  const bodies = writes.filter((stage) => stage !== "RequestReceived");
  const all = request.user
    ? STAGES.filter((stage) => stage !== "ResponseStarted" || isLongRunning(request))
    : (["ResponseStarted"] as const);
  const isUnder =
    isAtMost(atMost) || (atMost === "None" ? writes.length === 0 : !request.user || bodies.length === 0);
  const isOver =
    LEVELS.indexOf(level) >= LEVELS.indexOf(atLeast) &&
    (atLeast === "None" ||
      (atLeast === "Metadata" ? stages : stages.filter((one) => one !== "RequestReceived")).length > 0);
  const isWhole =
    !bound.stages ||
    (level !== "None" && all.every((stage) => !bound.stages?.includes(stage) || !omitStages.includes(stage)));
  return isUnder && isOver && isWhole;
}

function takes({ user, ...selector }: RequestSelector, request: RequestAttributes): boolean {
  if (user === "none" && request.user !== null) return false;
  return evaluate(policyOf([{ level: "Metadata", ...selector }]), request).rule === 0;
}

/** Whether a bound is about the request, as the evaluator sees it. */
function isMeant({ requests, except = [], by }: Bound, policy: Policy, request: RequestAttributes): boolean {
  const isSelected =
    requests.some((one) => takes(one, request)) && !except.some((one) => takes(one, request));
  if (!isSelected || !by) return isSelected;
  const { user } = request;
  const named = (field: "users" | "userGroups"): readonly string[] =>
    policy.rules.flatMap((rule) => rule[field] ?? []);
  const many = ["system:authenticated", "system:serviceaccounts"];
  return (
    user !== null &&
    user.name !== "system:anonymous" &&
    user.groups.includes("system:authenticated") &&
    !user.groups.includes("system:unauthenticated") &&
    !named("users").includes(user.name) &&
    !user.groups.some((group) => named("userGroups").includes(group) && !many.includes(group))
  );
}

const asked = fc
  .record(
    {
      atLeast: fc.constantFrom("Metadata", "Request", "RequestResponse"),
      atMost: fc.constantFrom("None", "Metadata", "Request"),
      stages: fc.subarray([...STAGES], { minLength: 1, maxLength: 2 }),
      some: fc.constant(true),
      by: fc.constant("unnamed-accounts"),
    },
    { requiredKeys: [] },
  )
  .map(({ some, by, ...levels }): Omit<Bound, "requests"> => {
    const { atLeast = "None", atMost = "RequestResponse" } = levels;
    const isEmpty = !levels.atLeast && !levels.atMost && !levels.stages;
    const isClash = LEVELS.indexOf(atLeast) > LEVELS.indexOf(atMost) || atMost === "None";
    const bounds: Omit<Bound, "requests"> = isEmpty
      ? { atLeast: "Metadata" }
      : isClash
        ? { atMost: "Metadata" }
        : levels;
    return { ...bounds, ...(some && !levels.atMost && { some }), ...(by && { by }) };
  });

/** A policy, and what is asked of requests that are told by the same names. */
const caseArbitrary = fc
  .tuple(policyPairArbitrary, asked, fc.integer({ min: 1, max: 2 }), fc.nat({ max: 3 }))
  .map(([[policy, other], levels, count, who]): { policy: Policy; bound: Bound } => {
    const selectors = other.rules.map(selectorOf).map(({ users, userGroups, ...rest }): RequestSelector => {
      if (who === 0) return { ...rest, user: "none" };
      if (levels.by) return rest;
      return { ...rest, ...(users && { users }), ...(userGroups && { userGroups }) };
    });
    const { by, ...others } = levels;
    return {
      policy,
      bound: {
        requests: selectors.slice(0, count),
        except: selectors.slice(count, count + 1),
        ...(who === 0 ? others : levels),
      },
    };
  });

/** What tells requests apart besides the names of a policy: the course of a request, and who counts as an account. */
const TOLD_APART = policyOf([
  { level: "None", verbs: ["watch", "proxy"] },
  { level: "None", resources: [{ group: "*", resources: ["*/exec", "*/log"] }] },
  { level: "None", nonResourceURLs: ["/debug/pprof/*"] },
]);

/** What tells accounts that a policy names from others: each name by itself, whatever else its rule asks for. */
function accountsOf({ rules }: Policy): Policy {
  const users = ["system:anonymous", ...rules.flatMap((rule) => rule.users ?? [])];
  const groups = [
    "system:authenticated",
    "system:unauthenticated",
    ...rules.flatMap((rule) => rule.userGroups ?? []),
  ];
  return policyOf([
    ...users.map((user) => ({ level: "None" as const, users: [user] })),
    ...groups.map((group) => ({ level: "None" as const, userGroups: [group] })),
  ]);
}

function requestsOf(
  policies: readonly Policy[],
  bound: Bound,
  reading: Reading,
): readonly RequestAttributes[] {
  const selectors = [...bound.requests, ...(bound.except ?? [])];
  const rules = selectors.map(({ user: _, ...selector }) => ({ level: "None" as const, ...selector }));
  const others = [policyOf(rules), TOLD_APART, ...(bound.by ? policies.map(accountsOf) : [])];
  // Who is named by no rule is listed once, as nobody.
  const groups = reading === "formal" ? [] : ["system:authenticated"];
  return listRequests([...policies, ...others], { reading }).flatMap((request) =>
    request.user ? [request] : [request, { ...request, user: { name: "somebody-unnamed", groups } }],
  );
}

const readings = fc.constantFrom<Reading>("formal", "real-identities");

test("an answer is that of all requests, looked at one by one", () => {
  const results = new Map<string, number>();
  fc.assert(
    fc.property(caseArbitrary, readings, ({ policy, bound }, reading) => {
      const { result, breaches } = proveGuarantee(policy, { name: "own", bounds: [bound] }, { reading });
      const meant = requestsOf([policy], bound, reading).filter((one) => isMeant(bound, policy, one));
      const isBroken = bound.some
        ? !meant.some((one) => isAsAsked(bound, policy, one))
        : !meant.every((one) => isAsAsked(bound, policy, one));
      expect(result).toBe(isBroken ? "broken" : "proved");
      for (const { witness } of breaches) {
        if (!witness) continue;
        expect(isMeant(bound, policy, witness)).toBe(true);
        expect(isAsAsked(bound, policy, witness)).toBe(false);
      }
      const rules = new Set(
        meant.filter((one) => !isAsAsked(bound, policy, one)).map((one) => evaluate(policy, one).rule),
      );
      if (!bound.some) expect(new Set(breaches.map(({ decision }) => decision?.rule))).toEqual(rules);
      results.set(result, (results.get(result) ?? 0) + 1);
    }),
    { numRuns: 250 },
  );
  expect([...results.keys()].sort()).toEqual(["broken", "proved"]);
});

test("a mended policy keeps what it broke, looked at one by one, and other requests are decided as before", () => {
  const seen = { mended: 0, left: 0, compared: 0 };
  fc.assert(
    fc.property(caseArbitrary, ({ policy, bound }) => {
      const { result, mends } = proveGuarantee(policy, { name: "own", bounds: [bound] });
      if (result !== "broken") return;
      const [mend] = mends;
      seen[mend ? "mended" : "left"]++;
      if (!mend) return;
      const meant = requestsOf([mend.policy], bound, "formal").filter((one) =>
        isMeant(bound, mend.policy, one),
      );
      const isKept = bound.some
        ? meant.some((one) => isAsAsked(bound, mend.policy, one))
        : meant.every((one) => isAsAsked(bound, mend.policy, one));
      expect(isKept).toBe(true);
      if (!changesNoOthers(mend, bound)) return;
      seen.compared++;
      expect(findDifference(policy, mend.policy, { except: bound.requests })).toBe("equivalent");
      const excepted = [...(bound.except ?? [])];
      const others = requestsOf([policy, mend.policy], bound, "formal").filter((one) =>
        excepted.some((selector) => takes(selector, one)),
      );
      for (const one of others) {
        const [before, after] = [policy, mend.policy].map((some) => evaluate(some, one));
        expect([after?.level, after?.stages]).toEqual([before?.level, before?.stages]);
      }
    }),
    { numRuns: 250 },
  );
  expect(seen.mended).toBeGreaterThan(0);
  expect(seen.compared).toBeGreaterThan(0);
});

/** A stage that is no longer left out, and requests without a user, which no rule selects, go beyond what was asked. */
function changesNoOthers({ changes }: Mend, bound: Bound): boolean {
  const isForNobody = bound.requests.some(({ user }) => user === "none");
  return !isForNobody && changes.every((change) => "insert" in change || "level" in change);
}

test("no request breaks a guarantee of which it is proved that a policy keeps it, and the one that is found does", () => {
  let kept = 0;
  let broken = 0;
  fc.assert(
    fc.property(
      policyArbitrary,
      fc.constantFrom(...GUARANTEE_NAMES),
      fc.array(requestArbitrary, { minLength: 20, maxLength: 20 }),
      (policy, name, drawn) => {
        const { bounds } = guarantee(name);
        const requests = drawn.flatMap((request, index) => [request, aim(request, bounds, index)]);
        const all = bounds.filter(({ some }) => !some);
        const breaks = (request: RequestAttributes): boolean =>
          all.some((bound) => isMeant(bound, policy, request) && !isAsAsked(bound, policy, request));
        const { result, witness, mends } = proveGuarantee(policy, guarantee(name));
        if (result === "proved") {
          kept += requests.filter((request) => all.some((bound) => isMeant(bound, policy, request))).length;
          expect(requests.filter(breaks)).toEqual([]);
        } else {
          broken++;
          expect(result).toBe("broken");
          if (witness) expect(breaks(witness)).toBe(true);
        }
        for (const mend of mends)
          if (mend.bounds.length === bounds.length)
            expect(proveGuarantee(mend.policy, guarantee(name)).result).toBe("proved");
      },
    ),
    { numRuns: 200 },
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
