export { auditPolicy } from "./audit-policy.js";
export type { AddRule, AuditPolicyOptions, PolicyBuilder, RuleOptions } from "./policy-builder.js";
export type {
  NonResourceSelector,
  NonResourceURL,
  RequesterSelector,
  ResourceSelector,
  RuleSelector,
} from "./rule-selector.js";
export { strictest, widest } from "./strictest.js";
