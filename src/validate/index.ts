export { requireRelease } from "./require-release.js";
export { isOneOf, type ValidatePolicyOptions, validatePolicy, WITHOUT_FIELD } from "./validate-policy.js";
