import { describe, expect, test } from "vitest";
import { findBreach, GUARANTEES, type GuaranteeName } from "../../../src/analyze/index.js";
import { evaluate } from "../../../src/evaluate/index.js";
import type { Policy, PolicyRule } from "../../../src/model/index.js";
import { getPreset } from "../../../src/presets/index.js";
import { policyOf } from "../../support/lint-rules.js";

const NAMES = Object.keys(GUARANTEES) as GuaranteeName[]; // the keys of a record that has them all
const BODIES = NAMES.filter((name) => name.endsWith("-bodies"));

function broken(policy: Policy): readonly string[] {
  return NAMES.filter((name) => findBreach(policy, GUARANTEES[name]) !== "none");
}

/** The rule that breaks a guarantee, and the request, as one word each. */
function breachOf(name: GuaranteeName, rules: readonly PolicyRule[]): unknown {
  const found = findBreach(policyOf(rules), GUARANTEES[name]);
  if (typeof found === "string") return found;
  const { verb, resource, path } = found.request;
  return [found.decision.rule, verb, resource?.resource ?? path];
}

describe("findBreach", () => {
  test("proves every guarantee of a policy that records all requests without bodies", () => {
    expect(broken(policyOf([{ level: "Metadata" }]))).toEqual([]);
  });

  test("finds each body in the log of a policy that records all of everything, and no blind spot", () => {
    expect(broken(policyOf([{ level: "RequestResponse" }]))).toEqual(BODIES);
  });

  test("finds a blind spot for everything that is to be recorded where nothing is, and no body", () => {
    const others = NAMES.filter((name) => !BODIES.includes(name));
    expect(broken(policyOf([{ level: "None" }]))).toEqual(others);
  });

  test("finds the token that gce records, and none of the newest text of that policy", () => {
    const found = findBreach(getPreset("gce").policy, GUARANTEES["no-token-bodies"]);
    expect(found).toMatchObject({
      request: { verb: "create", resource: { resource: "serviceaccounts", subresource: "token" } },
      decision: { rule: 12, level: "RequestResponse" },
    });
    expect(findBreach(getPreset("gce-upstream").policy, GUARANTEES["no-token-bodies"])).toBe("none");
  });

  test("answers with a request that evaluates as it says", () => {
    for (const name of NAMES) {
      const { policy } = getPreset("request-response-core");
      const found = findBreach(policy, GUARANTEES[name]);
      if (typeof found !== "string") expect(evaluate(policy, found.request)).toEqual(found.decision);
    }
  });

  test("names the first rule of the policy, whichever bound it breaks", () => {
    const secrets = [{ group: "", resources: ["secrets"] }];
    const rules: PolicyRule[] = [
      { level: "RequestResponse", verbs: ["get"], resources: secrets },
      { level: "Request", resources: secrets },
      { level: "Metadata" },
    ];
    expect(breachOf("no-secret-bodies", rules)).toEqual([0, "get", "secrets"]);
    expect(breachOf("no-secret-bodies", rules.slice(1))).toEqual([0, "create", "secrets"]);
  });

  test("takes a read at Request for one without a body", () => {
    const rules: PolicyRule[] = [
      { level: "Request", verbs: ["get", "list", "deletecollection"] },
      { level: "Metadata" },
    ];
    expect(breachOf("no-secret-bodies", rules)).toBe("none");
  });

  test("takes a rule that keeps RequestReceived alone for one without bodies", () => {
    const rules: PolicyRule[] = [
      { level: "RequestResponse", omitStages: ["ResponseStarted", "ResponseComplete", "Panic"] },
    ];
    expect(breachOf("no-secret-bodies", rules)).toBe("none");
    expect(
      breachOf("no-secret-bodies", [{ level: "RequestResponse", omitStages: ["ResponseComplete"] }]),
    ).toEqual([0, "create", "secrets"]);
  });

  test("finds that a failed authentication is recorded at ResponseStarted alone", () => {
    const found = findBreach(
      policyOf([{ level: "Metadata" }], { omitStages: ["ResponseStarted"] }),
      GUARANTEES["failed-authentication-recorded"],
    );
    expect(found).toMatchObject({ request: { user: null }, decision: { rule: 0, stages: [] } });
  });

  test("leaves probes out of what is to be recorded of nobody in particular", () => {
    const probes = ["/healthz*", "/livez*", "/readyz*", "/version"];
    const rules: PolicyRule[] = [{ level: "None", nonResourceURLs: probes }, { level: "Metadata" }];
    expect(breachOf("failed-authentication-recorded", rules)).toBe("none");
    expect(breachOf("anonymous-recorded", rules)).toBe("none");
    const more: PolicyRule[] = [
      { level: "None", nonResourceURLs: [...probes, "/metrics"] },
      { level: "Metadata" },
    ];
    expect(breachOf("anonymous-recorded", more)).toEqual([0, "get", "/metrics"]);
  });

  test("is formal if not told otherwise: a user may be in whatever groups", () => {
    const policy = policyOf([
      { level: "None", users: ["system:anonymous"], userGroups: ["system:authenticated"] },
      { level: "Metadata" },
    ]);
    const guarantee = GUARANTEES["anonymous-recorded"];
    expect(findBreach(policy, guarantee)).toMatchObject({ decision: { rule: 0 } });
    expect(findBreach(policy, guarantee, { reading: "real-identities" })).toBe("none");
  });

  test("says that it gave up", () => {
    expect(findBreach(getPreset("gce").policy, GUARANTEES["no-secret-bodies"], { limit: 1 })).toBe("unknown");
  });
});
