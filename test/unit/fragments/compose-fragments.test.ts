import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalConfig, findDifference, isSameConfig } from "../../../src/analyze/index.js";
import { compileEvaluator } from "../../../src/evaluate/index.js";
import { followRelease } from "../../../src/fragments/follow-release.js";
import { composeFragments, type UsedFragment } from "../../../src/fragments/index.js";
import { groupsOf, NEWEST_KUBERNETES } from "../../../src/kubernetes/index.js";
import type { Policy, PolicyRule, RequestAttributes } from "../../../src/model/index.js";
import { type Fragment, getFragment, listFragments, SLOTS } from "../../../src/presets/index.js";
import { instantiateFragment } from "../../../src/presets/instantiate-fragment.js";

const use = (...names: readonly string[]): readonly UsedFragment[] =>
  names.map((name) => ({ fragment: getFragment(name) }));

const someFragments = fc
  .subarray([...listFragments()], { minLength: 1 })
  .map((fragments) => fragments.map((fragment): UsedFragment => ({ fragment })));

/** The rules of fragments as they stand in their files, by slots alone. */
function plain(used: readonly UsedFragment[], slots: readonly string[] = SLOTS): Policy {
  const rules = slots.flatMap((slot) =>
    used
      .filter(({ fragment }) => fragment.slot === slot)
      .flatMap(({ fragment, with: values }) =>
        instantiateFragment(fragment, values).flatMap(
          ({ rule }) => followRelease(rule, NEWEST_KUBERNETES) ?? [],
        ),
      ),
  );
  return { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules };
}

/** Requests about what the rules of fragments name. */
const request: fc.Arbitrary<RequestAttributes> = (() => {
  const rules = plain(listFragments().map((fragment) => ({ fragment }))).rules;
  const all = <Word>(words: (rule: PolicyRule) => readonly Word[]): readonly Word[] => rules.flatMap(words);
  const resources = all(({ resources = [] }) =>
    resources.flatMap(({ group, resources: names = ["widgets"], resourceNames = ["web-0"] }) =>
      names.map((name) => ({ apiGroup: group, name, objects: resourceNames })),
    ),
  );
  const user = fc.constantFrom(
    "jane",
    "system:node:worker-1",
    "system:anonymous",
    ...all(({ users = [] }) => users),
  );
  const asked = fc.record({
    user: user.map((name) => ({ name, groups: groupsOf(name) })),
    verb: fc.constantFrom("get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"),
  });
  const about = fc.constantFrom(...resources).chain(({ apiGroup, name, objects }) => {
    const [resource = "", subresource = ""] = name.split("/");
    return fc.record({
      apiGroup: fc.constant(apiGroup),
      resource: fc.constant(resource),
      subresource: fc.constant(subresource),
      name: fc.constantFrom(...objects),
      namespace: fc.constantFrom("default", "kube-system"),
    });
  });
  const path = fc.constantFrom("/", "/apis", "/metrics", "/logs", "/healthz/ping");
  return fc.oneof(
    { weight: 4, arbitrary: fc.tuple(asked, about).map(([who, resource]) => ({ ...who, resource })) },
    fc.tuple(asked, path).map(([{ user: who }, at]) => ({ user: who, verb: "get", path: at })),
  );
})();

describe("a composition", () => {
  test("is the same in whatever order its fragments are given", () => {
    fc.assert(
      fc.property(
        someFragments.chain((used) =>
          fc.tuple(fc.constant(used), fc.shuffledSubarray(used, { minLength: used.length })),
        ),
        ([used, shuffled]) => {
          expect(composeFragments(shuffled)).toEqual(composeFragments(used));
        },
      ),
      { numRuns: 15 },
    );
  });

  test("decides for clients as all rules of its fragments do, one behind the other by their slots", () => {
    fc.assert(
      fc.property(someFragments, (used) => {
        const { policy, origins } = composeFragments(used);
        // Within a slot the order is that of the names, so that what is compared with has it, too.
        const sorted = [...used].sort((a, b) => (a.fragment.name < b.fragment.name ? -1 : 1));
        const all = plain(sorted);
        expect(findDifference(all, policy, { reading: "real-identities" })).toBe("equivalent");
        expect(origins).toHaveLength(policy.rules.length);
      }),
      { numRuns: 15 },
    );
  });

  test("decides what is sensitive, and access, as if there was no noise, whatever that is", () => {
    const slots = ["sensitive", "access"];
    const unhidden = listFragments().filter(({ slot }) => slot !== "pre");
    fc.assert(
      fc.property(
        fc.subarray([...unhidden], { minLength: 5 }),
        fc.array(request, { minLength: 200, maxLength: 200 }),
        (fragments, requests) => {
          const used = fragments.map((fragment) => ({ fragment }));
          const decide = compileEvaluator(composeFragments(used).policy);
          const first = compileEvaluator(plain(used, slots));
          for (const one of requests) {
            const decision = first(one);
            if (decision.rule === null) continue;
            expect(isSameConfig(canonicalConfig(decide(one)), canonicalConfig(decision))).toBe(true);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  test("drops the last of rules that each could go, and says so", () => {
    const { policy, dropped } = composeFragments(use("everything-else", "identity-writes", "pod-logs"));
    expect(policy.rules).toEqual([{ level: "Metadata" }]);
    expect(dropped).toEqual([
      { fragment: "identity-writes", path: "rules[0]", reason: "redundant" },
      { fragment: "pod-logs", path: "rules[0]", reason: "redundant" },
    ]);
  });

  test("has no user that no request of its release has", () => {
    const rule = { level: "None", users: ["system:unsecured", "jane"] } as const;
    expect(followRelease(rule, { major: 1, minor: 19 })).toEqual(rule);
    expect(followRelease(rule, { major: 1, minor: 20 })).toEqual({ level: "None", users: ["jane"] });
    expect(followRelease({ ...rule, users: ["system:unsecured"] }, NEWEST_KUBERNETES)).toBeUndefined();
  });

  test("does not care which of two fragments of one name is given first", () => {
    const argocd = getFragment("argocd");
    const both = ["argocd", "gitops"].map((namespace) => ({ fragment: argocd, with: { namespace } }));
    expect(composeFragments([...both].reverse())).toEqual(composeFragments(both));
    const other = { fragment: { ...argocd, rules: argocd.rules.slice(1) } };
    expect(composeFragments([other, ...both])).toEqual(composeFragments([...both, other]));
  });

  test("has nothing that its release does not serve", () => {
    const release = { major: 1, minor: 24 };
    const { policy, dropped } = composeFragments(use("built-in-reads"), { release, omitManagedFields: true });
    const groups = policy.rules[0]?.resources?.map(({ group }) => group);
    expect(groups).toContain("coordination.k8s.io");
    expect(groups).not.toContain("resource.k8s.io");
    expect(policy.omitManagedFields).toBe(true);
    expect(dropped).toEqual([]);
    expect(
      composeFragments(use("built-in-reads"), { release: { major: 1, minor: 22 }, omitManagedFields: true })
        .policy,
    ).not.toHaveProperty("omitManagedFields");
  });
});

describe("parameters", () => {
  const fragment: Fragment = {
    name: "ours",
    slot: "noise",
    purpose: "To be tried.",
    parameters: {
      level: { type: "level", default: "None" },
      namespace: { type: "namespace", default: "ours" },
      accounts: { type: "users", default: [] },
    },
    rules: [
      {
        reason: "It is noise.",
        rule: {
          level: "$(level)",
          users: ["system:serviceaccount:$(namespace):operator", "$(accounts)"],
          namespaces: ["$(namespace)"],
        },
      },
    ],
  };

  test("have their defaults, and what is said instead", () => {
    expect(instantiateFragment(fragment)).toEqual([
      {
        reason: "It is noise.",
        rule: { level: "None", users: ["system:serviceaccount:ours:operator"], namespaces: ["ours"] },
      },
    ]);
    const [given] = instantiateFragment(fragment, {
      level: "Metadata",
      namespace: "a",
      accounts: ["b", "c"],
    });
    expect(given?.rule).toEqual({
      level: "Metadata",
      users: ["system:serviceaccount:a:operator", "b", "c"],
      namespaces: ["a"],
    });
  });

  test.each([
    [{ namspace: "a" }, 'the fragment ours has no parameter "namspace"; did you mean "namespace"?'],
    [{ toString: "a" }, 'the fragment ours has no parameter "toString"'],
    [
      { level: "metadata" },
      'level of the fragment ours is one of None, Metadata, Request, RequestResponse, not "metadata"',
    ],
    [{ level: ["None"] }, "level of the fragment ours is one level"],
    [{ namespace: "A b" }, 'namespace of the fragment ours is the name of a namespace, not "A b"'],
    [{ accounts: "a" }, "accounts of the fragment ours is a list of users"],
  ])("%j is refused", (values, message) => {
    expect(() => instantiateFragment(fragment, values)).toThrow(
      expect.objectContaining({ code: "bad-input", message }),
    );
  });

  test("of every fragment stand in its rules, and what stands there is one", () => {
    for (const { name, parameters = {}, rules } of listFragments()) {
      const used = [...JSON.stringify(rules).matchAll(/\$\((\w+)\)/g)].map(([, key]) => key);
      expect([name, ...new Set(used)].sort()).toEqual([name, ...Object.keys(parameters)].sort());
    }
  });
});

test("a fragment of noise says what it hides, and no other records nothing", () => {
  for (const { name, hides, rules } of listFragments())
    expect([name, hides !== undefined]).toEqual([name, rules.some(({ rule }) => rule.level === "None")]);
});
