export {
  type ParsedPolicy,
  type ParsePolicyOptions,
  parsePolicies,
  parsePolicy,
  requireRelease,
} from "./parse-policy.js";
