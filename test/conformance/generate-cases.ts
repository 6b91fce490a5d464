import {
  type GroupResources,
  LEVELS,
  POLICY_API_VERSION,
  POLICY_KIND,
  type Policy,
  type PolicyRule,
  type RequestAttributes,
  STAGES,
  type UserInfo,
} from "../../src/model/index.js";
import type { Random } from "./random.js";

/** A policy, and requests that mostly carry what it names. */
export interface EvaluationCase {
  readonly policy: Policy;
  readonly requests: readonly RequestAttributes[];
}

/*
 * The pools are small, so that rules and requests meet, and hold what is spelled like a wildcard where it is none, what is
 * nearly a wildcard, and the empty string. `other` stands in no policy.
 */
const USERS = [
  "jane",
  "system:apiserver",
  "system:serviceaccount:kube-system:job-controller",
  "*",
  "system:*",
  "",
];
const GROUPS_OF_USERS = ["system:authenticated", "system:nodes", "system:masters", "devs", "*", ""];
const VERBS = [
  "get",
  "list",
  "watch",
  "create",
  "update",
  "patch",
  "delete",
  "deletecollection",
  "proxy",
  "*",
  "",
];
const API_GROUPS = ["", "apps", "rbac.authorization.k8s.io", "*", "metrics.k8s.io"];
const RESOURCES = ["pods", "nodes", "configmaps", "secrets", "*", "", "a/b"];
const SUBRESOURCES = ["exec", "status", "log", "*", "b/c", "portforward"];
const NAMES = ["db", "web-0", "*", ""];
const NAMESPACES = ["", "default", "kube-system", "*"];
const SPECS = [
  "*",
  "/",
  "/*",
  "/healthz",
  "/healthz*",
  "/api*",
  "/api/*",
  "/apis/**",
  "/metrics",
  "",
  "**",
  "/debug/pprof/*",
];
const PATHS = [
  "/",
  "/healthz",
  "/healthz/etcd",
  "/api",
  "/api/v1",
  "/apis/apps",
  "/metrics",
  "",
  "/debug/pprof/heap",
  "*",
];
const OTHER = "other";

export function generateCase(random: Random, requestCount: number): EvaluationCase {
  const policy = generatePolicy(random);
  return { policy, requests: Array.from({ length: requestCount }, () => generateRequest(random)) };
}

/** Any policy, among them many that kube-apiserver would refuse to load. */
export function generatePolicy(random: Random): Policy {
  // Now and then more rules than a machine word has bits.
  const count = random.chance(0.05) ? 33 + random.below(40) : random.below(9);
  return {
    apiVersion: POLICY_API_VERSION,
    kind: POLICY_KIND,
    ...generateOmissions(random),
    rules: Array.from({ length: count }, () => generateRule(random, count > 9 ? 0.75 : 0.4)),
  };
}

function generateOmissions(random: Random): Pick<PolicyRule, "omitStages" | "omitManagedFields"> {
  return {
    ...(random.chance(0.3) && { omitStages: random.some(STAGES, 3) }),
    ...(random.chance(0.3) && { omitManagedFields: random.chance(0.5) }),
  };
}

/** A field is there with the given probability, and then empty in one of twenty. */
function generateRule(random: Random, density: number): PolicyRule {
  const list = (values: readonly string[], most = 3): readonly string[] | undefined => {
    if (!random.chance(density)) return undefined;
    return random.chance(0.05) ? [] : random.some(values, most);
  };
  const users = list(USERS);
  const userGroups = list(GROUPS_OF_USERS);
  const verbs = list(VERBS, 6);
  const forPaths = random.chance(0.3);
  const namespaces = forPaths ? undefined : list(NAMESPACES);
  const resources =
    !forPaths && random.chance(density + 0.2)
      ? Array.from({ length: random.below(4) }, () => generateEntry(random))
      : undefined;
  // kube-apiserver refuses such URLs beside resources; its evaluator passes over them.
  const nonResourceURLs = forPaths || random.chance(0.05) ? random.some(SPECS, 3) : undefined;
  return {
    level: random.pick(LEVELS),
    ...(users && { users }),
    ...(userGroups && { userGroups }),
    ...(verbs && { verbs }),
    ...(resources && { resources }),
    ...(namespaces && { namespaces }),
    ...(nonResourceURLs && { nonResourceURLs }),
    ...generateOmissions(random),
  };
}

function generateEntry(random: Random): GroupResources {
  const resources = Array.from({ length: random.below(4) }, () => writeResource(random));
  return {
    group: random.pick(API_GROUPS),
    ...(random.chance(0.8) && { resources }),
    ...(random.chance(0.25) && { resourceNames: random.some(NAMES, 2) }),
  };
}

/** `pods`, `pods/log`, and with each part the wildcards that there are, and some that there are not. */
function writeResource(random: Random): string {
  const resource = random.pick(RESOURCES);
  return random.chance(0.5) ? resource : `${resource}/${random.pick(SUBRESOURCES)}`;
}

export function generateRequest(random: Random): RequestAttributes {
  const or = (values: readonly string[]): string => (random.chance(0.1) ? OTHER : random.pick(values));
  const user: UserInfo | null = random.chance(0.1)
    ? null
    : { name: or(USERS), groups: random.chance(0.2) ? [] : random.some([...GROUPS_OF_USERS, OTHER], 3) };
  const verb = or(VERBS);
  if (random.chance(0.25)) return { user, verb, path: or(PATHS) };
  return {
    user,
    verb,
    resource: {
      apiGroup: or(API_GROUPS),
      resource: or(RESOURCES),
      subresource: random.chance(0.5) ? "" : or(SUBRESOURCES),
      namespace: or(NAMESPACES),
      name: or(NAMES),
    },
  };
}
