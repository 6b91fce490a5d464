import { describe, expect, test } from "vitest";
import { evaluate } from "../../../../src/evaluate/index.js";
import { lintPolicy } from "../../../../src/lint/index.js";
import type { Policy, PolicyRule } from "../../../../src/model/index.js";

const policyOf = (...rules: readonly PolicyRule[]): Policy => ({
  apiVersion: "audit.k8s.io/v1",
  kind: "Policy",
  rules,
});

const CODES = /^(rule|entry)-(shadowed|covered|unmatchable|redundant|repeated)$/;

/** What lint says of rules and entries that do nothing, as `code path`. */
function found(...rules: readonly PolicyRule[]): readonly string[] {
  return lintPolicy({ policy: policyOf(...rules) })
    .filter(({ code }) => CODES.test(code))
    .map(({ code, path }) => `${code} ${path}`);
}

const catchAll: PolicyRule = { level: "Metadata" };
const pods = [{ group: "", resources: ["pods"] }];

describe("a rule behind others that take its requests", () => {
  const [reads, watches] = [
    { level: "None", verbs: ["get", "list"] },
    { level: "None", verbs: ["watch"] },
  ] as const satisfies readonly PolicyRule[];

  test("is shadowed where some of them go to another level, with a request that does", () => {
    const policy = policyOf(
      reads,
      watches,
      { level: "Metadata", verbs: ["get", "watch"], users: ["jane"] },
      catchAll,
    );
    const [shadowed] = lintPolicy({ policy }).filter(({ code }) => code === "rule-shadowed");
    expect(shadowed).toMatchObject({ path: "rules[2]", data: { by: ["rules[0]", "rules[1]"] } });
    expect(shadowed?.reading).toBeUndefined();
    expect(shadowed?.witness && evaluate(policy, shadowed.witness).level).toBe("None");
  });

  test("is covered where all go to its own level, and can be deleted", () => {
    const policy = policyOf(reads, watches, { level: "None", verbs: ["get", "watch"] }, catchAll);
    const [covered] = lintPolicy({ policy }).filter(({ code }) => code === "rule-covered");
    expect(covered).toMatchObject({ path: "rules[2]", fix: { edits: [{ remove: "rules[2]" }] } });
  });

  test("is fine where one request is left to it", () => {
    const jane = { level: "Request", users: ["jane"] } as const;
    expect(found(reads, { ...jane, verbs: ["get", "watch"] }, catchAll)).toEqual([
      "entry-shadowed rules[1].verbs[0]",
    ]);
    expect(found(reads, { ...jane, verbs: ["watch"] }, catchAll)).toEqual([]);
  });

  test("is shadowed by what is assumed of identities, which is said", () => {
    const policy = policyOf(
      { level: "None", userGroups: ["system:authenticated"] },
      { level: "Metadata", users: ["jane"] },
      { level: "Request" },
    );
    expect(lintPolicy({ policy }).filter(({ code }) => CODES.test(code))).toMatchObject([
      {
        code: "rule-shadowed",
        path: "rules[1]",
        reading: "real-identities",
        data: { assumptions: ["identities"] },
      },
    ]);
  });
});

describe("a rule that matches no request", () => {
  test("is told of with what is assumed", () => {
    const policy = policyOf(
      { level: "None", namespaces: ["kube-system"], resources: [{ group: "", resources: ["nodes"] }] },
      catchAll,
    );
    expect(lintPolicy({ policy }).filter(({ code }) => CODES.test(code))).toMatchObject([
      {
        code: "rule-unmatchable",
        path: "rules[0]",
        reading: "real-identities",
        data: { assumptions: ["scopes"] },
      },
    ]);
  });

  test("is not one whose resource is in namespaces", () => {
    expect(found({ level: "None", namespaces: ["kube-system"], resources: pods }, catchAll)).toEqual([]);
  });

  test("and an entry that goes with none of the rest of its rule, are the same", () => {
    const resources = [{ group: "", resources: ["nodes", "pods"] }];
    expect(found({ level: "None", namespaces: ["kube-system"], resources }, catchAll)).toEqual([
      "rule-unmatchable rules[0].resources[0].resources[0]",
    ]);
  });
});

describe("a redundant rule", () => {
  test("is one behind which its requests are decided the same", () => {
    expect(found({ level: "Metadata", resources: pods }, catchAll)).toEqual(["rule-redundant rules[0]"]);
  });

  test("is none where another rule between would take one of them", () => {
    expect(
      found({ level: "Metadata", resources: pods }, { level: "None", verbs: ["watch"] }, catchAll),
    ).toEqual([]);
  });

  test("is none where it leaves out a stage that the rule behind keeps", () => {
    expect(found({ level: "Metadata", resources: pods, omitStages: ["RequestReceived"] }, catchAll)).toEqual(
      [],
    );
  });

  test("is no last rule that says that nothing else is recorded", () => {
    expect(found({ level: "Metadata", resources: pods }, { level: "None" })).toEqual([]);
    expect(found({ level: "None" })).toEqual([]);
  });
});

describe("an entry", () => {
  test("is shadowed, or covered, as a rule is", () => {
    const events = [{ group: "", resources: ["events"] }];
    const both = [{ group: "", resources: ["pods", "events"] }];
    const first = { level: "None", resources: events } as const;
    expect(found(first, { level: "Request", resources: both }, catchAll)).toEqual([
      "entry-shadowed rules[1].resources[0].resources[1]",
    ]);
    expect(found({ ...first, verbs: ["get"] }, { level: "Request", resources: both }, catchAll)).toEqual([]);
    const watched = { level: "None", verbs: ["watch"], resources: both } as const;
    expect(found(first, watched, catchAll)).toEqual(["entry-covered rules[1].resources[0].resources[1]"]);
  });

  test("is repeated where the others take its requests, of two the second", () => {
    expect(found({ level: "None", verbs: ["get", "list", "get"] }, catchAll)).toEqual([
      "entry-repeated rules[0].verbs[2]",
    ]);
    expect(found({ level: "None", resources: [{ group: "", resources: ["pods", "*"] }] }, catchAll)).toEqual([
      "entry-repeated rules[0].resources[0].resources[0]",
    ]);
  });

  test("is repeated by what is assumed of identities, which is said, and offers no fix", () => {
    const policy = policyOf(
      { level: "None", userGroups: ["system:serviceaccounts", "system:authenticated"] },
      catchAll,
    );
    expect(lintPolicy({ policy }).filter(({ code }) => CODES.test(code))).toMatchObject([
      {
        code: "entry-repeated",
        path: "rules[0].userGroups[0]",
        reading: "real-identities",
        data: { assumptions: ["identities"] },
      },
    ]);
    expect(lintPolicy({ policy }).find(({ code }) => code === "entry-repeated")?.fix).toBeUndefined();
  });

  test("may stand beside its own subresources", () => {
    expect(
      found({ level: "None", resources: [{ group: "", resources: ["pods", "pods/*"] }] }, catchAll),
    ).toEqual([]);
  });
});
