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
    /**
     * Whether the policy records the request, as expected if something is; see `policyMatchers`.
     *
     * @throws GenAuditError `bad-input` for a request that cannot be read, `unknown-version` if `kubernetesVersion` is no
     *   release.
     *
     * @example
     * const { policy } = getPreset("metadata-only");
     * expect(policy).toAudit("create pods/exec web-0 -n prod --as jane", { level: "Metadata" });
     * expect(auditPolicy().otherwise("None").build().policy).not.toAudit("get secrets db -n prod --as jane");
     */
    toAudit(request: PolicyCase["request"], expected?: AuditExpectation): void;
  }
}
