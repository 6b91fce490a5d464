import { describe, expect, test } from "vitest";
import type { PolicyRule } from "../../../../src/model/index.js";
import { findingsOf, pathsOf, policyOf } from "../../../support/lint-rules.js";

const SECRETS = [{ group: "", resources: ["secrets"] }];
const REST: PolicyRule = { level: "Metadata" };

function paths(...rules: readonly PolicyRule[]): readonly string[] {
  return pathsOf("secret-bodies", policyOf([...rules, REST]));
}

describe("secret-bodies", () => {
  test("is found where a write is recorded at Request, with such a write", () => {
    const [found, ...others] = findingsOf("secret-bodies", policyOf([{ level: "Request" }]));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      path: "rules[0].level",
      data: { level: "Request", namespaces: [] },
      witness: { verb: "create", resource: { apiGroup: "", resource: "secrets" } },
    });
  });

  test("is found where a read is recorded at RequestResponse, and not at Request", () => {
    const verbs = ["get", "list", "watch"];
    expect(paths({ level: "RequestResponse", verbs, resources: SECRETS })).toEqual(["rules[0].level"]);
    expect(paths({ level: "Request", verbs, resources: SECRETS })).toEqual([]);
  });

  test("is found where a collection is deleted at RequestResponse, which answers with what was deleted", () => {
    const verbs = ["deletecollection"];
    expect(paths({ level: "RequestResponse", verbs })).toEqual(["rules[0].level"]);
    expect(paths({ level: "Request", verbs })).toEqual([]);
  });

  test("is not found where a rule above takes them at Metadata", () => {
    expect(paths({ level: "Metadata", resources: SECRETS }, { level: "RequestResponse" })).toEqual([]);
  });

  test("is found behind a rule that takes them in part, or takes something below them", () => {
    const part: PolicyRule = { level: "Metadata", verbs: ["create", "update"], resources: SECRETS };
    expect(paths(part, { level: "RequestResponse" })).toEqual(["rules[1].level"]);
    const below: PolicyRule = {
      level: "Metadata",
      resources: [{ group: "", resources: ["secrets/status"] }],
    };
    expect(paths(below, { level: "RequestResponse" })).toEqual(["rules[1].level"]);
  });

  test("is found once of each rule, with the namespaces that it names", () => {
    const found = findingsOf(
      "secret-bodies",
      policyOf([
        { level: "Request", resources: SECRETS, namespaces: ["kube-system"] },
        { level: "RequestResponse", resources: [{ group: "" }] },
      ]),
    );
    expect(found.map(({ path, data }) => [path, data])).toEqual([
      ["rules[0].level", { level: "Request", namespaces: ["kube-system"] }],
      ["rules[1].level", { level: "RequestResponse", namespaces: [] }],
    ]);
  });

  test("is not found of objects that the policy names", () => {
    const verbs = ["update", "patch"];
    const named = [{ group: "", resources: ["secrets"], resourceNames: ["usersshkeys"] }];
    expect(paths({ level: "RequestResponse", verbs, resources: named })).toEqual([]);
    expect(paths({ level: "RequestResponse", verbs, resources: SECRETS })).toEqual(["rules[0].level"]);
  });

  test("is not found where the one stage that is kept has no bodies", () => {
    const omitStages = ["ResponseStarted", "ResponseComplete", "Panic"] as const;
    expect(paths({ level: "RequestResponse", omitStages })).toEqual([]);
    expect(paths({ level: "RequestResponse", omitStages: omitStages.slice(1) })).toEqual(["rules[0].level"]);
  });
});
