import { printable } from "../diagnostics/index.js";
import type { ScannerCheck } from "../scanner/index.js";

/**
 * What scanners say of a policy as text: a line that says what it is worth, then one for each check.
 *
 * @example
 * const { policy } = auditPolicy().otherwise("Request").build();
 * printScannerChecks(checkScanners(policy)).split("\n").at(-2);
 * // "  stig-v-242403 failed: rules[0] is at Request instead of RequestResponse"
 */
export function printScannerChecks(checks: readonly ScannerCheck[]): string {
  const lines = checks.map(({ check, passed, reason }) => {
    const said = `  ${check} ${passed ? "passed" : "failed"}`;
    return printable(reason === undefined ? said : `${said}: ${reason}`);
  });
  return [HEADING, ...lines].join("\n").concat("\n");
}

const HEADING =
  "scanner checks: what scanners say of the text of the rules, which is no proof of what is recorded";
