import { describe, expect, test } from "vitest";
import type { AnalysisOptions } from "../../../src/analyze/index.js";
import { evaluate } from "../../../src/evaluate/index.js";
import type { Policy, PolicyRule } from "../../../src/model/index.js";
import { getPreset } from "../../../src/presets/index.js";
import {
  GUARANTEE_NAMES,
  type GuaranteeName,
  guarantee,
  type Proof,
  proveGuarantee,
} from "../../../src/prove/index.js";
import { policyOf } from "../../support/lint-rules.js";

const BODIES = GUARANTEE_NAMES.filter((name) => name.endsWith("-bodies"));

function prove(policy: Policy, name: GuaranteeName, options?: AnalysisOptions): Proof {
  return proveGuarantee(policy, guarantee(name), options);
}

function broken(policy: Policy): readonly string[] {
  return GUARANTEE_NAMES.filter((name) => prove(policy, name).result !== "proved");
}

/** The rule that breaks a guarantee, and the request, as one word each. */
function breachOf(name: GuaranteeName, rules: readonly PolicyRule[]): unknown {
  const { result, witness, decision } = prove(policyOf(rules), name);
  if (!witness) return result;
  return [decision?.rule, witness.verb, witness.resource?.resource ?? witness.path];
}

describe("proveGuarantee", () => {
  test("proves every guarantee of a policy that records all requests without bodies", () => {
    expect(broken(policyOf([{ level: "Metadata" }]))).toEqual([]);
  });

  test("finds each body in the log of a policy that records all of everything, and no blind spot", () => {
    expect(broken(policyOf([{ level: "RequestResponse" }]))).toEqual([...BODIES, "cis-3.2.2"]);
  });

  test("finds a blind spot for everything that is to be recorded where nothing is, and no body", () => {
    const others = GUARANTEE_NAMES.filter((name) => !BODIES.includes(name));
    expect(broken(policyOf([{ level: "None" }]))).toEqual(others);
  });

  test("finds the token that gce records, and none of the newest text of that policy", () => {
    expect(prove(getPreset("gce").policy, "no-token-bodies")).toMatchObject({
      result: "broken",
      witness: { verb: "create", resource: { resource: "serviceaccounts", subresource: "token" } },
      decision: { rule: 12, level: "RequestResponse" },
    });
    expect(prove(getPreset("gce-upstream").policy, "no-token-bodies").result).toBe("proved");
  });

  test("answers with a request that evaluates as it says", () => {
    const { policy } = getPreset("request-response-core");
    const breaches = GUARANTEE_NAMES.flatMap((name) => prove(policy, name).breaches);
    expect(breaches.length).toBeGreaterThan(0);
    for (const { witness, decision } of breaches)
      expect(witness && evaluate(policy, witness)).toEqual(decision);
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
    expect(breachOf("no-secret-bodies", rules)).toBe("proved");
  });

  test("takes a rule that keeps RequestReceived alone for one without bodies", () => {
    const rules: PolicyRule[] = [
      { level: "RequestResponse", omitStages: ["ResponseStarted", "ResponseComplete", "Panic"] },
    ];
    expect(breachOf("no-secret-bodies", rules)).toBe("proved");
    expect(
      breachOf("no-secret-bodies", [{ level: "RequestResponse", omitStages: ["ResponseComplete"] }]),
    ).toEqual([0, "create", "secrets"]);
  });

  test("finds that a failed authentication is recorded at ResponseStarted alone", () => {
    const policy = policyOf([{ level: "Metadata" }], { omitStages: ["ResponseStarted"] });
    expect(prove(policy, "failed-authentication-recorded")).toMatchObject({
      result: "broken",
      witness: { user: null },
      decision: { rule: 0, stages: [] },
    });
  });

  test("leaves probes out of what is to be recorded of nobody in particular", () => {
    const probes = ["/healthz*", "/livez*", "/readyz*", "/version"];
    const rules: PolicyRule[] = [{ level: "None", nonResourceURLs: probes }, { level: "Metadata" }];
    expect(breachOf("failed-authentication-recorded", rules)).toBe("proved");
    expect(breachOf("anonymous-recorded", rules)).toBe("proved");
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
    expect(prove(policy, "anonymous-recorded")).toMatchObject({
      result: "broken",
      decision: { rule: 0 },
      provedBy: "real-identities",
    });
    const real = prove(policy, "anonymous-recorded", { reading: "real-identities" });
    expect(real).toMatchObject({ result: "proved", breaches: [] });
  });

  test("says that it gave up", () => {
    expect(prove(getPreset("gce").policy, "no-secret-bodies", { limit: 1 }).result).toBe("unknown");
  });
});
