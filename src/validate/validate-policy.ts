import {
  type Diagnostic,
  emptyList,
  type FieldPath,
  fieldNotYetKnown,
  groupMalformed,
  groupWildcardTooNew,
  groupWithVersion,
  levelMissing,
  noRules,
  type Place,
  pathsWithResources,
  pathWildcardInside,
  pathWithoutSlash,
  resourceNamesWithoutResources,
  resourceWildcardTooNew,
  unknownLevel,
  unknownStage,
} from "../diagnostics/index.js";
import { isDnsSubdomain, type PolicySupport, policySupport, printVersion } from "../kubernetes/index.js";
import {
  type GroupResources,
  LEVELS,
  STAGES,
  type UncheckedPolicy,
  type UncheckedPolicyRule,
} from "../model/index.js";
import { requireRelease } from "./require-release.js";

/** Which API server loads the policy, and where its fields stand. */
export interface ValidatePolicyOptions {
  /** The API server's release, `1.30` or `1.30.4`; the newest if not given. */
  readonly kubernetesVersion?: string | undefined;
  /** Where a field stands in a text; without it diagnostics carry paths only. */
  readonly place?: (path: FieldPath) => Place;
}

/**
 * What kube-apiserver says of a policy when it loads it: an error for each value that it refuses, a warning for what the
 * given release drops, an info for lists that constrain nothing.
 *
 * Upstream: `k8s.io/apiserver` `pkg/apis/audit/validation/validation.go`, `ValidatePolicy`; `pkg/audit/policy/reader.go`
 *
 * @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
 *
 * @example
 * validatePolicy({ apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "metadata" }] })[0].message;
 * // unknown level "metadata"; did you mean "Metadata"?
 */
export function validatePolicy(
  policy: UncheckedPolicy,
  options: ValidatePolicyOptions = {},
): readonly Diagnostic[] {
  const version = requireRelease(options.kubernetesVersion);
  const checks: Checks = {
    support: policySupport(version),
    release: printVersion(version),
    place: options.place ?? ((path) => ({ path })),
    found: [],
  };
  checkStages(policy.omitStages, "omitStages", checks);
  if (policy.omitStages?.length && !checks.support.policyOmitStages) dropped("omitStages", "1.9", checks);
  if (policy.omitManagedFields !== undefined) checkOmitManagedFields("omitManagedFields", checks);
  for (const [index, rule] of policy.rules.entries()) checkRule(rule, `rules[${index}]`, checks);
  if (policy.rules.length === 0) checks.found.push(noRules(checks.place("rules"), {}));
  return checks.found;
}

interface Checks {
  readonly support: PolicySupport;
  readonly release: string;
  readonly place: (path: FieldPath) => Place;
  readonly found: Diagnostic[];
}

function checkRule(rule: UncheckedPolicyRule, path: FieldPath, checks: Checks): void {
  const { found, place } = checks;
  checkLevel(rule.level, path, checks);
  for (const field of [
    "users",
    "userGroups",
    "verbs",
    "resources",
    "namespaces",
    "nonResourceURLs",
  ] as const) {
    if (rule[field]?.length === 0) {
      found.push(
        emptyList(place(`${path}.${field}`), { field: `${path}.${field}`, matches: WITHOUT_FIELD[field] }),
      );
    }
  }
  for (const [index, url] of (rule.nonResourceURLs ?? []).entries())
    checkPath(url, `${path}.nonResourceURLs[${index}]`, checks);
  for (const [index, entry] of (rule.resources ?? []).entries())
    checkResources(entry, `${path}.resources[${index}]`, checks);
  checkStages(rule.omitStages, `${path}.omitStages`, checks);
  if (rule.omitManagedFields !== undefined) checkOmitManagedFields(`${path}.omitManagedFields`, checks);
  if (rule.nonResourceURLs?.length) {
    const other = rule.resources?.length ? "resources" : rule.namespaces?.length ? "namespaces" : undefined;
    if (other) found.push(pathsWithResources(place(`${path}.nonResourceURLs`), { rule: path, other }));
  }
}

/** What a rule matches when the field is not there. */
export const WITHOUT_FIELD = {
  users: "the rule applies to every user",
  userGroups: "the rule applies to every group",
  verbs: "the rule applies to every verb",
  resources: "the rule applies to every resource",
  namespaces: "the rule applies to every namespace",
  nonResourceURLs: "the rule applies to every path",
} as const;

function checkLevel(level: string, rule: FieldPath, { found, place }: Checks): void {
  if (level === "") found.push(levelMissing(place(rule), { rule }));
  else if (!isOneOf(LEVELS, level)) {
    found.push(
      unknownLevel(place(`${rule}.level`), { level, known: LEVELS, isStage: isOneOf(STAGES, level) }),
    );
  }
}

function checkStages(stages: readonly string[] | undefined, path: FieldPath, { found, place }: Checks): void {
  for (const [index, stage] of (stages ?? []).entries()) {
    if (!isOneOf(STAGES, stage)) {
      found.push(
        unknownStage(place(`${path}[${index}]`), { stage, known: STAGES, isLevel: isOneOf(LEVELS, stage) }),
      );
    }
  }
}

function checkPath(url: string, path: FieldPath, { found, place }: Checks): void {
  if (url === "*") return;
  if (!url.startsWith("/")) found.push(pathWithoutSlash(place(path), { url }));
  if (url.slice(0, -1).includes("*")) found.push(pathWildcardInside(place(path), { url }));
}

function checkResources(
  entry: GroupResources,
  path: FieldPath,
  { found, place, support, release }: Checks,
): void {
  const { group } = entry;
  if (group === "*" && !support.groupWildcard)
    found.push(groupWildcardTooNew(place(`${path}.group`), { release }));
  else if (group !== "" && group !== "*" && !isDnsSubdomain(group))
    found.push(refusedGroup(group, place(`${path}.group`)));
  if (entry.resourceNames?.length && !entry.resources?.length) {
    found.push(resourceNamesWithoutResources(place(`${path}.resourceNames`), { entry: path }));
  }
  if (!support.resourceWildcards) {
    for (const [index, resource] of (entry.resources ?? []).entries()) {
      if (resource.includes("*")) {
        found.push(resourceWildcardTooNew(place(`${path}.resources[${index}]`), { resource, release }));
      }
    }
  }
}

function refusedGroup(group: string, place: Place): Diagnostic {
  const [name = "", version] = group.split("/");
  if (version !== undefined && /^v\d+((alpha|beta)\d+)?$/.test(version) && isDnsSubdomain(name)) {
    return groupWithVersion(place, { group, remedy: `write "${name}"` });
  }
  const core = /^(core|v1|legacy)$/i.test(group);
  const lower = group.trim().toLowerCase();
  return groupMalformed(place, {
    group,
    meant: core ? "" : lower !== group && isDnsSubdomain(lower) ? lower : undefined,
  });
}

function checkOmitManagedFields(path: FieldPath, checks: Checks): void {
  if (!checks.support.omitManagedFields) dropped(path, "1.23", checks);
}

function dropped(field: FieldPath, since: string, { found, place, release }: Checks): void {
  found.push(fieldNotYetKnown(place(field), { field, since, release }));
}

/** Whether a text is one of the given words; narrows its type. */
export function isOneOf<Word extends string>(words: readonly Word[], text: string): text is Word {
  return (words as readonly string[]).includes(text); // widened, for includes() wants a Word
}
