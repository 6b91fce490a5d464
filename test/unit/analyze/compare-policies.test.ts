import { describe, expect, test } from "vitest";
import { comparePolicies } from "../../../src/analyze/index.js";
import type { GroupResources, Policy, PolicyRule } from "../../../src/model/index.js";
import { getPreset } from "../../../src/presets/index.js";
import { describeRequests } from "../../../src/report/index.js";
import { describeChange } from "../../../src/report/print-comparison.js";

const policyOf = (...rules: readonly PolicyRule[]): Policy => ({
  apiVersion: "audit.k8s.io/v1",
  kind: "Policy",
  rules,
});

/** The differences, each in a line. */
function changes(
  before: Policy,
  after: Policy,
  reading: "formal" | "real-identities" = "real-identities",
): string[] {
  return comparePolicies(before, after, { reading }).differences.map(
    (difference) => `${describeRequests(difference.requests)}: ${describeChange(difference)}`,
  );
}

const all: PolicyRule = { level: "Metadata" };
const core = (...resources: readonly string[]): readonly GroupResources[] => [{ group: "", resources }];

describe("the differences of gce and gce-upstream", () => {
  test("are those of the rules that upstream added and corrected since, and no others", () => {
    const namespaceController = "system:serviceaccount:kube-system:namespace-controller";
    const downToMetadata = "serviceaccounts/token, everything in settings.k8s.io";
    expect(changes(getPreset("gce").policy, getPreset("gce-upstream").policy)).toEqual([
      "get on configmaps in kube-system by system:unsecured, cluster-autoscaler: Metadata → None",
      "update on configmaps in kube-system by cluster-autoscaler: Metadata → None",
      "get on nodes, nodes/status by kubelet not in system:nodes: Request → None",
      "get on endpoints in kube-system by system:cloud-controller-manager, cluster-autoscaler: Request → None",
      "get, list on everything in metrics.k8s.io by system:cloud-controller-manager: Request → None",
      `get, list, watch on ${downToMetadata} by anyone: Request → Metadata`,
      "update on endpoints in kube-system by system:cloud-controller-manager, cluster-autoscaler: RequestResponse → None",
      `create, update, patch, delete on ${downToMetadata} by anyone: RequestResponse → Metadata`,
      `deletecollection on ${downToMetadata} by anyone but ${namespaceController}: RequestResponse → Metadata`,
      "get, list, watch on everything in node.k8s.io by anyone: Metadata → Request",
      "create, update, patch, delete on everything in node.k8s.io by anyone: Metadata → RequestResponse",
      `deletecollection on everything in node.k8s.io by anyone but ${namespaceController}: Metadata → RequestResponse`,
    ]);
  });

  test("are the same the other way round", () => {
    const there = comparePolicies(getPreset("gce").policy, getPreset("gce-upstream").policy);
    const back = comparePolicies(getPreset("gce-upstream").policy, getPreset("gce").policy);
    const count = (comparison: typeof there): number => comparison.differences.length;
    expect(count(back)).toBe(count(there));
    expect([there.relation, back.relation]).toEqual(["incomparable", "incomparable"]);
  });
});

describe("a difference is told", () => {
  test("as every request, where it is", () => {
    expect(changes(policyOf(all), policyOf({ level: "Request" }))).toEqual([
      "every request by anyone: Metadata → Request",
    ]);
  });

  test("by the group that it is of, and by the users that it is not of", () => {
    const nodes: PolicyRule = { level: "None", userGroups: ["system:nodes"], verbs: ["get"] };
    expect(changes(policyOf(all), policyOf(nodes, all))).toEqual([
      "get on any resource and any path by any user in system:nodes: Metadata → None",
    ]);
    const jane: PolicyRule = { level: "Metadata", users: ["jane"] };
    expect(changes(policyOf(jane, { level: "None" }), policyOf(all))).toEqual([
      "every request by anyone but jane: None → Metadata",
    ]);
  });

  test("as of those who are, or who are not authenticated", () => {
    const authenticated: PolicyRule = { level: "Request", userGroups: ["system:authenticated"] };
    expect(changes(policyOf(all), policyOf(authenticated, all))).toEqual([
      "every request by any user in system:authenticated: Metadata → Request",
    ]);
    expect(changes(policyOf(authenticated, all), policyOf(authenticated, { level: "None" }))).toEqual([
      "every request by any user not in system:authenticated, or nobody (failed authentication): Metadata → None",
    ]);
  });

  test("by resources, whole groups and all but some", () => {
    const secrets: PolicyRule = { level: "Metadata", resources: core("secrets") };
    expect(changes(policyOf(all), policyOf(secrets, { level: "Request" }))).toEqual([
      "any verb on any resource but secrets by anyone: Metadata → Request",
      "any verb on any path by anyone: Metadata → Request",
    ]);
    const below: PolicyRule = { level: "None", resources: core("pods", "*/status") };
    expect(changes(policyOf(all), policyOf(below, all))).toEqual([
      "any verb on pods, */status by anyone: Metadata → None",
    ]);
    const rest: PolicyRule = { level: "None", resources: [{ group: "" }] };
    expect(changes(policyOf(secrets, all), policyOf(secrets, rest, all))).toEqual([
      "any verb on everything in the core group but secrets by anyone: Metadata → None",
    ]);
  });

  test("by paths that begin alike", () => {
    const health: PolicyRule = { level: "None", nonResourceURLs: ["/healthz*", "/livez"] };
    const ping: PolicyRule = { level: "Metadata", nonResourceURLs: ["/healthz/ping"] };
    expect(changes(policyOf(all), policyOf(ping, health, all))).toEqual([
      "any verb on path /healthz*, /livez but /healthz/ping by anyone: Metadata → None",
    ]);
    expect(changes(policyOf(health, all), policyOf({ level: "None", nonResourceURLs: ["*"] }, all))).toEqual([
      "any verb on path any but /healthz*, /livez by anyone: Metadata → None",
    ]);
  });

  test("by namespaces and names", () => {
    const lock: PolicyRule = {
      level: "None",
      namespaces: ["kube-system"],
      resources: [{ group: "", resources: ["configmaps"], resourceNames: ["lock"] }],
    };
    expect(changes(policyOf(all), policyOf(lock, all))).toEqual([
      "any verb on configmaps named lock in kube-system by anyone: Metadata → None",
    ]);
    expect(changes(policyOf(all), policyOf({ level: "None", namespaces: [""] }, all))).toEqual([
      "any verb on any resource outside namespaces by anyone: Metadata → None",
    ]);
  });
});

describe("what is compared", () => {
  test("are stages and managed fields as well as levels", () => {
    const before = policyOf({ level: "Request", omitStages: ["RequestReceived"] });
    const after = { ...policyOf({ level: "Request" }), omitManagedFields: true };
    expect(changes(before, after)).toEqual([
      "every request by anyone: Request without RequestReceived → Request without managedFields",
    ]);
    expect(comparePolicies(before, after).relation).toBe("incomparable");
  });

  test("is not where a stage is left out of nothing, or managed fields where there is no body", () => {
    const before = policyOf({ level: "None", omitStages: ["Panic"], verbs: ["get"] }, all);
    const after = policyOf({ level: "None", verbs: ["get"] }, { ...all, omitManagedFields: true });
    expect(comparePolicies(before, after)).toMatchObject({
      relation: "equivalent",
      differences: [],
      formalOnly: 0,
    });
  });

  test("is what the release makes of a policy", () => {
    const before = policyOf({ level: "None", resources: core("pods/*") }, all);
    const after = policyOf({ level: "None", resources: core("pods", "pods/log") }, all);
    const only = (kubernetesVersion: string): readonly string[] =>
      comparePolicies(before, after, { kubernetesVersion }).differences.map(({ requests }) =>
        describeRequests(requests),
      );
    expect(only("1.37")).toEqual(["any verb on pods/* but pods, pods/log by anyone"]);
    expect(only("1.9")).toEqual(["any verb on pods, pods/log by anyone"]);
  });

  test("is what clusters see, unless the formal reading is asked for", () => {
    const impossible: PolicyRule = {
      level: "None",
      users: ["system:node:a"],
      userGroups: ["system:unauthenticated"],
    };
    const { relation, formalOnly } = comparePolicies(policyOf(all), policyOf(impossible, all));
    expect([relation, formalOnly > 0]).toEqual(["equivalent", true]);
    expect(changes(policyOf(all), policyOf(impossible, all), "formal")).toEqual([
      "every request by system:node:a in system:unauthenticated: Metadata → None",
    ]);
  });
});
