import fc from "fast-check";
import { listApiResources, nameOf } from "../../../src/kubernetes/index.js";
import { LEVELS, type Policy, type PolicyRule, pushIntoRules } from "../../../src/model/index.js";
import { getPreset, instantiateFragment, listFragments, PRESET_NAMES } from "../../../src/presets/index.js";
import { policyArbitrary, ruleArbitrary } from "./policy.js";

/*
 * Policies as people write them: with Kubernetes' own names and custom ones, with words that kube-apiserver takes and that match
 * nothing, and with runs of rules that fragments and presets have.
 */

const names = listApiResources().map((one) => ({ group: one.group, resources: [nameOf(one)] }));

const entries = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: fc.constantFrom(...names).map(({ group }) => ({ group })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...names),
        fc.shuffledSubarray(["aws-auth", "a*", 'the "one"'], { minLength: 1 }),
      )
      .map(([entry, resourceNames]) => ({ ...entry, resourceNames })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { group: "argoproj.io", resources: ["applications", "*/status"] },
      { group: "", resources: ["pod*", "pods/*", "configmaps/*"] },
      { group: "", resources: ["pods", "secrets", "configmaps", "serviceaccounts/token"] },
      { group: "apps", resources: ["pods", "deployments"] },
      { group: "*", resources: ["*/exec", "*/*"] },
    ),
  },
);

const some = <Value>(...values: readonly Value[]): fc.Arbitrary<readonly Value[]> =>
  fc.shuffledSubarray([...values], { minLength: 1, maxLength: Math.min(4, values.length) });

const users = some(
  "jane",
  "*",
  "it's",
  "system:nodes",
  "system:kube-proxy",
  "system:node:worker-1",
  "system:node:Worker",
  "system:serviceaccount:argocd:argocd-server",
  "system:serviceaccount:argocd:*",
  "system:serviceaccounts:argocd",
  "system:bootstrappers:kubeadm:default-node-token",
);

const writtenRule: fc.Arbitrary<PolicyRule> = fc.record(
  {
    level: fc.constantFrom(...LEVELS),
    users,
    userGroups: users,
    verbs: some("get", "list", "watch", "create", "patch", "*", "exec", "head", "post", "proxy"),
    resources: fc.array(entries, { minLength: 1, maxLength: 5 }),
    namespaces: some("", "kube-system", "kube-*"),
  },
  { requiredKeys: ["level"] },
);

const fragmentRules: fc.Arbitrary<readonly PolicyRule[]> = fc
  .tuple(fc.constantFrom(...listFragments()), fc.constantFrom(...LEVELS), fc.boolean())
  .map(([fragment, level, isUsual]) => {
    const values = { level, namespace: "gitops", users: ["jane", "system:kube-proxy"] };
    const own = Object.entries(fragment.parameters ?? {}).map(([key, { type }]) => [key, values[type]]);
    return instantiateFragment(fragment, isUsual ? {} : Object.fromEntries(own)).map(({ rule }) => rule);
  });

const presetRules: fc.Arbitrary<readonly PolicyRule[]> = fc
  .constantFrom(...PRESET_NAMES)
  .map((name) => pushIntoRules(getPreset(name).policy));

const rules = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: ruleArbitrary.map((rule) => [rule]) },
      { weight: 5, arbitrary: writtenRule.map((rule) => [rule]) },
      { weight: 2, arbitrary: fragmentRules },
      { weight: 1, arbitrary: presetRules },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) => all.flat());

export const writtenPolicyArbitrary: fc.Arbitrary<Policy> = fc
  .tuple(policyArbitrary, rules)
  .map(([policy, own]) => ({ ...policy, rules: own }));
