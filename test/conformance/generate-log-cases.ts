import { isLongRunning } from "../../src/kubernetes/index.js";
import type { GroupResources, Policy, PolicyRule, UserInfo } from "../../src/model/index.js";
import { requestFromHttp } from "../../src/request/index.js";
import type { LogCase } from "./log-case.js";
import type { Random } from "./random.js";

/*
 * What stands for the fields that a rule leaves open, next to what the policies name. `other` stands in no policy.
 */
const USERS = ["jane", "joe", "system:kube-scheduler", "system:node:n1", "other"];
const GROUPS_OF_USERS = ["devs", "system:nodes", "system:masters", "other"];
const VERBS = ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection", "proxy"];
const API_GROUPS = ["", "apps", "rbac.authorization.k8s.io", "other.io"];
const RESOURCES = ["pods", "secrets", "configmaps", "nodes", "events", "endpoints", "others"];
const SUBRESOURCES = ["status", "scale", "exec", "attach", "portforward", "log", "proxy", "token", "other"];
const NAMESPACES = ["", "default", "prod", "kube-system"];
const NAMES = ["web-0", "n1", "other"];
const PATHS = ["/", "/healthz", "/metrics", "/api", "/apis/apps/v1", "/debug/pprof/heap", "/other"];
const QUERIES = [
  "pretty=true",
  "limit=500",
  "resourceVersion=0",
  "timeout=30s",
  "timeoutSeconds=5",
  "labelSelector=app%3Dweb",
  "fieldSelector=metadata.name%3Dweb-0",
  "fieldSelector=spec.nodeName%3Dn1",
  "dryRun=All",
  "watch=false",
  "watch",
];
const METHODS: Readonly<Record<string, string>> = {
  create: "POST",
  update: "PUT",
  patch: "PATCH",
  delete: "DELETE",
  deletecollection: "DELETE",
};
/** Verbs whose URL names no object. */
const OF_COLLECTIONS = new Set(["list", "watch", "create", "deletecollection"]);

/** Requests that the rules of the policies may match, one rule after the other: each in one of many ways. */
export function generateLogCases(
  policies: readonly Policy[],
  random: Random,
  count: number,
): readonly LogCase[] {
  const rules = policies.flatMap((policy) => policy.rules);
  return Array.from({ length: count }, (_, index) => {
    // INVARIANT: every policy has a rule.
    const rule = rules[index % rules.length] as PolicyRule;
    return vary(rule.nonResourceURLs ? pathCase(rule, random) : resourceCase(rule, random), random);
  });
}

function pathCase(rule: PolicyRule, random: Random): LogCase {
  const verb = random.pick(rule.verbs ?? ["get", "get", "post", "head"]);
  const spec = random.pick(rule.nonResourceURLs ?? PATHS);
  const path = spec === "*" ? random.pick(PATHS) : spec.replace(/\*$/, random.pick(["", "x", "/x"]));
  return { method: verb.toUpperCase(), url: path, from: sender(rule, random) };
}

function resourceCase(rule: PolicyRule, random: Random): LogCase {
  const from = sender(rule, random);
  const verb = random.pick(rule.verbs ?? VERBS);
  if (!rule.resources && !rule.namespaces && random.chance(0.2)) {
    return { method: METHODS[verb] ?? "GET", url: random.pick(PATHS), from };
  }
  const entry: GroupResources = rule.resources
    ? random.pick(rule.resources)
    : { group: random.pick(API_GROUPS) };
  const [resource = "", subresource] = random.pick(entry.resources ?? RESOURCES).split("/");
  const group = entry.group === "*" ? random.pick(API_GROUPS) : entry.group;
  const namespace = random.pick(rule.namespaces ?? NAMESPACES);
  const kind = resource === "*" ? random.pick(RESOURCES) : resource;
  const part = subresource === "*" ? random.pick([...SUBRESOURCES, undefined]) : subresource;
  const isCollection = part === undefined && OF_COLLECTIONS.has(verb);
  const segments = [
    group === "" ? "/api/v1" : `/apis/${group}/v1`,
    ...(verb === "proxy" ? ["proxy"] : []),
    ...(namespace === "" ? [] : ["namespaces", encodeURIComponent(namespace)]),
    kind,
    ...(isCollection ? [] : [encodeURIComponent(random.pick(entry.resourceNames ?? NAMES))]),
    ...(part === undefined ? [] : [part]),
  ];
  const queries = [
    ...(verb === "watch" && part === undefined ? ["watch=true"] : []),
    ...(random.chance(0.3) ? random.some(QUERIES, 2) : []),
  ];
  const url = segments.join("/") + (queries.length > 0 ? `?${queries.join("&")}` : "");
  // The server reads objects of the core group.
  const isWrite = group === "" && ["create", "update", "patch"].includes(verb) && part === undefined;
  const isUpgrade = part !== undefined && ["exec", "attach", "portforward"].includes(part);
  return {
    method: METHODS[verb] ?? "GET",
    url,
    from,
    ...(isWrite && random.chance(0.5) && { hasBody: true }),
    ...(isUpgrade && random.chance(0.7) && { upgrade: true }),
  };
}

function sender(rule: PolicyRule, random: Random): UserInfo {
  const groups = random.chance(0.3) ? random.some(GROUPS_OF_USERS, 2) : [];
  return {
    name: random.pick(rule.users ?? USERS),
    groups: rule.userGroups ? [...groups, random.pick(rule.userGroups)] : groups,
  };
}

/** Now and then a request meets with something. */
function vary(plain: LogCase, random: Random): LogCase {
  const choice = random.below(100);
  if (choice < 5) return { ...plain, from: "bad-token", status: 401 };
  if (choice < 9) return { ...plain, from: "anonymous" };
  if (choice < 13) return { ...plain, headers: { "Impersonate-User": random.pick(USERS) } };
  if (choice < 16) return { ...plain, from: { name: "stranger", groups: [] }, status: 403 };
  if (choice < 19) return { ...plain, answer: "panic", status: "broken off" };
  // Who asks for a head is gone once the answer has begun.
  if (choice < 22 && plain.method !== "HEAD") return { ...plain, answer: "started-panic", hasBody: false };
  if (choice < 25 && !plain.url.includes("timeout")) {
    const url = `${plain.url}${plain.url.includes("?") ? "&" : "?"}timeout=soon`;
    const isRefused = !isLongRunning(requestFromHttp(plain.method, url, null));
    return { ...plain, url, badTimeout: true, ...(isRefused && { status: 400 }) };
  }
  return plain;
}
