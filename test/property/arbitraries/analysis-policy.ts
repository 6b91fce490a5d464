import fc from "fast-check";
import type { LevelLimit, LevelLimits } from "../../../src/combine/index.js";
import {
  type GroupResources,
  LEVELS,
  POLICY_API_VERSION,
  POLICY_KIND,
  type Policy,
  type PolicyRule,
  type RequestAttributes,
  STAGES,
  selectorOf,
} from "../../../src/model/index.js";
import type { ReadingOptions } from "../../engines/engine.js";

/*
 * Small policies in which questions about rules have both answers: the names of a policy are few, so that rules meet, and
 * many a rule is an earlier one that was changed a little, so that it is shadowed, or nearly.
 */

/** What the rules of one policy name. */
interface Pools {
  readonly users: readonly string[];
  readonly userGroups: readonly string[];
  readonly verbs: readonly string[];
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  readonly names: readonly string[];
  readonly namespaces: readonly string[];
  readonly paths: readonly string[];
  /** How many rules are for paths to four that are for resources. */
  readonly pathShare: number;
}

const USERS = [
  "jane",
  "system:anonymous",
  "system:node:worker-1",
  "system:node:",
  "system:serviceaccount:ci:builder",
  "system:serviceaccount:prod:web",
  "system:apiserver",
  "kubelet",
  // Nobody is called so, but for the sake of it.
  "system:node:*",
  "system:serviceaccount:prod",
  "system:nodes",
];
const USER_GROUPS = [
  "devs",
  "system:authenticated",
  "system:unauthenticated",
  "system:nodes",
  "system:serviceaccounts",
  "system:serviceaccounts:ci",
  "system:serviceaccounts:prod",
  "system:masters",
  // These are nobody's.
  "system:serviceaccount:ci:builder",
  "devs-*",
];
const VERBS = ["get", "list", "watch", "create", "update", "delete", "deletecollection"];
/** Of other requests, and of none. */
const OTHER_VERBS = ["post", "head", "*", "proxy"];
const GROUPS = ["", "apps", "rbac.authorization.k8s.io", "networking.k8s.io", "example.org", "*"];
const RESOURCES = [
  "pods",
  "pods/exec",
  "pods/*",
  "*/status",
  "*",
  "*/*",
  "namespaces",
  "namespaces/finalize",
  "nodes",
  "nodes/*",
  "clusterroles",
  "roles",
  "ingresses",
  "pods/",
  "",
];
const NAMES = ["", "kube-system", "prod", "web-0", "web-*"];
const PATHS = [
  "*",
  "/",
  "/*",
  "/o*",
  "/healthz*",
  "/healthz",
  "/healthz/etcd",
  "/api",
  "/api*",
  "/api/*",
  "/api/v1/",
  "/api/v1/*",
  "/api/v1/pods*",
  "/apis/apps*",
];

/** Where a path turns into that of a resource. */
const PATHS_OF_THE_API = [
  "/api*",
  "/api/*",
  "/api/v1",
  "/api/v1*",
  "/api/v1/",
  "/api/v1/*",
  "/api/v1//*",
  "*",
];

/** Some of the values, none twice and at least one. */
function some<Value>(values: readonly Value[], maxLength: number): fc.Arbitrary<readonly Value[]> {
  return fc.shuffledSubarray([...values], { minLength: 1, maxLength: Math.min(maxLength, values.length) });
}

const anything = {
  users: some(USERS, 3),
  userGroups: some(USER_GROUPS, 3),
  verbs: fc.oneof(
    { weight: 3, arbitrary: some(VERBS, 4) },
    { weight: 1, arbitrary: some([...VERBS, ...OTHER_VERBS], 4) },
  ),
  groups: some(GROUPS, 2),
  resources: some(RESOURCES, 3),
  names: some(NAMES, 2),
  namespaces: some(NAMES, 2),
  paths: some(PATHS, 4),
  pathShare: fc.constant(1),
};

/** Mostly anything; and what the reading of real identities treats in a way of its own, often enough to be met. */
const pools: fc.Arbitrary<Pools> = fc.oneof(
  { weight: 4, arbitrary: fc.record(anything) },
  {
    weight: 1,
    arbitrary: fc.record({
      ...anything,
      userGroups: some(USER_GROUPS, 5),
      verbs: some(VERBS, 1),
      resources: some(RESOURCES, 1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      ...anything,
      users: some(USERS, 1),
      userGroups: some(USER_GROUPS, 1),
      groups: fc.constant([""]),
      resources: some(["namespaces", "namespaces/*", "namespaces/finalize"], 2),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      ...anything,
      users: some(USERS, 1),
      userGroups: some(USER_GROUPS, 1),
      paths: fc.oneof(some(PATHS, 6), some(PATHS_OF_THE_API, 4)),
      pathShare: fc.constant(20),
    }),
  },
);

/** A list that constrains, or once in `freq` none; now and then an empty one, which is none. */
function list<Value>(values: readonly Value[], freq = 3): fc.Arbitrary<readonly Value[] | undefined> {
  return fc.oneof(
    { weight: 10, arbitrary: fc.option(some(values, 2), { nil: undefined, freq }) },
    { weight: 1, arbitrary: fc.constant([]) },
  );
}

type Fields = { readonly [Field in keyof PolicyRule]: PolicyRule[Field] | undefined };

/** Without the fields that have no value. */
function compact(fields: Fields & Pick<PolicyRule, "level">): PolicyRule {
  const { level, users, userGroups, verbs, namespaces, resources, nonResourceURLs, ...rest } = fields;
  const { omitStages, omitManagedFields } = rest;
  return {
    level,
    ...(users && { users }),
    ...(userGroups && { userGroups }),
    ...(verbs && { verbs }),
    ...(namespaces && { namespaces }),
    ...(resources && { resources }),
    ...(nonResourceURLs && { nonResourceURLs }),
    ...(omitStages && { omitStages }),
    ...(omitManagedFields !== undefined && { omitManagedFields }),
  };
}

const level = fc.constantFrom(...LEVELS);
const omissions = {
  omitStages: fc.option(fc.subarray([...STAGES], { maxLength: 2 }), { nil: undefined, freq: 2 }),
  omitManagedFields: fc.option(fc.boolean(), { nil: undefined, freq: 2 }),
};

function entryArbitrary({ groups, resources, names }: Pools): fc.Arbitrary<GroupResources> {
  return fc
    .tuple(fc.constantFrom(...groups), list(resources, 4), list(names))
    .map(([group, written, resourceNames]) => ({
      group,
      ...(written && { resources: written }),
      // kube-apiserver refuses names without resources.
      ...(written?.length && resourceNames && { resourceNames }),
    }));
}

function ruleArbitrary(pool: Pools): fc.Arbitrary<PolicyRule> {
  const none = fc.constant(undefined);
  // A rule for users and for groups seldom matches anybody whose name goes with groups.
  const who = fc.oneof(
    { weight: 3, arbitrary: fc.record({ users: none, userGroups: none }) },
    { weight: 4, arbitrary: fc.record({ users: list(pool.users), userGroups: none }) },
    { weight: 4, arbitrary: fc.record({ users: none, userGroups: list(pool.userGroups) }) },
    { weight: 2, arbitrary: fc.record({ users: list(pool.users), userGroups: list(pool.userGroups) }) },
  );
  const what = { level, verbs: list(pool.verbs), ...omissions };
  const where = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        ...what,
        resources: fc.option(fc.array(entryArbitrary(pool), { maxLength: 2 }), { nil: undefined, freq: 6 }),
        namespaces: list(pool.namespaces, 2),
        nonResourceURLs: none,
      }),
    },
    {
      weight: pool.pathShare,
      arbitrary: fc.record({
        ...what,
        resources: none,
        namespaces: none,
        nonResourceURLs: list(pool.paths, 9),
      }),
    },
  );
  return fc.tuple(who, where).map(([some, rest]) => compact({ ...some, ...rest }));
}

/** What becomes of a rule when it is copied: a level, fields taken from another rule, and entries left out. */
interface Change {
  readonly of: number;
  readonly level: PolicyRule["level"] | undefined;
  readonly fields: readonly (keyof PolicyRule)[];
  readonly leaveOut: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  of: fc.nat({ max: 7 }),
  level: fc.option(level, { nil: undefined, freq: 2 }),
  fields: fc.subarray<keyof PolicyRule>(["users", "userGroups", "verbs", "omitStages"], { maxLength: 2 }),
  leaveOut: fc.nat({ max: 11 }),
});

/** The rule, or a copy of an earlier one with a few fields of the rule. */
function changed(rule: PolicyRule, earlier: readonly PolicyRule[], how: Change | undefined): PolicyRule {
  const original = how && earlier[how.of % Math.max(1, earlier.length)];
  if (!original) return rule;
  const copy: PolicyRule = { ...original, level: how.level ?? original.level };
  const mixed: Fields & Pick<PolicyRule, "level"> = {
    ...copy,
    ...Object.fromEntries(how.fields.map((field) => [field, rule[field]])),
  };
  const shorter = <Value>(values: readonly Value[] | undefined): readonly Value[] | undefined =>
    values && values.length > 1 ? values.toSpliced(how.leaveOut % values.length, 1) : values;
  // An entry is left out of one of the lists at most.
  switch (how.leaveOut % 6) {
    case 0:
      return compact({ ...mixed, users: shorter(mixed.users) });
    case 1:
      return compact({ ...mixed, verbs: shorter(mixed.verbs) });
    case 2:
      return compact({ ...mixed, resources: shorter(mixed.resources) });
    case 3:
      return compact({ ...mixed, namespaces: shorter(mixed.namespaces) });
    default:
      return compact(mixed);
  }
}

function policyOf(pool: Pools, maxLength: number): fc.Arbitrary<Policy> {
  const rule = fc.tuple(ruleArbitrary(pool), fc.option(change, { nil: undefined, freq: 2 }));
  return fc
    .record({ ...omissions, rules: fc.array(rule, { minLength: 1, maxLength, size: "max" }) })
    .map(({ omitStages, omitManagedFields, rules }) => ({
      apiVersion: POLICY_API_VERSION,
      kind: POLICY_KIND,
      ...(omitStages && { omitStages }),
      ...(omitManagedFields !== undefined && { omitManagedFields }),
      rules: rules.reduce<PolicyRule[]>((earlier, [one, how]) => {
        earlier.push(changed(one, earlier, how));
        return earlier;
      }, []),
    }));
}

export const analysisPolicyArbitrary: fc.Arbitrary<Policy> = pools.chain((pool) => policyOf(pool, 7));

/** Two policies over the same names, the second mostly the first with a few rules changed, dropped or put elsewhere. */
export const policyPairArbitrary: fc.Arbitrary<readonly [Policy, Policy]> = pools.chain((pool) =>
  fc
    .tuple(policyOf(pool, 5), policyOf(pool, 5), fc.nat({ max: 5 }), fc.array(change, { maxLength: 2 }))
    .map(([first, second, how, changes]): readonly [Policy, Policy] => {
      if (how === 0) return [first, second];
      const rules = [...first.rules];
      for (const one of changes) {
        const index = one.of % rules.length;
        const rule = second.rules[one.leaveOut % second.rules.length];
        const own = rules[index];
        if (!own || !rule) continue;
        if (how === 1) rules.splice(index, 1, changed(rule, [own], one));
        else if (how === 2 && rules.length > 1) rules.splice(index, 1);
        else if (how === 3) rules.splice(one.leaveOut % rules.length, 0, ...rules.splice(index, 1));
        else if (how === 4) rules.splice(index, 0, rule);
        else rules.splice(index, 1, { ...own, level: one.level ?? own.level });
      }
      return [first, { ...first, rules }];
    }),
);

/** A request made of what these policies may name, and now and then of something else. */
export const analysisRequestArbitrary: fc.Arbitrary<RequestAttributes> = fc
  .record({
    name: fc.constantFrom(...USERS, "system:serviceaccount:other:x", "system:node:other", "other"),
    groups: fc.subarray([...USER_GROUPS, "other"]),
    isSomebody: fc.nat({ max: 5 }).map((chance) => chance > 0),
    verb: fc.constantFrom(...VERBS, ...OTHER_VERBS, "patch", "options"),
    apiGroup: fc.constantFrom(...GROUPS, "other"),
    resource: fc.constantFrom("pods", "namespaces", "nodes", "clusterroles", "roles", "*", "other"),
    subresource: fc.constantFrom("", "exec", "status", "finalize", "*", "other"),
    namespace: fc.constantFrom(...NAMES, "other"),
    objectName: fc.constantFrom(...NAMES, "other"),
    path: fc.constantFrom(...PATHS, "/other", "/api/v1//", "/api/v1/pods", "/apis/apps/v1", "/healthz/"),
    isResource: fc.nat({ max: 2 }).map((chance) => chance > 0),
  })
  .map(({ name, groups, isSomebody, verb, isResource, path, objectName, ...resource }) => {
    const user = isSomebody ? { name, groups } : null;
    return isResource ? { user, verb, resource: { ...resource, name: objectName } } : { user, verb, path };
  });

/** How policies are examined: by which reading, on which release. Releases differ in wildcards and in what is omitted. */
export const readingOptionsArbitrary: fc.Arbitrary<ReadingOptions> = fc.record({
  reading: fc.constantFrom("formal", "real-identities"),
  kubernetesVersion: fc.constantFrom("1.37", "1.30", "1.9", "1.8"),
});

const limits = (
  rules: readonly PolicyRule[],
  levels: readonly PolicyRule["level"][],
): fc.Arbitrary<readonly LevelLimit[]> =>
  fc.array(
    fc.record({ level: fc.constantFrom(...levels), of: fc.nat({ max: 7 }) }).map(({ level: limit, of }) => ({
      level: limit,
      selector: selectorOf(rules[of % rules.length] ?? { level: "None" }),
    })),
    { maxLength: 2 },
  );

/** A policy, and limits for requests that another one over the same names is about; each asks for something. */
export const levelLimitsArbitrary: fc.Arbitrary<readonly [Policy, LevelLimits]> = policyPairArbitrary
  .chain(([policy, { rules }]) =>
    fc
      .record({
        atLeast: limits(rules, ["Metadata", "Request", "RequestResponse"]),
        atMost: limits(rules, ["None", "Metadata", "Request"]),
      })
      .map((some): readonly [Policy, LevelLimits] => [policy, some]),
  )
  .filter(([, { atLeast = [], atMost = [] }]) => atLeast.length + atMost.length > 0);
