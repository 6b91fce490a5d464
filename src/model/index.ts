export type { Decision } from "./decision.js";
export { isCatchAll } from "./is-catch-all.js";
export {
  type GroupResources,
  LEVELS,
  type Level,
  POLICY_API_VERSION,
  POLICY_KIND,
  type Policy,
  type PolicyRule,
  STAGES,
  type Stage,
  type UncheckedPolicy,
  type UncheckedPolicyRule,
} from "./policy.js";
export { pushIntoRules } from "./push-into-rules.js";
export type {
  NonResourceRequest,
  RequestAttributes,
  ResourceAttributes,
  ResourceRequest,
  UserInfo,
} from "./request.js";
export type { RequestSelector } from "./request-selector.js";
export { selectorOf } from "./selector-of.js";
