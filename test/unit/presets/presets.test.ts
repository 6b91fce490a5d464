import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { composePreset } from "../../../src/fragments/index.js";
import { NEWEST_KUBERNETES, printVersion } from "../../../src/kubernetes/index.js";
import type { GroupResources, PolicyRule } from "../../../src/model/index.js";
import { parsePolicy } from "../../../src/parse/index.js";
import {
  getPreset,
  listFragments,
  listPresets,
  PRESET_NAMES,
  type PresetName,
} from "../../../src/presets/index.js";
import { listGuarantees } from "../../../src/prove/index.js";
import { validatePolicy } from "../../../src/validate/index.js";
import { proofTable } from "./proof-table.js";

const publishedPolicies = new URL("../../../../shared/data/policies/", import.meta.url);

function readYaml(file: URL): object {
  return parse(readFileSync(file, "utf8"));
}

/** What a policy says but for its API version, which this library always has as `audit.k8s.io/v1`. */
function facts(policy: object): object {
  return { ...policy, apiVersion: undefined, metadata: undefined };
}

describe("fidelity", () => {
  test.each<[PresetName, string]>([
    ["request-response-core", "basic"],
    ["metadata-only", "metadata"],
    ["gce", "gce"],
  ])("%s is the article's policy, field by field", (name, file) => {
    const article = readYaml(new URL(`../../fixtures/article/${file}.yaml`, import.meta.url));
    expect(facts(getPreset(name).policy)).toEqual(facts(article));
  });

  test.skipIf(!existsSync(publishedPolicies)).each<[PresetName, string]>([
    ["gce", "gce-seed-article-2018"],
    ["gce-upstream", "gce-2025-12-v1.35.0-latest"],
    ["eks", "eks-aws-best-practices"],
    ["aks", "aks-docs-complete"],
    ["openshift-default", "ocp-profile-default"],
    ["openshift-write-request-bodies", "ocp-profile-writerequestbodies"],
    ["openshift-all-request-bodies", "ocp-profile-allrequestbodies"],
    ["openshift-none", "ocp-profile-none"],
    ["kubespray", "kubespray-default"],
    ["talos", "talos-default"],
    ["rke2", "rke2-cis-profile-default"],
    ["k3s", "k3s-cis-starter"],
    ["kubermatic-metadata", "kubermatic-metadata"],
    ["kubermatic-minimal", "kubermatic-minimal"],
    ["kubermatic-recommended", "kubermatic-recommended"],
    ["gardener", "gardener-shoot-default"],
    ["stig", "disa-stig-v-242403"],
  ])("%s is the published policy %s, field by field", (name, file) => {
    const text = readFileSync(new URL(`${file}.yaml`, publishedPolicies), "utf8");
    // As kube-apiserver reads it: without the field of OpenShift's that is misspelt, and with the core group written out.
    const { policy: published } = parsePolicy(text, { kubernetesVersion: "1.23" });
    expect(facts(getPreset(name).policy)).toEqual(facts(published ?? {}));
  });

  test("aks-admin is aks behind a rule for the two verbs that kube-audit-admin leaves out", () => {
    const [first, ...others] = getPreset("aks-admin").policy.rules;
    expect(first).toEqual({ level: "None", verbs: ["get", "list"] });
    expect(others).toEqual(getPreset("aks").policy.rules);
  });

  test("gce-upstream is gce with three rules, one controller, one group and the minted tokens brought up to date", () => {
    const rules = getPreset("gce").policy.rules;
    const [unsecured, kubelet, autoscaler] = [1, 2, 6].map((i) => getPreset("gce-upstream").policy.rules[i]);
    expect(unsecured?.users).toEqual(["system:unsecured"]);
    expect(kubelet?.users).toEqual(["kubelet"]);
    expect(autoscaler?.users).toEqual(["cluster-autoscaler"]);

    const updated = rules.map(withCloudController).map(withTokens).map(withNewGroups);
    updated.splice(1, 0, ...[unsecured, kubelet].filter((rule) => rule !== undefined));
    updated.splice(6, 0, ...[autoscaler].filter((rule) => rule !== undefined));
    expect(getPreset("gce-upstream").policy.rules).toEqual(updated);
  });
});

function withCloudController(rule: PolicyRule): PolicyRule {
  const [first, ...others] = rule.users ?? [];
  return first === "system:kube-controller-manager"
    ? { ...rule, users: [first, "system:cloud-controller-manager", ...others] }
    : rule;
}

function withTokens(rule: PolicyRule): PolicyRule {
  return rule.level === "Metadata" && rule.resources
    ? { ...rule, resources: rule.resources.map(withTokenResource) }
    : rule;
}

function withTokenResource(entry: GroupResources): GroupResources {
  return entry.group === "" && entry.resources
    ? { ...entry, resources: [...entry.resources, "serviceaccounts/token"] }
    : entry;
}

function withNewGroups(rule: PolicyRule): PolicyRule {
  if (!rule.resources?.some(({ group }) => group === "settings.k8s.io")) return rule;
  const groups = rule.resources.map(({ group }) => group).filter((group) => group !== "settings.k8s.io");
  return { ...rule, resources: [...groups, "node.k8s.io"].sort().map((group) => ({ group })) };
}

describe.each(listPresets().map((preset) => ({ preset, name: preset.name })))("$name", ({ preset }) => {
  test("has a reason for each rule, and no two rules share one", () => {
    expect(preset.reasons).toHaveLength(preset.policy.rules.length);
    expect(new Set(preset.reasons).size).toBe(preset.reasons.length);
  });

  test("loads without a remark on the first and the last release that it holds for", () => {
    const { since, until } = preset.kubernetes;
    for (const kubernetesVersion of [since, until ?? printVersion(NEWEST_KUBERNETES)]) {
      const { policy } = composePreset(preset, { kubernetesVersion });
      expect(validatePolicy(policy, { kubernetesVersion })).toEqual([]);
    }
  });

  test("has no fault that the preset offered as its remedy has, too", () => {
    for (const { code, remedyPreset } of preset.knownFaults) {
      expect(getPreset(remedyPreset).knownFaults.map((fault) => fault.code)).not.toContain(code);
    }
  });
});

test("a preset tells of a token in the log exactly where a create of serviceaccounts/token is recorded with its response", () => {
  const told = listPresets().filter(({ knownFaults }) =>
    knownFaults.some(({ code }) => code === "token-bodies"),
  );
  const recorded = listPresets().filter(({ policy }) => tokenLevel(policy.rules) === "RequestResponse");
  expect(told.map(({ name }) => name)).toEqual(recorded.map(({ name }) => name));
  expect(told.map(({ name }) => name)).toEqual(["gce", "request-response-core", "stig"]);
});

/** The level at which an ordinary user's request for a token is recorded, for the few kinds of rule that presets have. */
function tokenLevel(rules: readonly PolicyRule[]): string | undefined {
  return rules.find(
    ({ users, userGroups, verbs, namespaces, nonResourceURLs, resources }) =>
      !users &&
      !userGroups &&
      !verbs &&
      !namespaces &&
      !nonResourceURLs &&
      (!resources ||
        resources.some(
          (entry) =>
            entry.group === "" && (!entry.resources || entry.resources.includes("serviceaccounts/token")),
        )),
  )?.level;
}

test("presets are listed in alphabetical order, those of products last, each under the name it is found by", () => {
  const isOwn = (name: PresetName): boolean => getPreset(name).baselineOf === undefined;
  const sorted = [...PRESET_NAMES].sort();
  expect(PRESET_NAMES).toEqual([...sorted.filter(isOwn), ...sorted.filter((name) => !isOwn(name))]);
  expect(listPresets().map(({ name }) => name)).toEqual(PRESET_NAMES);
  for (const preset of listPresets()) expect(getPreset(preset.name)).toBe(preset);
});

test.each([
  ["gec", 'unknown preset "gec"; did you mean "gce"?'],
  ["GCE", 'unknown preset "GCE"; did you mean "gce"?'],
  ["metadata", 'unknown preset "metadata"'],
  ["toString", 'unknown preset "toString"'],
  ["__proto__", 'unknown preset "__proto__"'],
])("the unknown preset %s is refused with the near miss and the list", (name, message) => {
  expect(() => getPreset(name)).toThrow(
    expect.objectContaining({
      code: "unknown-preset",
      message,
      help: `presets are ${PRESET_NAMES.join(", ")}`,
    }),
  );
});

describe("docs/presets.md", () => {
  const page = readFileSync(new URL("../../../docs/presets.md", import.meta.url), "utf8");

  test("has a row for each preset, with the number of its rules", () => {
    for (const { name, policy } of listPresets())
      expect(page).toContain(`| \`${name}\` | ${policy.rules.length} |`);
  });

  test("has the table of what is proved", () => {
    expect(page).toContain(proofTable());
    const columns = listGuarantees().map(({ name }, index) => `${index + 1} \`${name}\``);
    expect(page.replaceAll("\n", " ")).toContain(columns.join(", "));
  });

  test("tells of each known fault in the words of the preset", () => {
    for (const { knownFaults } of listPresets())
      for (const { code, what, remedyPreset } of knownFaults)
        expect(page).toContain(`| \`${code}\` | ${what} | \`${remedyPreset}\` |`);
  });
});

describe("docs/fragments.md", () => {
  const page = readFileSync(new URL("../../../docs/fragments.md", import.meta.url), "utf8");

  test("has a row for each fragment", () => {
    for (const { name, slot, addon = "", purpose, parameters = {} } of listFragments()) {
      const named = Object.keys(parameters).map((key) => `\`${key}\``);
      expect(page).toContain(`| \`${name}\` | ${slot} | ${addon} | ${purpose} | ${named.join(", ")} |`);
    }
  });
});
