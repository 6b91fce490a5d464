import { describe, expect, test } from "vitest";
import { composeSequence, type PolicyPart } from "../../../src/compose/index.js";
import type { Policy, PolicyRule } from "../../../src/model/index.js";
import { getPreset, type PresetName } from "../../../src/presets/index.js";

function policy(rules: readonly PolicyRule[], whole: Partial<Policy> = {}): Policy {
  return { apiVersion: "audit.k8s.io/v1", kind: "Policy", ...whole, rules };
}

function file(name: string, rules: readonly PolicyRule[], whole?: Partial<Policy>): PolicyPart {
  return { name, policy: policy(rules, whole) };
}

function preset(name: PresetName): PolicyPart {
  return { ...getPreset(name), name: `preset ${name}` };
}

const secrets: PolicyRule = { level: "Metadata", resources: [{ group: "", resources: ["secrets"] }] };
const probes: PolicyRule = { level: "None", nonResourceURLs: ["/healthz*"] };
const rest: PolicyRule = { level: "Request" };

describe("the policy", () => {
  test("of one part is that very policy, metadata and all", () => {
    const whole = { metadata: { name: "audit" }, omitStages: ["Panic"], omitManagedFields: true } as const;
    const part = file("a.yaml", [secrets, rest], whole);
    expect(composeSequence([part]).policy).toBe(part.policy);
  });

  test("of no part has no rules", () => {
    expect(composeSequence([]).policy).toEqual(policy([]));
  });

  test("of several parts has their rules in the order of the parts, without metadata", () => {
    const a = file("a.yaml", [secrets], { metadata: { name: "a" } });
    expect(composeSequence([a, file("b.yaml", [probes, rest])]).policy).toEqual(
      policy([secrets, probes, rest]),
    );
  });

  test("keeps stages of one part away from the rules of another, in the order in which stages occur", () => {
    const a = file("a.yaml", [{ ...secrets, omitStages: ["Panic"] }], { omitStages: ["RequestReceived"] });
    expect(composeSequence([a, file("b.yaml", [rest])]).policy).toEqual(
      policy([{ ...secrets, omitStages: ["RequestReceived", "Panic"] }, rest]),
    );
  });

  test("says once for all rules what two parts each said for theirs", () => {
    const whole = { omitStages: ["RequestReceived"], omitManagedFields: true } as const;
    const a = file("a.yaml", [{ ...secrets, omitStages: ["Panic"] }], whole);
    expect(composeSequence([a, file("b.yaml", [rest], whole)]).policy).toEqual(
      policy([{ ...secrets, omitStages: ["Panic"] }, rest], whole),
    );
  });

  test("leaves in the rules what no part said for all of its own, for Kubernetes 1.8 reads it only there", () => {
    const { policy: composed } = composeSequence([preset("request-response-core"), preset("metadata-only")]);
    expect(composed.omitStages).toBeUndefined();
    expect(composed.rules.map(({ omitStages }) => omitStages)).toEqual([
      ["RequestReceived"],
      ["RequestReceived"],
    ]);
  });

  test("lets a rule's own omitManagedFields stand against that of its part", () => {
    const a = file("a.yaml", [{ ...secrets, omitManagedFields: false }, probes], { omitManagedFields: true });
    const { rules } = composeSequence([a, file("b.yaml", [rest])]).policy;
    expect(rules.map(({ omitManagedFields }) => omitManagedFields)).toEqual([false, true, undefined]);
  });

  test("keeps a word that is no stage, for the checks to name", () => {
    const misspelt = JSON.parse('{"omitStages":["RequestRecieved"]}');
    const { rules } = composeSequence([file("a.yaml", [secrets], misspelt), file("b.yaml", [rest])]).policy;
    expect(rules[0]?.omitStages).toEqual(["RequestRecieved"]);
  });
});

describe("comments and origins", () => {
  const a: PolicyPart = { ...file("a.yaml", [secrets, probes]), reasons: ["Credentials."] };

  test("of one part are the reasons alone", () => {
    const { comments, origins } = composeSequence([a]);
    expect(comments).toEqual(["Credentials.", undefined]);
    expect(origins).toEqual([
      [{ source: "a.yaml", rule: 0, reason: "Credentials." }],
      [{ source: "a.yaml", rule: 1 }],
    ]);
  });

  test("of several parts name the part and the rule's place there", () => {
    expect(composeSequence([a, file("b.yaml", [rest])]).comments).toEqual([
      "a.yaml, rules[0]: Credentials.",
      "a.yaml, rules[1]",
      "b.yaml, rules[0]",
    ]);
  });
});

describe("rules behind a catch-all", () => {
  function remarks(...parts: readonly PolicyPart[]): readonly object[] {
    return composeSequence(parts).diagnostics.map(({ code, severity, path, message, help }) => ({
      code,
      severity,
      path,
      message,
      help,
    }));
  }
  const code = "rules-after-catch-all";
  const severity = "warning";

  test("of an earlier part are told of in terms of parts, and the other order is offered", () => {
    expect(remarks(preset("gce"), preset("request-response-core"))).toEqual([
      {
        code,
        severity,
        path: "rules[13]",
        message:
          "rules[13], the last rule of preset gce, matches every request, so rules[14] (preset request-response-core) never applies",
        help: "put preset request-response-core before preset gce, or drop the last rule of preset gce",
      },
    ]);
  });

  test("are not to be put first where they end in a catch-all themselves", () => {
    expect(remarks(preset("gce"), preset("gce-upstream"))).toMatchObject([
      {
        message: expect.stringContaining("so rules[14] to rules[30] (preset gce-upstream) never apply"),
        help: "drop the last rule of preset gce",
      },
    ]);
  });

  test("are all named, by part, and a part that is nothing but the catch-all is to be left out", () => {
    const parts = [preset("metadata-only"), file("a.yaml", [secrets, probes]), file("b.yaml", [secrets])];
    expect(remarks(...parts)).toMatchObject([
      {
        path: "rules[0]",
        message:
          "rules[0], the last rule of preset metadata-only, matches every request, so rules[1] to rules[2] (a.yaml) and rules[3] (b.yaml) never apply",
        help: "put a.yaml and b.yaml before preset metadata-only, or leave out preset metadata-only",
      },
    ]);
  });

  test("of the same part are told of in terms of rules", () => {
    expect(remarks(file("a.yaml", [secrets, rest, probes]))).toMatchObject([
      {
        path: "rules[1]",
        message: "rules[1] matches every request, so rules[2] never applies",
        help: "move rules[1] to the end, or drop it",
      },
    ]);
    expect(remarks(file("a.yaml", [rest, secrets, rest]))).toMatchObject([
      { help: "drop rules[0], or the rules behind it" },
    ]);
  });

  test("count for a catch-all whose lists are all empty", () => {
    const empty = {
      users: [],
      userGroups: [],
      verbs: [],
      resources: [],
      namespaces: [],
      nonResourceURLs: [],
    };
    expect(remarks(file("a.yaml", [{ level: "None", ...empty }, secrets]))).toHaveLength(1);
  });

  test.each<Partial<PolicyRule>>([
    { users: ["jane"] },
    { userGroups: ["devs"] },
    { verbs: ["get"] },
    { resources: [{ group: "" }] },
    { namespaces: [""] },
    { nonResourceURLs: ["*"] },
  ])("do not stand behind a rule with %j, which is no catch-all", (constraint) => {
    expect(remarks(file("a.yaml", [{ level: "None", ...constraint }, secrets]))).toEqual([]);
  });

  test("are none where the catch-all comes last", () => {
    expect(remarks(file("a.yaml", [secrets]), preset("gce"))).toEqual([]);
  });
});
