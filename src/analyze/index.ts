export type { Assumption, Reading } from "../request-space/index.js";
export { Analysis, type AnalysisOptions, LIMIT, rangeOf } from "./analysis.js";
export {
  type ComparePoliciesOptions,
  comparePolicies,
  type PolicyComparison,
  type PolicyDifference,
  type Relation,
} from "./compare-policies.js";
export {
  type DecidedApart,
  type FindDifferenceOptions,
  findDifference,
} from "./find-difference.js";
export { findRedundantRules, type RedundantRules } from "./find-redundant-rules.js";
export {
  type DecidedRequest,
  type FoundRequest,
  findRequest,
  findRequestOfEachRule,
} from "./find-request.js";
export {
  findUnreachableEntries,
  type RepeatedEntry,
  type UnreachableEntries,
  type UnreachableEntry,
} from "./find-unreachable-entries.js";
export {
  explainShadow,
  findUnreachableRules,
  type UnreachableRule,
  type UnreachableRules,
} from "./find-unreachable-rules.js";
export {
  auditConfigsOf,
  canonicalConfig,
  isSameConfig,
  type RequestAuditConfig,
} from "./request-audit-config.js";
export { RequestScreen } from "./request-screen.js";
export type { GroupedResources, NameSet, RequestSet, ResourceSet } from "./request-set.js";
export { ruleEntries } from "./rule-entries.js";
export type { Recording, RequestQuery } from "./search-each-rule.js";
