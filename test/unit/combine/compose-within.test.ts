import { describe, expect, test } from "vitest";
import { auditPolicy, strictest, widest } from "../../../src/builder/index.js";
import {
  composeStrictest,
  composeWidest,
  composeWithin,
  NotComposableError,
} from "../../../src/combine/index.js";
import { composeSequence } from "../../../src/compose/index.js";
import type { Policy, PolicyRule } from "../../../src/model/index.js";
import { getPreset } from "../../../src/presets/index.js";

function policyOf(...rules: readonly PolicyRule[]): Policy {
  return { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules };
}

const secrets = { resources: [{ group: "", resources: ["secrets"] }] };

describe("limits", () => {
  test("a floor stands above what it raises, and says where it comes from", () => {
    const { policy, comments } = auditPolicy()
      .rule("None", { verbs: ["get", "list"] }, { reason: "Reads are many." })
      .otherwise("Request")
      .atLeast("Metadata", secrets, { reason: "Who read it?" })
      .build();
    expect(policy.rules).toEqual([
      { level: "Metadata", verbs: ["get", "list"], ...secrets },
      { level: "None", verbs: ["get", "list"] },
      { level: "Request" },
    ]);
    expect(comments).toEqual([
      'the builder\'s own rules, rules[0]\nat least Metadata of {resources: [{group: "", resources: [secrets]}]}: Who read it?',
      "the builder's own rules, rules[0]: Reads are many.",
      "the builder's own rules, rules[1]",
    ]);
  });

  test("what was recorded nothing of leaves out what the policy does, the rest what it did", () => {
    const { policy } = auditPolicy({ omitStages: ["RequestReceived"], omitManagedFields: true })
      .rule("None", { verbs: ["get"] })
      .rule("Metadata", { verbs: ["list"] }, { omitStages: ["Panic"] })
      .rule("Request", { verbs: ["create"] }, { omitManagedFields: false })
      .otherwise("None")
      .atLeast("RequestResponse", secrets)
      .build();
    expect(policy.omitStages).toEqual(["RequestReceived"]);
    expect(policy.rules.filter(({ level }) => level === "RequestResponse")).toEqual([
      {
        level: "RequestResponse",
        verbs: ["list"],
        ...secrets,
        omitStages: ["Panic"],
        omitManagedFields: true,
      },
      { level: "RequestResponse", verbs: ["create"], ...secrets },
      { level: "RequestResponse", ...secrets, omitManagedFields: true },
    ]);
  });

  test("the order in which they are asked for makes no difference", () => {
    const base = auditPolicy()
      .rule("Request", { verbs: ["create"] })
      .otherwise("None");
    const one = base.atLeast("Metadata", secrets).atMost("Metadata", { verbs: ["create"] });
    const other = base.atMost("Metadata", { verbs: ["create"] }).atLeast("Metadata", secrets);
    expect(one.build().policy).toEqual(other.build().policy);
  });

  test("a ceiling wins, and that is said with a request", () => {
    const { policy, diagnostics } = auditPolicy()
      .otherwise("Metadata")
      .atLeast("Request", {})
      .atMost("Metadata", secrets)
      .build();
    expect(policy.rules.map(({ level }) => level)).toEqual(["Metadata", "Request"]);
    expect(diagnostics).toMatchObject([
      { code: "ceiling-wins", severity: "warning", witness: { resource: { resource: "secrets" } } },
    ]);
  });

  test("a floor that several ceilings together leave no request of is an error, and nothing is composed", () => {
    const base = auditPolicy().otherwise("Metadata");
    const { policy, diagnostics } = base
      .atLeast("Request", { verbs: ["create", "update"], ...secrets })
      .atMost("Metadata", { verbs: ["create"] })
      .atMost("None", { verbs: ["update"] })
      .build();
    expect(diagnostics).toMatchObject([{ code: "floor-above-ceiling", severity: "error", witness: {} }]);
    expect(policy).toEqual(base.build().policy);
  });

  test("several of which the first leaves nothing", () => {
    const { policy } = auditPolicy()
      .rule("None", { users: ["builder"], verbs: ["update"] })
      .rule("Metadata", { userGroups: ["devs"], namespaces: ["prod"] })
      .otherwise("RequestResponse")
      .atMost("None")
      .atMost("None", { users: ["builder"], verbs: ["update"] })
      .build();
    expect(policy.rules.map(({ level }) => level)).toEqual(["None"]);
  });

  test("one that is about no request, or asks for nothing", () => {
    const about = (limits: Parameters<typeof composeWithin>[1]) =>
      composeWithin(composeSequence([{ policy: policyOf({ level: "Metadata" }), name: "a" }]), limits)
        .diagnostics;
    expect(
      about({ atLeast: [{ level: "Request", selector: { ...secrets, verbs: ["frobnicate"] } }] }),
    ).toMatchObject([{ code: "limit-matches-nothing" }]);
    expect(about({ atMost: [{ level: "RequestResponse", selector: secrets }] })).toMatchObject([
      { code: "limit-without-effect" },
    ]);
  });
});

describe("combinations", () => {
  const part = (policy: Policy, name = "policy") => ({ policy, name });

  test("of one policy is that policy", () => {
    const one = part(policyOf({ level: "None" }, { level: "Metadata" }));
    expect(composeStrictest([one]).policy).toBe(one.policy);
  });

  test("what no policy has a rule for ends in none", () => {
    const reads = policyOf({ level: "Metadata", verbs: ["get"] });
    const writes = policyOf({ level: "Metadata", verbs: ["get", "create"] });
    expect(composeStrictest([part(reads), part(writes)]).policy.rules).toEqual(reads.rules);
    expect(composeWidest([part(reads), part(writes)]).policy.rules).toEqual([
      { level: "Metadata", verbs: ["get", "create"] },
    ]);
  });

  test("two that have nothing in common have one rule that says so", () => {
    const [a, b] = [
      policyOf({ level: "Metadata", verbs: ["get"] }),
      policyOf({ level: "Metadata", verbs: ["list"] }),
    ];
    expect(composeStrictest([part(a), part(b)]).policy.rules).toEqual([{ level: "None" }]);
  });

  test("say once what all of them say for all rules", () => {
    const of = (level: "Metadata" | "Request"): Policy => ({
      ...policyOf({ level: "None", verbs: ["get"] }, { level }),
      omitStages: ["RequestReceived"],
    });
    expect(strictest(of("Metadata"), of("Request")).build().policy).toEqual(of("Metadata"));
    expect(widest(of("Metadata"), of("Request")).build().policy).toEqual(of("Request"));
  });

  test("a user in two groups: what one rule cannot say, their order may", () => {
    const quiet = (group: string) => policyOf({ level: "None", userGroups: [group] }, { level: "Metadata" });
    expect(composeStrictest([part(quiet("a")), part(quiet("b"))]).policy.rules).toEqual([
      { level: "None", userGroups: ["a", "b"] },
      { level: "Metadata" },
    ]);
  });

  test("and where it cannot, both rules are named, with a request that they decide", () => {
    const quiet = (group: string) => policyOf({ level: "None", userGroups: [group] }, { level: "Metadata" });
    const combine = () => composeWidest([part(quiet("a"), "one"), part(quiet("b"), "other")]);
    expect(combine).toThrow(NotComposableError);
    expect(combine).toThrow(/one, rules\[0\] and other, rules\[0\] cannot be combined/);
    try {
      combine();
    } catch (error) {
      expect(error).toMatchObject({
        code: "not-composable",
        rules: [
          { source: "one", rule: 0 },
          { source: "other", rule: 0 },
        ],
        witness: { user: { groups: expect.arrayContaining(["a", "b"]) } },
      });
    }
  });

  test("of three policies those are named that ask for groups", () => {
    const quiet = (group: string) => policyOf({ level: "None", userGroups: [group] }, { level: "Metadata" });
    const parts = [
      part(policyOf({ level: "None" }), "silent"),
      part(quiet("a"), "one"),
      part(quiet("b"), "other"),
    ];
    expect(() => composeWidest(parts)).toThrow(/^one, rules\[0\] and other, rules\[0\] cannot be combined/);
  });

  test("what no rule says for another reason is refused for that", () => {
    const of = (...names: readonly string[]) =>
      policyOf({ level: "Metadata", resources: [{ group: "", resources: names }] });
    expect(() => composeStrictest([part(of("*/*"), "one"), part(of("pods/*"), "other")])).toThrow(
      /^one, rules\[0\] and other, rules\[0\] cannot be combined: no rule takes just what they have in common/,
    );
  });

  test("pairs that no rule says count as well", () => {
    const many = (letter: string) =>
      policyOf(
        ...Array.from(
          { length: 150 },
          (_, index): PolicyRule => ({
            level: index % 2 === 0 ? "Metadata" : "Request",
            userGroups: [`${letter}${index}`],
          }),
        ),
      );
    expect(() => composeStrictest([part(many("a")), part(many("b"))])).toThrow(/more than 20,000 pairs/);
  });

  test("more pairs of rules than can be looked at are refused", () => {
    const many = policyOf(
      ...Array.from(
        { length: 150 },
        (_, index): PolicyRule => ({
          level: index % 2 === 0 ? "Metadata" : "Request",
          nonResourceURLs: [`/${"a".repeat(index + 1)}*`],
        }),
      ).reverse(),
      { level: "Metadata" },
    );
    const others = policyOf(
      ...Array.from(
        { length: 200 },
        (_, index): PolicyRule => ({
          level: index % 2 === 0 ? "Metadata" : "RequestResponse",
          users: [`user${index}`],
        }),
      ),
    );
    expect(() => composeStrictest([part(many), part(others)])).toThrow(/more than 20,000 pairs/);
  });

  test("a proof that is not found in time is not guessed", () => {
    const parts = (["gce", "gce-upstream"] as const).map((name) => ({ ...getPreset(name), name }));
    expect(() => composeStrictest(parts, { limit: 10 })).toThrow(/gave up at its limit/);
  });
});
