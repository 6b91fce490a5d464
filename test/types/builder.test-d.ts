import { describe, expectTypeOf, test } from "vitest";
import { auditPolicy, type PolicyBuilder, strictest } from "../../src/builder/index.js";
import type { Composition } from "../../src/compose/index.js";
import type { Policy } from "../../src/model/index.js";
import { getPreset, type Preset, type PresetName } from "../../src/presets/index.js";

const builder = auditPolicy();

describe("the compiler accepts", () => {
  test("every method in a chain, which ends in a composition", () => {
    expectTypeOf(builder.rule("None")).toEqualTypeOf<PolicyBuilder>();
    expectTypeOf(builder.otherwise("Metadata")).toEqualTypeOf<PolicyBuilder>();
    expectTypeOf(builder.use("gce")).toEqualTypeOf<PolicyBuilder>();
    expectTypeOf(builder.build()).toEqualTypeOf<Composition>();
  });

  test("a preset's policy and a built one where a policy is used", () => {
    builder.use(getPreset("gce").policy);
    builder.use(builder.build().policy);
  });

  test("lists that are made at run time", () => {
    const names: string[] = ["a"];
    builder.rule("Metadata", {
      users: names,
      namespaces: names,
      resources: [{ group: "", resources: names }],
    });
    builder.rule("Metadata", { resources: names.map((group) => ({ group })) });
    builder.rule("None", { nonResourceURLs: names.map((name) => `/${name}` as const) });
  });

  test("namespaces without resources, the core group, and every path", () => {
    builder.rule("Metadata", { namespaces: ["kube-system", ""] });
    builder.rule("Metadata", { resources: [{ group: "", resources: ["secrets"], resourceNames: ["db"] }] });
    builder.rule("None", { userGroups: ["system:nodes"], nonResourceURLs: ["*", "/healthz*"] });
  });
});

describe("the compiler rejects", () => {
  test("a rule for paths and for resources or namespaces", () => {
    // @ts-expect-error -- no request is for a path and for an object
    builder.rule("None", { nonResourceURLs: ["/healthz"], resources: [{ group: "" }] });
    // @ts-expect-error -- no request for a path has a namespace
    builder.rule("None", { nonResourceURLs: ["/healthz"], namespaces: ["default"] });
  });

  test("an unknown level", () => {
    // @ts-expect-error -- levels begin with a capital
    builder.rule("metadata");
    // @ts-expect-error -- a stage is no level
    builder.otherwise("RequestReceived");
  });

  test("an unknown stage", () => {
    // @ts-expect-error -- a level is no stage
    auditPolicy({ omitStages: ["Metadata"] });
    // @ts-expect-error -- a misspelt stage
    builder.rule("None", {}, { omitStages: ["RequestRecieved"] });
    // @ts-expect-error -- a misspelt stage
    builder.otherwise("None", { omitStages: ["RequestRecieved"] });
  });

  test("names of objects without their resources", () => {
    // @ts-expect-error -- a name of what?
    builder.rule("None", { resources: [{ group: "", resourceNames: ["db"] }] });
  });

  test("resources without a group", () => {
    // @ts-expect-error -- the core group is "" and has to be said
    builder.rule("None", { resources: [{ resources: ["pods"] }] });
  });

  test("a path without its slash", () => {
    // @ts-expect-error -- paths begin with "/"
    builder.rule("None", { nonResourceURLs: ["healthz"] });
  });

  test("a field that rules do not have", () => {
    // @ts-expect-error -- the field is "verbs"
    builder.rule("None", { verb: ["get"] });
    // @ts-expect-error -- the field is "resources"
    builder.rule("None", { resources: [{ group: "", resource: ["pods"] }] });
    // @ts-expect-error -- verbs belong to the rule and not to its resources
    builder.rule("None", { resources: [{ group: "", resources: ["pods"], verbs: ["get"] }] });
  });

  test("a preset that does not exist", () => {
    // @ts-expect-error -- a misspelt name
    builder.use("gec");
  });

  test("a change to a preset or to a built policy", () => {
    // @ts-expect-error -- presets are shared by all who use them
    getPreset("gce").policy.rules[0] = { level: "None" };
    // @ts-expect-error -- the lists of a rule are read-only, too
    builder.build().policy.rules[0]?.users?.push("jane");
  });
});

test("the names of presets are a union, and each has a policy", () => {
  expectTypeOf<"gce" | "gce-upstream" | "metadata-only">().toExtend<PresetName>();
  expectTypeOf<"gec">().not.toExtend<PresetName>();
  expectTypeOf<Preset["policy"]>().toEqualTypeOf<Policy>();
  expectTypeOf<Preset["name"]>().toEqualTypeOf<PresetName>();
});

test("a floor asks for something, and so does a ceiling", () => {
  auditPolicy()
    .atLeast("Metadata")
    .atMost("None", { verbs: ["get"] }, { reason: "Noise." });
  // @ts-expect-error -- no level is below None
  auditPolicy().atLeast("None");
  // @ts-expect-error -- no level is above RequestResponse
  auditPolicy().atMost("RequestResponse");
  // @ts-expect-error -- no rule asks for requests without a user
  auditPolicy().atMost("Metadata", { user: "none" });
  // @ts-expect-error -- no preset has that name
  strictest("gce", "gcp");
});
