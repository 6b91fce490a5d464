import { LEVELS, type Level, type Policy, type PolicyRule } from "../../src/model/index.js";
import type { Random } from "./random.js";

const SOUGHT = [
  "secrets",
  "configmaps",
  "tokenreviews",
  "pods",
  "deployments",
  "pods/exec",
  "pods/portforward",
  "pods/proxy",
  "services/proxy",
];
/** What is matched alike, or nearly spelled alike, and what no scanner asks about. */
const OTHERS = ["*", "pods/*", "*/proxy", "Secrets", "secret", "pods/log", "services", ""];
const GROUPS = ["", "apps", "authentication.k8s.io", "*", "example.com"];

/** A policy that scanners pass about as often as they do not. */
export function generateScannerPolicy(random: Random): Policy {
  const named = random.chance(0.6) ? nameAll(random) : [];
  const others = Array.from({ length: random.below(named.length > 0 ? 3 : 6) }, () => generateRule(random));
  const rules = random.chance(0.5) ? [...named, ...others] : [...others, ...named];
  return {
    apiVersion: "audit.k8s.io/v1",
    kind: "Policy",
    ...(random.chance(0.3) && { omitStages: ["RequestReceived"] as const }),
    rules,
  };
}

/** Rules that between them name each resource, but for one now and then: some at another level than the rest. */
function nameAll(random: Random): readonly PolicyRule[] {
  const names = random.chance(0.2) ? SOUGHT.filter((name) => name !== random.pick(SOUGHT)) : SOUGHT;
  const cut = random.pick([3, 5, random.below(names.length)]);
  const parts = [
    { resources: names.slice(0, cut), metadata: 0.9 },
    { resources: names.slice(cut), metadata: 0.6 },
  ];
  return parts.map(({ resources, metadata }) => ({
    ...generateSelector(random),
    level: generateLevel(random, metadata),
    resources: [{ group: random.pick(GROUPS), resources }],
  }));
}

function generateRule(random: Random): PolicyRule {
  const resources = Array.from({ length: random.below(4) }, () => ({
    group: random.pick(GROUPS),
    ...(random.chance(0.9) && {
      resources: random.chance(0.1) ? [] : random.some([...SOUGHT, ...OTHERS], 4),
    }),
    ...(random.chance(0.2) && { resourceNames: ["leader"] }),
  }));
  return {
    ...generateSelector(random),
    level: generateLevel(random, 0.5),
    ...(random.chance(0.8) && { resources }),
  };
}

function generateLevel(random: Random, metadata: number): Level {
  return random.chance(metadata) ? "Metadata" : random.pick(LEVELS);
}

/** What no scanner asks about. */
function generateSelector(random: Random): Partial<PolicyRule> {
  return {
    ...(random.chance(0.2) && { users: ["system:kube-proxy"] }),
    ...(random.chance(0.2) && { verbs: ["watch"] }),
    ...(random.chance(0.2) && { namespaces: ["kube-system"] }),
  };
}
