/**
 * Matchers for vitest: `import "gen-audit/vitest"` in a test, or in `setupFiles`, and then
 * `expect(policy).toAudit("create pods/exec web-0 -n prod --as jane", { level: "Request" })`.
 */
import { expect } from "vitest";
import { type AuditExpectation, type PolicyCase, policyMatchers } from "./policy-test/index.js";

expect.extend(policyMatchers);

declare module "vitest" {
  // biome-ignore lint/suspicious/noExplicitAny: the declaration of vitest itself has to be repeated to the letter
  interface Matchers<T = any> {
    /** Whether the policy records the request, as expected if something is; see `policyMatchers`. */
    toAudit(request: PolicyCase["request"], expected?: AuditExpectation): void;
  }
}
