import type { GroupResources, Policy, PolicyRule, RequestAttributes } from "../src/model/index.js";
import type { Random } from "../test/conformance/random.js";

const LEVELS = ["None", "Metadata", "Request", "RequestResponse"] as const;
const VERBS = ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"];
const RESOURCES = Array.from({ length: 12 }, (_, index) => `resource${index}`);
const SUFFIXES = ["/status", "/scale", "/*"];

/**
 * A policy of random rules that overlap: of each rule 45 % name 1–3 of n/3 users, 25 % 1–2 of up to 24 groups, 70 % 1–3 of 8
 * verbs, 35 % 1–2 of n/8 namespaces; 85 % have 1–2 entries out of up to 40 API groups with 1–4 of 12 resources (15 % of them
 * with `/status`, `/scale` or `/*`, 10 % of the entries with a name), 8 % are for paths. A catch-all at Metadata ends it.
 *
 * A rule that would name nothing but verbs is drawn again: a few of these take every request near the top of the list, and the
 * rest of it is never looked at.
 */
export function generatePolicy(count: number, random: Random): Policy {
  const names = (prefix: string, size: number): readonly string[] =>
    Array.from({ length: Math.max(1, Math.ceil(size)) }, (_, index) => `${prefix}${index}`);
  const pools: Pools = {
    users: names("user", count / 3),
    userGroups: names("group", Math.min(24, count / 3)),
    namespaces: names("namespace", count / 8),
    apiGroups: ["", ...names("api", Math.min(39, count / 8)).map((name) => `${name}.example.com`)],
  };
  const rules = Array.from({ length: count - 1 }, () => generateRule(pools, random));
  return { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [...rules, { level: "Metadata" }] };
}

interface Pools {
  readonly users: readonly string[];
  readonly userGroups: readonly string[];
  readonly namespaces: readonly string[];
  readonly apiGroups: readonly string[];
}

function generateRule(pools: Pools, random: Random): PolicyRule {
  const who = {
    level: random.pick(LEVELS),
    ...(random.chance(0.45) && { users: random.some(pools.users, 3) }),
    ...(random.chance(0.25) && { userGroups: random.some(pools.userGroups, 2) }),
    ...(random.chance(0.7) && { verbs: random.some(VERBS, 3) }),
  };
  if (random.chance(0.08))
    return { ...who, nonResourceURLs: [`/path${random.below(20)}${random.pick(["", "*", "/*"])}`] };
  const rule = {
    ...who,
    ...(random.chance(0.35) && { namespaces: random.some(pools.namespaces, 2) }),
    ...(random.chance(0.85) && {
      resources: Array.from({ length: 1 + random.below(2) }, () => generateEntry(pools, random)),
    }),
  };
  const names = rule.users ?? rule.userGroups ?? rule.namespaces ?? rule.resources;
  return names ? rule : generateRule(pools, random);
}

function generateEntry({ apiGroups }: Pools, random: Random): GroupResources {
  const resources = random
    .some(RESOURCES, 4)
    .map((resource) => resource + (random.chance(0.15) ? random.pick(SUFFIXES) : ""));
  return {
    group: random.pick(apiGroups),
    resources,
    ...(random.chance(0.1) && { resourceNames: [`name${random.below(10)}`] }),
  };
}

/** Requests made of what the rules name: each of the parts of one rule, or of any. */
export function generateRequests(
  { rules }: Policy,
  count: number,
  random: Random,
): readonly RequestAttributes[] {
  const of = (values: readonly string[] | undefined, other: string): string =>
    values && values.length > 0 ? random.pick(values) : other;
  return Array.from({ length: count }, () => {
    const rule = random.pick(rules);
    const user = {
      name: of(rule.users, "somebody"),
      groups: ["system:authenticated", of(rule.userGroups, "nobodies")],
    };
    const verb = of(rule.verbs, "get");
    if (rule.nonResourceURLs) return { user, verb, path: of(rule.nonResourceURLs, "/").replace("*", "x") };
    const entry = rule.resources && random.pick(rule.resources);
    const [resource = "", subresource = ""] = of(entry?.resources, "widgets").split("/");
    return {
      user,
      verb,
      resource: {
        apiGroup: entry?.group ?? "example.com",
        resource,
        subresource: subresource === "*" ? "log" : subresource,
        namespace: of(rule.namespaces, "elsewhere"),
        name: of(entry?.resourceNames, "thing"),
      },
    };
  });
}
