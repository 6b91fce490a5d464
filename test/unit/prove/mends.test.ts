import { describe, expect, test } from "vitest";
import type { PolicyRule } from "../../../src/model/index.js";
import { type Bound, guarantee, type Proof, proveGuarantee } from "../../../src/prove/index.js";
import { policyOf } from "../../support/lint-rules.js";

const pods = { group: "", resources: ["pods"] };
const secrets = { group: "", resources: ["secrets"] };

function prove(bound: Bound | readonly Bound[], rules: readonly PolicyRule[], rest = {}): Proof {
  return proveGuarantee(policyOf(rules, rest), { name: "own", bounds: [bound].flat() });
}

const titlesOf = ({ mends }: Proof): readonly string[] =>
  mends.flatMap(({ changes }) => changes.map(({ title }) => title));

const rulesOf = ({ mends }: Proof): readonly PolicyRule[] => mends[0]?.policy.rules ?? [];

describe("a mend", () => {
  test("puts what is asked before the rule that breaks it, as narrow as that rule", () => {
    const proof = prove({ requests: [{ resources: [pods, secrets] }], atLeast: "Metadata" }, [
      { level: "None", userGroups: ["devs"], verbs: ["get", "list"], namespaces: ["prod"] },
      { level: "Metadata" },
    ]);
    expect(titlesOf(proof)).toEqual(["insert before rules[0]"]);
    expect(rulesOf(proof)[0]).toEqual({
      level: "Metadata",
      userGroups: ["devs"],
      verbs: ["get", "list"],
      resources: [pods, secrets],
      namespaces: ["prod"],
    });
  });

  test("keeps what the rule leaves out of its events, where that does no harm", () => {
    const proof = prove({ requests: [{ resources: [secrets] }], atMost: "Request" }, [
      { level: "RequestResponse", omitStages: ["RequestReceived"], omitManagedFields: true },
    ]);
    expect(rulesOf(proof)[0]).toEqual({
      level: "Request",
      resources: [secrets],
      omitStages: ["RequestReceived"],
      omitManagedFields: true,
    });
    const lower = prove({ requests: [{ resources: [secrets] }], atMost: "Metadata" }, [
      { level: "RequestResponse", omitStages: ["RequestReceived"], omitManagedFields: true },
    ]);
    expect(rulesOf(lower)[0]).toEqual({
      level: "Metadata",
      resources: [secrets],
      omitStages: ["RequestReceived"],
    });
  });

  test("keeps the recording of what is excepted", () => {
    const proof = prove(
      {
        requests: [{ resources: [pods] }],
        except: [{ users: ["system:apiserver"] }],
        atLeast: "Metadata",
      },
      [{ level: "None", verbs: ["get"] }, { level: "Metadata" }],
    );
    expect(rulesOf(proof).slice(0, 2)).toEqual([
      { level: "None", users: ["system:apiserver"], verbs: ["get"] },
      { level: "Metadata", verbs: ["get"], resources: [pods] },
    ]);
  });

  test("changes the level where the rule is all about what is asked", () => {
    const proof = prove({ requests: [{ resources: [pods] }], atLeast: "Metadata" }, [
      { level: "None", verbs: ["get"], resources: [pods] },
      { level: "Metadata" },
    ]);
    expect(titlesOf(proof)).toEqual(["set the level of rules[0] to Metadata"]);
  });

  test("appends what no rule takes", () => {
    const proof = prove({ requests: [{ resources: [pods] }], atLeast: "Request" }, [
      { level: "Metadata", resources: [secrets] },
    ]);
    expect(titlesOf(proof)).toEqual(["append to the rules"]);
    expect(rulesOf(proof)[1]).toEqual({ level: "Request", resources: [pods] });
  });

  test("has the stricter of two bounds first, whichever stands first", () => {
    const bounds: readonly Bound[] = [
      { requests: [{ resources: [secrets] }], atMost: "Request" },
      { requests: [{ verbs: ["create"], resources: [secrets] }], atMost: "Metadata" },
    ];
    const proof = prove(bounds, [{ level: "RequestResponse" }]);
    expect(rulesOf(proof).map(({ level }) => level)).toEqual(["Metadata", "Request", "RequestResponse"]);
    expect(proof.mends[0]?.bounds).toEqual([0, 1]);
  });

  test("takes a stage out of what a rule or the policy leaves out", () => {
    const bound: Bound = { requests: [{ resources: [pods] }], stages: ["ResponseComplete"] };
    const ofRule = prove(bound, [{ level: "Metadata", omitStages: ["ResponseComplete", "RequestReceived"] }]);
    expect(titlesOf(ofRule)).toEqual(["take ResponseComplete out of rules[0].omitStages"]);
    const ofPolicy = prove(bound, [{ level: "Metadata" }], { omitStages: ["ResponseComplete"] });
    expect(titlesOf(ofPolicy)).toEqual(["take ResponseComplete out of omitStages"]);
    expect(ofPolicy.mends[0]?.policy.omitStages).toBeUndefined();
  });

  test("leaves requests without a user to a rule that records them", () => {
    const proof = proveGuarantee(
      policyOf([
        { level: "None", verbs: ["get"] },
        { level: "Metadata", userGroups: ["system:authenticated"] },
      ]),
      guarantee("failed-authentication-recorded"),
    );
    expect(titlesOf(proof)).toEqual([
      "insert before rules[0]",
      "restrict rules[0] to userGroups: [system:authenticated]",
      "append to the rules",
    ]);
  });

  test("is of single bounds where there is none of all", () => {
    const bounds: readonly Bound[] = [
      { requests: [{ resources: [secrets] }], atMost: "Metadata" },
      // A rule cannot ask for two groups at once.
      { requests: [{ userGroups: ["devs", "ops"] }], atLeast: "Metadata" },
    ];
    const proof = prove(bounds, [
      { level: "Request", resources: [secrets] },
      { level: "None", userGroups: ["system:nodes", "system:masters"] },
      { level: "Metadata" },
    ]);
    expect(proof.mends.map((mend) => mend.bounds)).toEqual([[0]]);
    expect(new Set(proof.breaches.map(({ bound }) => bound))).toEqual(new Set([0, 1]));
  });

  test("is none that breaks another bound", () => {
    const requests = [{ resources: [pods] }];
    const proof = prove(
      [
        { requests, atLeast: "Request" },
        { requests, atMost: "Metadata" },
      ],
      [{ level: "Metadata" }],
    );
    expect(proof).toMatchObject({ result: "broken", mends: [] });
  });

  test("is none that the chosen release refuses", () => {
    const bound: Bound = {
      requests: [{ resources: [{ group: "*", resources: ["widgets"] }] }],
      atLeast: "Metadata",
    };
    const policy = policyOf([{ level: "None", verbs: ["get"] }, { level: "Metadata" }]);
    const own = { name: "own", bounds: [bound] };
    expect(proveGuarantee(policy, own).mends).toHaveLength(1);
    expect(proveGuarantee(policy, own, { kubernetesVersion: "1.35" }).mends).toEqual([]);
  });
});

describe("bounds by unnamed accounts", () => {
  const bound: Bound = { requests: [{ resources: [pods] }], by: "unnamed-accounts", atLeast: "Metadata" };

  test("leave out whom the policy names, by name or by group", () => {
    const rules: readonly PolicyRule[] = [
      { level: "None", users: ["system:apiserver"] },
      { level: "None", userGroups: ["system:nodes"] },
      { level: "Metadata", userGroups: ["system:authenticated"] },
    ];
    expect(prove(bound, rules).result).toBe("proved");
  });

  test("do not leave out all workloads for a rule about all of them", () => {
    const rules: readonly PolicyRule[] = [
      { level: "None", userGroups: ["system:serviceaccounts"] },
      { level: "Metadata" },
    ];
    expect(prove(bound, rules)).toMatchObject({ result: "broken", decision: { rule: 0 } });
  });

  test("leave out the anonymous user, and who failed to authenticate", () => {
    const rules: readonly PolicyRule[] = [
      { level: "Metadata", userGroups: ["system:authenticated"] },
      { level: "None" },
    ];
    expect(prove(bound, rules).result).toBe("proved");
    const { by: _, ...ofAll } = bound;
    expect(prove(ofAll, rules).result).toBe("broken");
  });
});
