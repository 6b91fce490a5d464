export { describeObject } from "./find-policies.js";
export { type ParsedPolicy, type ParsePolicyOptions, parsePolicies, parsePolicy } from "./parse-policy.js";
export { type ReadDocuments, readDocuments } from "./read-documents.js";
