export { auditPolicy } from "./audit-policy.js";
export type { AuditPolicyOptions, PolicyBuilder, RuleOptions } from "./policy-builder.js";
export type {
  NamedResources,
  NonResourceSelector,
  NonResourceURL,
  RequesterSelector,
  ResourceSelector,
  ResourcesOfGroup,
  RuleSelector,
  WholeGroup,
} from "./rule-selector.js";
export { strictest, widest } from "./strictest.js";
