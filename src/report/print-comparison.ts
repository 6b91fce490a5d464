import type { PolicyComparison, PolicyDifference, RequestAuditConfig } from "../analyze/index.js";
import { printable } from "../diagnostics/index.js";
import type { Decision } from "../model/index.js";
import { printRequest } from "../request/index.js";
import { describeRequests } from "./describe-requests.js";

/** The policies that were compared, as their reader calls them. */
export interface ComparedNames {
  readonly before: string;
  readonly after: string;
}

/**
 * A comparison as text: what the second policy records more or less, then each difference with its requests, what was and
 * what is recorded, a request that shows it, and the rules that decide that. Of more than `most` the rest is counted.
 *
 * @example
 * const names = { before: "gce", after: "gce-upstream" };
 * const comparison = comparePolicies(getPreset("gce").policy, getPreset("gce-upstream").policy);
 * printComparison(comparison, names).split("\n")[2];
 * // get on configmaps in kube-system by system:unsecured, cluster-autoscaler: Metadata → None
 */
export function printComparison(
  comparison: PolicyComparison,
  names: ComparedNames,
  most: number = Number.POSITIVE_INFINITY,
): string {
  const { differences } = comparison;
  const left = differences.length - most;
  const blocks = differences
    .slice(0, most)
    .map((difference) =>
      [
        `${describeRequests(difference.requests)}: ${describeChange(difference)}`,
        `  request: ${printRequest(difference.witness)}`,
        `  ${describeRules(difference)}`,
      ]
        .map(printable)
        .join("\n"),
    );
  const rest = left > 0 ? [`… and ${left} more`] : [];
  return [printable(summarize(comparison, names)), ...blocks, ...rest].join("\n\n").concat("\n");
}

/** What the comparison comes to, in one line or two. */
export function summarize(
  { relation, differences, formalOnly, isComplete }: PolicyComparison,
  names: ComparedNames,
): string {
  const { before, after } = names;
  const more = isComplete ? [] : ["the search ended at its limit: there may be further differences"];
  const formal =
    formalOnly === 0
      ? []
      : [
          `${formalOnly} more ${formalOnly === 1 ? "concerns" : "concern"} requests that no client sends (--reading formal)`,
        ];
  const count = `${differences.length} ${differences.length === 1 ? "difference" : "differences"}`;
  return [`${count}: ${RELATIONS[relation](before, after)}`, ...formal, ...more].join("; ");
}

const RELATIONS: Readonly<Record<PolicyComparison["relation"], (before: string, after: string) => string>> = {
  equivalent: (before, after) => `${before} and ${after} decide every request alike`,
  "records-more": (before, after) => `${after} records more than ${before}`,
  "records-less": (before, after) => `${after} records less than ${before}`,
  incomparable: (before, after) =>
    `${after} records more than ${before} of some requests, and less of others`,
  unknown: (before, after) => `whether ${after} records more or less than ${before} is not known`,
};

/** `Metadata → Request`; stages and managed fields are told where they differ. */
export function describeChange({ before, after }: Pick<PolicyDifference, "before" | "after">): string {
  const isToldOf = {
    stages:
      before.omitStages.join() !== after.omitStages.join() &&
      before.level !== "None" &&
      after.level !== "None",
    managedFields: before.omitManagedFields !== after.omitManagedFields,
  };
  const describe = ({ level, omitStages, omitManagedFields }: RequestAuditConfig): string => {
    const without = [
      ...(isToldOf.stages ? omitStages : []),
      ...(isToldOf.managedFields && omitManagedFields ? ["managedFields"] : []),
    ];
    return without.length === 0 ? level : `${level} without ${without.join(", ")}`;
  };
  return `${describe(before)} → ${describe(after)}`;
}

function describeRules({ decisions }: PolicyDifference): string {
  const describe = ({ rule }: Decision): string => (rule === null ? "no rule" : `rules[${rule}]`);
  return `${describe(decisions.before)} → ${describe(decisions.after)}`;
}
