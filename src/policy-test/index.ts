export { type PlacedCase, type PolicyTests, parsePolicyTests } from "./parse-policy-tests.js";
export { type ExpectedDecision, findUnmetExpectations, type PolicyCase } from "./policy-case.js";
export { type AuditExpectation, type MatcherResult, policyMatchers } from "./policy-matchers.js";
export { type CaseResult, type PolicyTestResult, testPolicy } from "./test-policy.js";
