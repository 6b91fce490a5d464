import fc from "fast-check";
import {
  type GroupResources,
  LEVELS,
  POLICY_API_VERSION,
  POLICY_KIND,
  type Policy,
  type PolicyRule,
  STAGES,
  type Stage,
} from "../../../src/model/index.js";

/*
 * Policies that the newest kube-apiserver loads without a remark, in canonical form: no empty lists, stages in their
 * order. Names come from small pools, so that rules meet; a few of them are hard to write in YAML.
 */

export const USERS: readonly string[] = [
  "jane",
  "system:apiserver",
  "system:serviceaccount:kube-system:job-controller",
  "no",
  "1_000",
];
export const USER_GROUPS: readonly string[] = ["system:authenticated", "system:nodes", "devs", "~", "0o7"];
export const VERBS: readonly string[] = [
  "get",
  "list",
  "watch",
  "create",
  "update",
  "patch",
  "delete",
  "deletecollection",
];
export const GROUPS: readonly string[] = ["", "apps", "rbac.authorization.k8s.io", "*"];
export const RESOURCES: readonly string[] = ["pods", "pods/exec", "pods/*", "*/status", "*", "secrets"];
export const NAMES: readonly string[] = ["db", "web-0", "on", "1e3", "#1", "a: b"];
export const NAMESPACES: readonly string[] = ["", "default", "kube-system", "null"];
export const PATHS: readonly string[] = ["*", "/", "/healthz*", "/livez", "/api/*", "/metrics"];

/** A few of the values, in any order, none twice and at least one. */
function some<Value>(values: readonly Value[]): fc.Arbitrary<readonly Value[]> {
  return fc.shuffledSubarray([...values], { minLength: 1, maxLength: 3 });
}

const stages: fc.Arbitrary<readonly Stage[]> = fc.subarray([...STAGES], { minLength: 1 });

const omissions = { omitStages: stages, omitManagedFields: fc.boolean() };

const groupResources: fc.Arbitrary<GroupResources> = fc
  .tuple(fc.constantFrom(...GROUPS), fc.option(some(RESOURCES)), fc.option(some(NAMES)))
  .map(([group, resources, resourceNames]) => ({
    group,
    ...(resources && { resources }),
    ...(resources && resourceNames && { resourceNames }),
  }));

const anyRequest = { users: some(USERS), userGroups: some(USER_GROUPS), verbs: some(VERBS), ...omissions };

/** A rule that constrains any of its fields, or none of them. */
export const ruleArbitrary: fc.Arbitrary<PolicyRule> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record(
      {
        level: fc.constantFrom(...LEVELS),
        ...anyRequest,
        resources: fc.array(groupResources, { minLength: 1, maxLength: 3 }),
        namespaces: some(NAMESPACES),
      },
      { requiredKeys: ["level"] },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record(
      { level: fc.constantFrom(...LEVELS), ...anyRequest, nonResourceURLs: some(PATHS) },
      { requiredKeys: ["level", "nonResourceURLs"] },
    ),
  },
);

/** A policy of one to eight rules. */
export const policyArbitrary: fc.Arbitrary<Policy> = fc.record(
  {
    apiVersion: fc.constant(POLICY_API_VERSION),
    kind: fc.constant(POLICY_KIND),
    metadata: fc.constantFrom({ name: "audit" }, { name: "audit", labels: { team: "no" } }),
    ...omissions,
    rules: fc.array(ruleArbitrary, { minLength: 1, maxLength: 8 }),
  },
  { requiredKeys: ["apiVersion", "kind", "rules"] },
);
