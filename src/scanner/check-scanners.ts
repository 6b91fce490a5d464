import type { Policy } from "../model/index.js";
import { checkKics } from "./check-kics.js";
import { checkKubescape } from "./check-kubescape.js";
import { checkStig } from "./check-stig.js";
import type { ScannerCheck } from "./scanner-check.js";

/**
 * What KICS, Kubescape and the check text of the DISA STIG say of a policy.
 *
 * They look at how rules are written, not at what is recorded: a policy that passes may write every Secret into the log, and one
 * that fails may record all that they ask for. No policy passes all three.
 *
 * @example
 * const { policy } = auditPolicy().otherwise("RequestResponse").build();
 * checkScanners(policy).map(({ check, passed }) => `${check} ${passed}`).join(", ");
 * // kics-1828a670 false, kubescape-c-0161 false, stig-v-242403 true
 */
export function checkScanners(policy: Policy): readonly ScannerCheck[] {
  return [checkKics(policy), checkKubescape(policy), checkStig(policy)];
}
