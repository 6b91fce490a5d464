import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { evaluate } from "../../../src/evaluate/index.js";
import type { Policy, PolicyRule } from "../../../src/model/index.js";
import { getPreset, type PresetName } from "../../../src/presets/index.js";
import { renderTarget } from "../../../src/provider/index.js";
import type { AuditSettings } from "../../../src/render/index.js";
import { policyArbitrary } from "../../property/arbitraries/policy.js";

const OFFERED: readonly (readonly [target: string, name: string, preset: PresetName])[] = [
  ["openshift", "Default", "openshift-default"],
  ["openshift@4.18", "WriteRequestBodies", "openshift-write-request-bodies"],
  ["openshift", "AllRequestBodies", "openshift-all-request-bodies"],
  ["openshift", "None", "openshift-none"],
  ["eks", "EKS", "eks"],
  ["aks", "kube-audit", "aks"],
  ["aks", "kube-audit-admin", "aks-admin"],
  ["gke", "GKE", "gce-upstream"],
];

/** The same decisions by other rules: the first one in two halves, and one that no request comes to. */
function written(policy: Policy): Policy {
  const [first, ...others] = policy.rules;
  const halves = (first?.verbs ?? first?.userGroups ?? []).map(
    (word): PolicyRule => ({
      ...first,
      level: first?.level ?? "None",
      [first?.verbs ? "verbs" : "userGroups"]: [word],
    }),
  );
  const rules = halves.length > 0 ? [...halves, ...others] : policy.rules;
  return { ...policy, rules: [...rules, { level: "RequestResponse", users: ["jane"] }] };
}

describe.each(OFFERED)("%s: %s", (target, name, preset) => {
  const { policy } = getPreset(preset);

  test("is asked for where it decides as the policy does, however that is written", () => {
    for (const same of [policy, written(policy)]) {
      const { provider, artifacts, diagnostics } = renderTarget({ policy: same, target });
      expect(provider).toMatchObject({ name, preset, comparison: { relation: "equivalent" } });
      expect(diagnostics).toEqual([]);
      expect(artifacts).toHaveLength(1);
      if (/openshift|aks/.test(target)) expect(artifacts[0]?.content).toContain(name);
    }
  });

  test("is not, where one request is decided otherwise", () => {
    const jane = { level: "Request", users: ["jane"], verbs: ["update"] } as const;
    const { provider, artifacts, diagnostics } = renderTarget({
      policy: {
        ...policy,
        rules: [{ ...jane, resources: [{ group: "", resources: ["nodes"] }] }, ...policy.rules],
      },
      target,
    });
    expect(artifacts).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["provider-decides"]);
    expect(provider).toMatchObject({ name, preset });
    expect(provider?.comparison.differences).toHaveLength(1);
  });
});

test.each<[PresetName, string, string]>([
  ["metadata-only", "openshift", "Default"],
  ["gce", "openshift", "Default"],
  ["gce", "aks", "kube-audit"],
  ["openshift-none", "aks", "kube-audit-admin"],
])("to %s on %s the nearest is %s", (preset, target, name) => {
  const { provider, steps } = renderTarget({ policy: getPreset(preset).policy, target });
  expect(provider).toMatchObject({ name });
  expect(steps.apply.length).toBeGreaterThan(0);
});

test("of any policy each difference is shown by a request that the two decide differently", () => {
  fc.assert(
    fc.property(policyArbitrary, fc.constantFrom("openshift", "aks", "eks", "gke"), (policy, target) => {
      const { provider, artifacts, diagnostics } = renderTarget({ policy, target });
      if (!provider) throw new Error("a provider's target says what is nearest");
      const theirs = getPreset(provider.preset).policy;
      const { relation, differences } = provider.comparison;
      // A policy that is too new for the API server is not one of the provider's, whatever the rest of it says.
      const isTooNew = diagnostics.some(({ code }) => code === "policy-too-new");
      expect(artifacts.length > 0).toBe(relation === "equivalent" && !isTooNew);
      const kubernetesVersion = target === "openshift" ? "1.35" : "1.37";
      for (const { witness, decisions } of differences) {
        expect(evaluate(policy, witness, { kubernetesVersion })).toEqual(decisions.before);
        expect(evaluate(theirs, witness, { kubernetesVersion })).toEqual(decisions.after);
        expect(decisions.before).not.toEqual(decisions.after);
      }
    }),
    { numRuns: 6 },
  );
});

test.each<[AuditSettings, string]>([
  [{ auditLogMaxAge: 3 }, "--audit-log-maxage"],
  [{ auditPolicyFile: "/etc/policy.yaml" }, "--audit-policy-file"],
  [{ log: false }, "--no-log"],
  [{ webhook: { server: "https://audit.example" } }, "the webhook"],
])("the settings %j are an error, and nothing is rendered", (settings, setting) => {
  const { artifacts, diagnostics } = renderTarget({
    policy: getPreset("eks").policy,
    target: "eks",
    settings,
  });
  expect(artifacts).toEqual([]);
  expect(diagnostics).toMatchObject([
    { code: "target-cannot-express", message: `Amazon EKS cannot express ${setting}` },
  ]);
});

test("a target whose control plane is the user's is rendered as it is", () => {
  const { provider, artifacts } = renderTarget({ policy: getPreset("gce").policy, target: "kops" });
  expect(provider).toBeUndefined();
  expect(parse(artifacts[0]?.content ?? "").spec.kubeAPIServer.auditLogMaxAge).toBe(30);
});
