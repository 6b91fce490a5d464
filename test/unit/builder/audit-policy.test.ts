import { describe, expect, test } from "vitest";
import { auditPolicy } from "../../../src/builder/index.js";
import type { Policy } from "../../../src/model/index.js";
import { getPreset } from "../../../src/presets/index.js";

const core = (
  ...resources: readonly string[]
): { resources: readonly [{ group: ""; resources: typeof resources }] } => ({
  resources: [{ group: "", resources }],
});

describe("the policy", () => {
  test("has the rules in the order of the chain, with what the builder says for all of them", () => {
    const { policy, diagnostics } = auditPolicy({ omitStages: ["RequestReceived"], omitManagedFields: true })
      .rule("None", { nonResourceURLs: ["/healthz*"] })
      .rule("Metadata", core("secrets"), { omitStages: ["Panic"], omitManagedFields: false })
      .otherwise("Request")
      .build();
    expect(policy).toEqual({
      apiVersion: "audit.k8s.io/v1",
      kind: "Policy",
      omitStages: ["RequestReceived"],
      omitManagedFields: true,
      rules: [
        { level: "None", nonResourceURLs: ["/healthz*"] },
        { level: "Metadata", ...core("secrets"), omitStages: ["Panic"], omitManagedFields: false },
        { level: "Request" },
      ],
    });
    expect(diagnostics).toEqual([]);
  });

  test("has a preset's rules where the chain uses it", () => {
    const { rules } = auditPolicy()
      .rule("None", { users: ["probe"] })
      .use("gce")
      .build().policy;
    expect(rules).toEqual([{ level: "None", users: ["probe"] }, ...getPreset("gce").policy.rules]);
  });

  test("keeps for the rules of a used policy what that policy says, and gives them its own word where it says nothing", () => {
    const used: Policy = {
      apiVersion: "audit.k8s.io/v1",
      kind: "Policy",
      omitStages: ["Panic"],
      omitManagedFields: false,
      rules: [{ level: "Request", omitStages: ["ResponseStarted"] }],
    };
    const silent: Policy = {
      apiVersion: "audit.k8s.io/v1",
      kind: "Policy",
      rules: [{ level: "None", verbs: ["get"] }],
    };
    expect(auditPolicy({ omitManagedFields: true }).use(silent).use(used).build().policy).toEqual({
      apiVersion: "audit.k8s.io/v1",
      kind: "Policy",
      omitManagedFields: true,
      rules: [
        { level: "None", verbs: ["get"] },
        { level: "Request", omitStages: ["ResponseStarted", "Panic"], omitManagedFields: false },
      ],
    });
  });

  test("has no empty lists, and each that would have narrowed a rule is told of", () => {
    const { policy, diagnostics } = auditPolicy({ omitStages: [] })
      .rule(
        "Metadata",
        { users: [], resources: [{ group: "apps", resources: [], resourceNames: [] }] },
        { omitStages: [] },
      )
      .rule("None", { verbs: ["get"], resources: [], namespaces: [] })
      .build();
    expect(policy).toEqual({
      apiVersion: "audit.k8s.io/v1",
      kind: "Policy",
      rules: [
        { level: "Metadata", resources: [{ group: "apps" }] },
        { level: "None", verbs: ["get"] },
      ],
    });
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ["empty-list", "rules[0].users"],
      ["empty-list", "rules[1].resources"],
      ["empty-list", "rules[1].namespaces"],
    ]);
  });
});

describe("a builder", () => {
  test("stays as it is when a method is called on it", () => {
    const start = auditPolicy().rule("None", { users: ["a"] });
    start.rule("Request", { users: ["b"] });
    start.use("gce");
    start.otherwise("Metadata");
    expect(start.build().policy.rules).toEqual([{ level: "None", users: ["a"] }]);
  });

  test("is the common start of any number of chains", () => {
    const start = auditPolicy().rule("None", { users: ["a"] });
    const levels = (chain: typeof start): readonly string[] =>
      chain.build().policy.rules.map(({ level }) => level);
    expect(levels(start.otherwise("Request"))).toEqual(["None", "Request"]);
    expect(levels(start.otherwise("Metadata"))).toEqual(["None", "Metadata"]);
  });

  test("does not change with the lists that it was given", () => {
    const users = ["a"];
    const omitStages: "Panic"[] = ["Panic"];
    const used = {
      apiVersion: "audit.k8s.io/v1",
      kind: "Policy",
      rules: [{ level: "None", users }],
    } as const;
    const chain = auditPolicy({ omitStages }).rule("Metadata", { users }).use(used);
    const before = JSON.stringify(chain.build());
    users.push("b");
    omitStages.pop();
    expect(JSON.stringify(chain.build())).toBe(before);
  });

  test("refuses a preset that does not exist when it is used", () => {
    const name: string = "gec";
    // @ts-expect-error -- a name that is not known to be a preset's
    expect(() => auditPolicy().use(name)).toThrow('unknown preset "gec"; did you mean "gce"?');
  });
});

describe("where rules come from", () => {
  const silent: Policy = {
    apiVersion: "audit.k8s.io/v1",
    kind: "Policy",
    rules: [{ level: "None", verbs: ["get"] }],
  };
  const { comments, origins } = auditPolicy()
    .rule("None", { users: ["a"] }, { reason: "Only reads." })
    .rule("None", { users: ["b"] })
    .use(silent)
    .use(silent)
    .rule("None", { users: ["c"] }, { reason: "Only probes." })
    .use("metadata-only")
    .build();

  test("is a preset, one of the policies used, or the chain itself, with the place there", () => {
    expect(origins.map(([{ source, rule } = { source: "none" }]) => `${source} ${rule}`)).toEqual([
      "the builder's own rules 0",
      "the builder's own rules 1",
      "policy 1 0",
      "policy 2 0",
      "the builder's own rules 2",
      "preset metadata-only 0",
    ]);
  });

  test("is in the comments of what was used, and a rule of the chain has its reason alone", () => {
    expect(comments).toEqual([
      "Only reads.",
      undefined,
      "policy 1, rules[0]",
      "policy 2, rules[0]",
      "Only probes.",
      `preset metadata-only, rules[0]: ${getPreset("metadata-only").reasons[0]}`,
    ]);
  });
});

describe("diagnostics", () => {
  test("are those of kube-apiserver, for the release asked for", () => {
    const chain = (minor: number): readonly string[] =>
      auditPolicy({ kubernetesVersion: `1.${minor}` })
        .rule("Metadata", { resources: [{ group: "*" }] })
        .build()
        .diagnostics.map(({ code }) => code);
    expect(chain(36)).toEqual([]);
    expect(chain(35)).toEqual(["group-wildcard-too-new"]);
  });

  test("name a level that no compiler was there to refuse", () => {
    const level = JSON.parse('"metadata"');
    expect(auditPolicy().rule(level).build().diagnostics).toMatchObject([
      { code: "unknown-level", path: "rules[0].level" },
    ]);
  });

  test("say of a rule that was spliced in where it comes from", () => {
    const used: Policy = {
      apiVersion: "audit.k8s.io/v1",
      kind: "Policy",
      rules: [{ level: "None", resources: [{ group: "apps/v1" }] }],
    };
    const { diagnostics } = auditPolicy()
      .rule("None", { users: ["a"] })
      .use(used)
      .build();
    expect(diagnostics).toMatchObject([
      { path: "rules[1].resources[0].group", related: [{ message: "rules[1] is rules[0] of policy 1" }] },
    ]);
  });

  test("warn of rules behind the catch-all of a preset", () => {
    const { diagnostics } = auditPolicy()
      .use("gce")
      .rule("None", { users: ["a"] })
      .build();
    expect(diagnostics).toMatchObject([
      {
        code: "rules-after-catch-all",
        path: "rules[13]",
        help: "put the builder's own rules before preset gce, or drop the last rule of preset gce",
      },
    ]);
  });

  test("do not speak of the chain's last rule where more of its rules follow", () => {
    const { diagnostics } = auditPolicy()
      .otherwise("None")
      .use("request-response-core")
      .rule("None", { users: ["a"] })
      .build();
    expect(diagnostics).toMatchObject([
      {
        message:
          "rules[0] matches every request, so rules[1] (preset request-response-core) and rules[2] (the builder's own rules) never apply",
        help: "move rules[0] to the end, or drop it",
      },
    ]);
  });

  test("warn of rules behind otherwise", () => {
    const { diagnostics } = auditPolicy()
      .otherwise("None")
      .rule("Request", { users: ["a"] })
      .build();
    expect(diagnostics).toMatchObject([
      { code: "rules-after-catch-all", help: "move rules[0] to the end, or drop it" },
    ]);
  });

  test("say that a chain without rules is no policy", () => {
    const { policy, diagnostics } = auditPolicy().build();
    expect(policy.rules).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: "no-rules" }]);
  });
});
