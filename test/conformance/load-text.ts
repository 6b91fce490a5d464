import { createHash } from "node:crypto";
import { parseVersion, policySupport } from "../../src/kubernetes/index.js";
import type { Policy } from "../../src/model/index.js";
import { parsePolicies } from "../../src/parse/index.js";

export type Outcome = "accept" | "warn" | "refuse";

/** What a loader makes of a text: `warn` is an unknown or duplicate field, dropped and said in the server's log. */
export interface Loaded {
  readonly outcome: Outcome;
  readonly message?: string;
  /** As kube-apiserver then has it. */
  readonly policy?: LoadedPolicy;
}

/** A policy of which only the rules are sure to be there. */
export type LoadedPolicy = Partial<Omit<Policy, "rules">> & {
  readonly rules: readonly (Omit<Policy["rules"][number], "resources"> & {
    readonly resources?: readonly Partial<NonNullable<Policy["rules"][number]["resources"]>[number]>[];
  })[];
};

/** What we make of a text, in the loader's words. A policy inside of something else is one that the loader does not see. */
export function loadText(text: string, kubernetesVersion: string): Loaded & { readonly fault?: string } {
  const [first, ...others] = parsePolicies(text, { kubernetesVersion });
  const diagnostics = first?.diagnostics ?? [];
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    const lines = text.split("\n");
    const isPlaced = errors.some(({ location }) => {
      const line = location && lines[location.line - 1];
      return line !== undefined && location !== undefined && location.column <= line.length + 1;
    });
    return { outcome: "refuse", ...(!isPlaced && { fault: "no error says where it is" }) };
  }
  if (!first?.policy || first.path !== "" || others.length > 0) return { outcome: "refuse" };
  const version = parseVersion(kubernetesVersion);
  const isSaid = version !== undefined && policySupport(version).warnsOfUnknownFields;
  const warns = diagnostics.some(({ code }) => code === "unknown-field" || code === "duplicate-key");
  return { outcome: warns && isSaid ? "warn" : "accept", policy: first.policy };
}

/** `accept 3fa9c2d1`, with a digest of the policy. */
export function describeLoaded({ outcome, policy }: Loaded): string {
  if (outcome === "refuse" || !policy) return outcome;
  return `${outcome} ${createHash("sha256").update(canonicalPolicy(policy)).digest("hex").slice(0, 8)}`;
}

/** The same text for policies that mean the same: a list without entries is none. */
export function canonicalPolicy({ omitStages, omitManagedFields, rules }: LoadedPolicy): string {
  const some = <Item>(list: readonly Item[] | undefined): readonly Item[] | undefined =>
    list?.length ? list : undefined;
  return JSON.stringify({
    omitStages: some(omitStages),
    omitManagedFields: omitManagedFields ?? false,
    rules: rules.map((rule) => ({
      level: rule.level,
      users: some(rule.users),
      userGroups: some(rule.userGroups),
      verbs: some(rule.verbs),
      resources: some(rule.resources)?.map(({ group = "", resources, resourceNames }) => ({
        group,
        resources: some(resources),
        resourceNames: some(resourceNames),
      })),
      namespaces: some(rule.namespaces),
      nonResourceURLs: some(rule.nonResourceURLs),
      omitStages: some(rule.omitStages),
      omitManagedFields: rule.omitManagedFields,
    })),
  });
}
