export { type ParsedPolicy, type ParsePolicyOptions, parsePolicies, parsePolicy } from "./parse-policy.js";
