import { expect, test } from "vitest";
import { printScannerChecks } from "../../../src/report/index.js";
import { checkScanners } from "../../../src/scanner/index.js";

test("scanner checks are a line each, under a line that says what they are worth", () => {
  const checks = checkScanners({
    apiVersion: "audit.k8s.io/v1",
    kind: "Policy",
    rules: [{ level: "RequestResponse" }],
  });
  expect(printScannerChecks(checks)).toBe(
    `scanner checks: what scanners say of the text of the rules, which is no proof of what is recorded
  kics-1828a670 failed: no rule at level Metadata names secrets, tokenreviews, configmaps, pods, deployments; no rule that records names pods/exec, pods/portforward, pods/proxy, services/proxy
  kubescape-c-0161 failed: no rule names secrets, configmaps, tokenreviews, pods, deployments, pods/exec, pods/portforward, pods/proxy, services/proxy
  stig-v-242403 passed
`,
  );
});
