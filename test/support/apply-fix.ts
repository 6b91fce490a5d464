import { findDifference } from "../../src/analyze/index.js";
import type { Diagnostic } from "../../src/diagnostics/index.js";
import type { Policy } from "../../src/model/index.js";
import { editPolicy } from "../../src/patch/index.js";

/** The policy as the fix of a finding makes it. */
export function applyFix(policy: Policy, { fix, code }: Diagnostic): Policy {
  const mended = editPolicy(policy, fix?.edits ?? []);
  if (!mended) throw new Error(`the fix of ${code} has no place in the policy`);
  return mended;
}

/** Whether the fix changes how requests are decided, and only those that it names. */
export function changesOnlyWhatItSays(policy: Policy, found: Diagnostic): boolean {
  const mended = applyFix(policy, found);
  return (
    findDifference(policy, mended) !== "equivalent" &&
    findDifference(policy, mended, { except: found.fix?.changes }) === "equivalent"
  );
}
