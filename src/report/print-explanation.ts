import { printable } from "../diagnostics/index.js";
import type { Explanation, RuleTrace } from "../evaluate/index.js";
import type { PolicyRule, RequestAttributes, ResourceAttributes, UserInfo } from "../model/index.js";
import { printRule, type RuleSource } from "./print-rule.js";

/** What an explanation is about. */
export interface ExplanationSource extends RuleSource {
  /** The name of its file, or of the preset. */
  readonly name: string;
  /** Why each rule is there, by its index. */
  readonly reasons?: readonly (string | undefined)[];
}

/**
 * An explanation as text: what is recorded and when, the rule that applies with its lines, and why each earlier one does
 * not match.
 *
 * @example
 * const { policy } = getPreset("metadata-only");
 * const { request } = parseRequest("get pods web-0 -n prod --as jane");
 * printExplanation(explain(policy, request), { policy, name: "metadata-only" });
 * // Metadata, recorded at ResponseComplete
 * //
 * //   request  get pods web-0 in namespace prod
 * //   user     jane (system:authenticated)
 * //   rule     rules[0] of metadata-only
 * //
 * //     - level: Metadata
 * //       omitStages:
 * //         - RequestReceived
 */
export function printExplanation(explanation: Explanation, source: ExplanationSource): string {
  const { request, decision, trace } = explanation;
  const earlier = trace.filter(({ matched }) => !matched);
  return [
    printDecision(explanation),
    "",
    `  request  ${describeRequest(request)}`,
    `  user     ${describeUser(request.user)}`,
    ...describeRule(decision.rule, source),
    ...(earlier.length === 0
      ? []
      : ["", decision.rule === null ? "no rule matches:" : "earlier rules do not match:"]),
    ...printTraces(earlier, explanation, source),
    "",
  ]
    .flatMap((block) => block.split("\n"))
    .map(printable)
    .join("\n");
}

/** The answer in one line. */
export function printDecision({ decision }: Pick<Explanation, "decision">): string {
  const { rule, level, stages, omitManagedFields } = decision;
  if (rule === null) return "None: no rule matches, so nothing is recorded";
  if (level === "None") return "None: nothing is recorded";
  if (stages.length === 0)
    return `${level}, at no stage: each that this request has is omitted, so nothing is recorded`;
  const bodies = level === "Request" || level === "RequestResponse";
  return `${level}, recorded at ${stages.join(", ")}${bodies && omitManagedFields ? ", without managedFields" : ""}`;
}

function describeRequest({ verb, resource, path }: RequestAttributes): string {
  if (!resource) return `${verb} ${path}`;
  const { namespace = "", name = "" } = resource;
  const where = namespace === "" ? "" : ` in namespace ${namespace}`;
  return `${verb} ${describeResource(resource)}${name === "" ? "" : ` ${name}`}${where}`;
}

function describeResource({ apiGroup, resource, subresource = "" }: ResourceAttributes): string {
  return `${resource}${apiGroup === "" ? "" : `.${apiGroup}`}${subresource === "" ? "" : `/${subresource}`}`;
}

function describeUser(user: UserInfo | null): string {
  if (!user) return "none: authentication failed, or the timeout cannot be read";
  return user.groups.length === 0 ? `${user.name}, in no group` : `${user.name} (${user.groups.join(", ")})`;
}

function describeRule(index: number | null, source: ExplanationSource): string[] {
  const { policy, name, reasons } = source;
  const rule = index === null ? undefined : policy.rules[index];
  if (index === null || rule === undefined) return [];
  const location = source.ruleLocations?.[index];
  const reason = reasons?.[index]?.replace(/\s+/g, " ").trim();
  return [
    `  rule     rules[${index}] ${location ? `at ${name}:${location.line}` : `of ${name}`}`,
    ...(reason ? [`  reason   ${reason}`] : []),
    "",
    ...printRule(index, source),
  ];
}

function printTraces(
  traces: readonly RuleTrace[],
  { request }: Explanation,
  { policy, ruleLocations }: ExplanationSource,
): string[] {
  const rows = traces.map(({ rule: index, field }) => {
    const rule = policy.rules[index];
    const line = ruleLocations?.[index]?.line;
    return {
      place: `rules[${index}]${line === undefined ? "" : ` line ${line}`}`,
      field: field ?? "",
      why: rule && field ? describeMismatch(rule, field, request) : "",
    };
  });
  const width = Math.max(0, ...rows.map(({ place }) => place.length));
  const fieldWidth = Math.max(0, ...rows.map(({ field }) => field.length));
  return rows.map(({ place, field, why }) => `  ${place.padEnd(width)}  ${field.padEnd(fieldWidth)}  ${why}`);
}

/** What the rule wants, and what the request has in its place. */
function describeMismatch(
  rule: PolicyRule,
  field: NonNullable<RuleTrace["field"]>,
  request: RequestAttributes,
): string {
  const { user, verb, resource, path } = request;
  const noUser = "the request has no user";
  const wants = (values: readonly string[] | undefined, has: string): string =>
    `${shorten(values ?? [])}, not ${has}`;
  switch (field) {
    case "users":
      return user ? wants(rule.users, user.name) : noUser;
    case "userGroups":
      if (!user) return noUser;
      return user.groups.length === 0
        ? `${shorten(rule.userGroups ?? [])}, and the user is in no group`
        : wants(rule.userGroups, user.groups.join(", "));
    case "verbs":
      return wants(rule.verbs, verb);
    case "namespaces":
      if (!resource) return "the request is for no resource";
      return resource.namespace
        ? wants(rule.namespaces?.map(nameNamespace), resource.namespace)
        : `${shorten((rule.namespaces ?? []).map(nameNamespace))}, and the request is for none`;
    case "resources":
      if (!resource) return "the request is for no resource";
      return describeOtherResource(rule, resource);
    case "nonResourceURLs":
      return resource ? "the request is for a resource" : wants(rule.nonResourceURLs, path);
  }
}

function describeOtherResource({ resources = [] }: PolicyRule, requested: ResourceAttributes): string {
  const written = resources.flatMap(({ group, resources: names = [], resourceNames = [] }) => {
    const suffix = `${group === "" ? "" : `.${group}`}`;
    const only = resourceNames.length === 0 ? "" : ` named ${shorten(resourceNames)}`;
    if (names.length === 0) return [group === "" ? "the core group" : `group ${group}`];
    return names.map((name) => `${name.replace(/^[^/]+/, (resource) => resource + suffix)}${only}`);
  });
  const name =
    requested.name && resources.some(({ resourceNames }) => resourceNames?.length)
      ? ` ${requested.name}`
      : "";
  return `${shorten(written)}, not ${describeResource(requested)}${name}`;
}

function nameNamespace(namespace: string): string {
  return namespace === "" ? "no namespace" : namespace;
}

const MOST_NAMES = 4;

function shorten(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(", ");
  return names.length <= MOST_NAMES ? shown : `${shown} and ${names.length - MOST_NAMES} more`;
}
